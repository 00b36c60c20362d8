import Diagnostics
import DiskSupport
import Files
import SiteSupport
import Testing
import TextSupport

@testable import SiteBuilding

/// Findings on the accessibility of a site.
@Suite struct CheckTests {
  private static let chapter = "---\ntitre: A\nordre: 1\n---\n\n"
  private static let folder = FixtureSite.themes + "/default/"

  private func template(_ name: String) throws -> String {
    String(decoding: try FileSystem.disk.bytes(at: Self.folder + "templates/\(name).mustache"), as: UTF8.self)
  }

  /// A toolbox whose own theme is the default one with some templates, or its style sheet, replaced.
  private func site(
    _ templates: [String: String] = [:], text: String = "Texte.\n", style: String = "p { margin: 0 }",
    more: [String: String] = [:]
  ) throws -> FixtureSite {
    let files = ["guide/a.md": Self.chapter + text].merging(more) { $1 }
    let site = FixtureSite(files, site: "titre: T\nmenu: [guide]\ntheme: essai\n")
    try site.copyDefaultTheme(as: "essai")
    for (name, text) in templates { site.disk["/boite/themes/essai/templates/\(name).mustache"] = text }
    site.disk["/boite/themes/essai/assets/style.css"] = style
    return site
  }

  private func onlyFinding(_ site: FixtureSite, _ sourceLocation: Testing.SourceLocation = #_sourceLocation) throws
    -> Diagnostic
  {
    let found = site.check().diagnostics
    #expect(found.count == 1, "\(found.map(\.message.english))", sourceLocation: sourceLocation)
    return try #require(found.first, sourceLocation: sourceLocation)
  }

  // MARK: One finding per fault

  @Test
  func `what the layout does wrong is said once, where the template says it, with how many pages have it`() throws {
    let layout = MarkedText(
      try template("layout").replacing(
        "<ul>\n<li><a href=\"#_contenu\"", with: "<ul>\n⟦<li align=\"left\">⟧<a href=\"#_contenu\""))
    let finding = try onlyFinding(site(["layout": layout.text]))
    #expect(finding.id == .rgaaPresentation && finding.severity == .error)
    #expect(finding.location?.file == "themes/essai/templates/layout.mustache")
    #expect(finding.location?.range == layout.onlyRange())
    #expect(finding.message.french.hasPrefix("dans la page «\u{A0}index.html\u{A0}», l’attribut «\u{A0}align\u{A0}»"))
    #expect(finding.message.french.hasSuffix("(RGAA 10.1)\u{202F}; de même dans 6 autres pages"))
    #expect(finding.message.english.hasSuffix("(RGAA 10.1); and on 6 other pages"))
  }

  @Test func `what a template inside the layout does wrong is told at the template`() throws {
    let chapter = MarkedText(
      try template("chapter").replacing("{{{body}}}", with: "⟦<div align=\"left\">⟧</div>\n{{{body}}}"))
    #expect(chapter.text.hasPrefix("{{<layout}}"))
    let finding = try onlyFinding(site(["chapter": chapter.text]))
    #expect(finding.location?.file == "themes/essai/templates/chapter.mustache")
    #expect(finding.location?.range == chapter.onlyRange())
  }

  @Test func `a fault of a tag whose address changes from folder to folder is one all the same`() throws {
    let header = MarkedText(
      try template("header").replacing(
        "{{#homeHref}}<a href=\"{{homeHref}}\">",
        with: "{{#homeHref}}⟦<a href=\"{{homeHref}}\" tabindex=\"3\">⟧"))
    let finding = try onlyFinding(site(["header": header.text]))
    #expect(finding.id == .rgaaNavigation && finding.severity == .warning)
    #expect(finding.location?.range == header.onlyRange())
    #expect(finding.message.english.hasSuffix("and on 6 other pages"))
  }

  @Test func `what the page as a whole lacks stands at the page`() throws {
    let notFound = try template("not-found").replacing("<h1>{{page.title}}</h1>", with: "<p>{{page.title}}</p>")
    let finding = try onlyFinding(site(["not-found": notFound]))
    #expect(finding.shortDescription == "rgaa-structure 404.html")
    #expect(finding.message.french.hasSuffix("il n’y a pas de titre de niveau 1 (h1) (RGAA 9.1)"))
  }

  @Test func `a certain fault stops publication, one to look at does not`() throws {
    let broken = try site(["layout": template("layout").replacing(" lang=\"{{site.language}}\"", with: "")])
    #expect(broken.build().written == nil)
    #expect(try site(text: "Mot.<br><br>Mot.\n").build().written != nil)
  }

  @Test func `an id that is there twice keeps its own kind of finding, and names its criterion`() throws {
    let page = "{{<layout}}{{$main}}<h1 id=\"x\">x</h1><p id=\"x\">x</p>{{/main}}{{/layout}}"
    let finding = try onlyFinding(site(["not-found": page]))
    #expect(finding.id == .duplicateID)
    #expect(finding.message.english == "on the page “404.html”, two elements have the id “x” (RGAA 8.2)")
  }

  @Test func `every form that a text may have is sound`() throws {
    let text = """
      Un texte, ~~barré~~ et *mis* en **avant** [^1], `code`, le [cloud]{lang=en}.

      [^1]: Une note.

      ## Titre

      - [ ] à faire
      - un

        deux paragraphes

        1. dedans

      Table : Les temps

      | A | B |
      |---|--:|
      | 1 | 2 |

      ![Plan](../fichiers/a.png "Une légende")

      ![](../fichiers/a.png){decorative} [![Plan](../fichiers/a.png)](a.md)

      > Une citation
      > > dedans
      > - liste

      > [!WARNING]
      > Attention.

      <details><summary>Plus</summary>

      Caché.

      </details>

      Touche <kbd>Ctrl</kbd>, H<sub>2</sub>O, <mark>vu</mark>, <q>dit</q> <a name="la"></a>, ligne<br>suivante.

      ::: langue en
      English.
      :::

          code

      ---

      <https://example.org/a>
      """
    let report = try site(text: text + "\n", style: "", more: ["fichiers/a.png": "png"]).check()
    #expect(report.diagnostics.map(\.message.english) == [])
  }

  // MARK: Places in texts

  @Test(
    arguments: [
      ("Lisez ⟦[ici]⟧(b.md).", DiagnosticID.rgaaLinks), ("Mot. ⟦<br><br>⟧ Mot.", .rgaaMandatoryElements),
      ("Le <span ⟦lang=\"en_US\"⟧>cloud</span>.", .rgaaMandatoryElements),
      ("⟦[](⟧b.md) Texte.", .rgaaLinks), ("⟦| Étape ⟧| N |\n|---|---|\n| Une | 6 |", .rgaaTables),
    ])
  func `what an editor wrote is found in the text`(text: String, id: DiagnosticID) throws {
    let marked = MarkedText(Self.chapter + text + "\n")
    let bare = String(marked.text.dropFirst(Self.chapter.count))
    let more = ["guide/b.md": "---\ntitre: B\nordre: 2\n---\n\nTexte.\n"]
    let finding = try #require(site(text: bare, more: more).check().diagnostics.first { $0.id.isOfRGAA })
    #expect(finding.id == id)
    #expect(finding.location == SourceLocation(file: "content/guide/a.md", range: marked.onlyRange()))
  }

  // MARK: Style sheets

  @Test func `a style sheet that hides the focus, with its place in the theme`() throws {
    let marked = MarkedText("p { margin: 0 }\n⟦a:focus⟧ { outline: none }\n")
    let finding = try onlyFinding(site(style: marked.text))
    #expect(finding.id == .rgaaPresentation && finding.severity == .error)
    #expect(finding.location == SourceLocation(file: "themes/essai/assets/style.css", range: marked.onlyRange()))
    #expect(finding.message.french.hasSuffix("(RGAA 10.7)"))
  }

  // MARK: The audit

  @Test func `the audit counts what each page misses`() throws {
    let report = try site(text: "Mot.<br><br>Mot. [ici](index.md)\n", more: ["guide/index.md": "---\ntitre: G\n---\n"])
      .check()
    let missed = report.measures.filter { !$0.missedCriteria.isEmpty }.map { "\($0.path) \($0.missedCriteria)" }
    #expect(missed == ["guide/a.html [\"6.1\", \"8.9\"]", "guide/imprimer.html [\"6.1\", \"8.9\"]"])
  }
}
