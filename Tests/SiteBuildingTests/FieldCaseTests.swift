import CompiledBody
import Diagnostics
import LinkValidation
import MarkdownTree
import SiteSupport
import Testing
import TextSupport

/// Errors that users reported for other tools, about anchors and links inside a site. Each test covers a class of
/// errors.
@Suite struct AnchorFieldCaseTests {
  // The class: non-ASCII anchors, percent-encoded in the link and not in the definition.
  @Test(arguments: ["#milj%C3%B8", "#miljø", "#mot-cl%C3%A9", "b.md#milj%C3%B8"])
  func `an encoded anchor leads to the id that it stands for`(target: String) {
    let body = "## Milieu {#miljø}\n\n## Autre {#mot-clé}\n"
    #expect(findings(["a": body + "\n[x](\(target))", "b": body]) == [])
  }

  // The class: a message that shows the encoded form instead of the text that the editor would write.
  @Test(arguments: ["#%C3%BCber", "b.md#%C3%BCber"])
  func `a missing anchor is shown decoded`(target: String) throws {
    let found = try #require(diagnostics(["a": "[x](\(target))", "b": "## Titre"]).only)
    #expect(found.id == .missingAnchor)
    for text in [found.message.french, found.message.english] {
      #expect(text.contains("über"))
      #expect(!text.contains("%C3"))
    }
  }

  // The class: the page writer and the link checker derive ids differently.
  @Test func `a heading with an accent and an apostrophe has one id for pages and checks`() {
    let site = site(["a": "## L’hôtel d'Åkerö\n\n[x](#l-hotel-d-akero)"])
    #expect(site.findings() == [])
    #expect(published(site)?.element(id: "l-hotel-d-akero")?.name == "h2")
  }

  // The class: names that match on one operating system and not on another.
  @Test(arguments: [("#Conflits", "#conflits"), ("b.md#CONFLITS", "b.md#conflits")])
  func `an anchor that differs by case alone is an error with the right one`(target: String, right: String) throws {
    let found = try #require(diagnostics(["a": "## Conflits\n\n[x](\(target))", "b": "## Conflits"]).only)
    #expect(found.id == .missingAnchor)
    #expect(found.severity == .error)
    #expect(found.help?.english.contains("“\(right)”") == true)
    let texts = [found.message, found.help].compactMap { $0 }
    #expect(texts.contains { $0.english.contains("case") && $0.french.contains("majuscule") })
  }

  // The class: anchors that browsers define without an id.
  @Test(arguments: ["#top", "#TOP", "#Top", "b.md#top", "b.md#ToP"])
  func `the top of a page is there whatever its case`(target: String) {
    #expect(findings(["a": "[x](\(target))", "b": ""]) == [])
  }

  // The class: anchors that are not headings.
  @Test(arguments: [
    "<a name=\"ici\"></a>", "<a id=\"ici\"></a>", "Du texte, <span id=\"ici\">ici</span>.",
    "<details id='ici'>\n<summary>S</summary>\n\nT\n\n</details>", "<A NAME=ici></A>",
  ])
  func `an anchor of raw HTML is one`(html: String) {
    let site = site(["a": html + "\n\n[x](#ici)"])
    #expect(site.findings() == [])
    let page = published(site)
    #expect(page?.element(id: "ici") != nil || page?.all("a").contains { $0.attributes["name"] == "ici" } == true)
  }

  // The class: duplicate ids, of which browsers use the first.
  @Test(arguments: ["## Un {#ici}\n\n## Deux {#ici}", "## Un {#ici}\n\n<span id=\"ici\">x</span>"])
  func `an id that is given twice is a warning that names both lines`(body: String) throws {
    let found = try #require(diagnostics(["a": body]).only)
    #expect(found.id == .duplicateAnchor)
    #expect(found.severity == .warning)
    #expect([found.location, found.related.first?.location].map { $0?.range?.start.line } == [8, 6])
  }

  // The class: an address copied from a site whose page addresses end with a slash.
  @Test(arguments: [("#ancre/", "“#ancre”"), ("b.md#ancre/", "“b.md#ancre”"), ("b.md/#ancre/", "#ancre”")])
  func `an anchor with a slash behind it is an error with the right one`(target: String, right: String) throws {
    let found = try #require(diagnostics(["a": "## Ancre\n\n[x](\(target))", "b": "## Ancre"]).only)
    #expect(found.severity == .error)
    #expect(found.help?.english.contains(right) == true)
  }

  // The class: the fragment of an address that is not a page of the site.
  @Test(arguments: ["../fichiers/doc.pdf#page=5", "https://exemple.fr/doc.pdf#page=5", "../fichiers/film.mp4#t=30"])
  func `what follows the hash of another kind of file is no anchor`(target: String) {
    #expect(findings(["a": "[x](\(target))"], files: ["fichiers/doc.pdf", "fichiers/film.mp4"]) == [])
  }

  // The class: ids that change when content is added.
  @Test func `repeated headings are numbered, and keep their ids when one is added after them`() {
    let links = "[x](#partie) [x](#partie-1) [x](#partie-2)\n\n"
    let parts = "## Partie\n\nUn.\n\n## Partie\n\nDeux.\n\n## Partie\n\nTrois.\n"
    for body in [parts, parts + "\n## Partie\n", parts + "\n## Partie 1\n"] {
      #expect(findings(["a": links + body]) == [])
      #expect(Reading(body).anchors.prefix(3) == ["partie", "partie-1", "partie-2"])
    }
  }

  // The class: a checker that computes ids instead of reading those of the pages.
  @Test func `every id that a page shows may be linked to`() throws {
    let body = """
      ## *Fort* et `code` : « 100 % » !

      ## ???

      ## Titre <span id="dedans">avec une étiquette</span>

      ## 2024

      ## Voir [le plan](b.md) {#chosen_One}

      Souligné
      --------

      > ## Cité
      """
    let page = try #require(published(site(["a": body, "b": ""])))
    let ids = (1...6).flatMap { page.all("h\($0)") + page.all("span") }.compactMap { $0.attributes["id"] }
    #expect(Set(ids).isSuperset(of: ["dedans", "chosen_One", "souligne", "cite"]))
    let anchors = Reading(body).body.fragments.anchors
    #expect(anchors.isSubset(of: ids))
    #expect(findings(["a": body, "b": anchors.map { "[x](a.md#\($0))" }.joined(separator: " ")]) == [])
  }

  // The class: French ligatures and elisions, which other slug functions drop or join.
  @Test(arguments: ["L'État d'œuvre", "L’État d’œuvre", "L’E\u{301}tat d’Œuvre"])
  func `elisions are split and ligatures spelled`(heading: String) {
    #expect(Reading("## \(heading)").anchors == ["l-etat-d-oeuvre"])
    #expect(findings(["a": "## \(heading)\n\n[x](#l-etat-d-oeuvre)"]) == [])
  }
}

/// Errors that users reported for other tools, about what is a link in Markdown and what is not.
@Suite struct MarkdownFieldCaseTests {
  // The class: a regular expression that ends the target too early.
  @Test(arguments: [
    "../fichiers/Foo_(album).pdf", "../fichiers/Foo_(a_(b)).pdf", "<../fichiers/Foo (album).pdf>",
    "../fichiers/Foo_\\(album.pdf",
  ])
  func `brackets in a target belong to it`(target: String) throws {
    let path = target.filter { !"<>\\".contains($0) }
    #expect(findings(["a": "[x](\(target))"], files: ["fichiers/\(path.dropFirst("../fichiers/".count))"]) == [])
    let missing = try #require(diagnostics(["a": "[x](\(target))"]).only)
    #expect(missing.message.english.contains("“\(path)”"))
  }

  // The class: text that looks like a link and is none.
  @Test(arguments: [
    "`[x](absent.md)`", "```\n[x](absent.md)\n[y]: absent.md\n```", "    [x](absent.md)", "<!-- [x](absent.md) -->",
    "<!--\n[x](absent.md)\n\nhttps://exemple.invalid/absent\n-->", "`https://exemple.fr/absent`", "``[x][absent]``",
    "~~~\n[^absent]\n~~~", "\\[x](absent.md)",
  ])
  func `addresses in code and comments are not links`(body: String) {
    #expect(Reading(body).links.count == 0)
    #expect(findings(["a": body]) == [])
  }

  // The class: brackets with another meaning than a link.
  @Test(arguments: [
    "- [x] Fait\n- [ ] À faire\n- [X] Fait aussi", "1. [x] Fait", "> [!NOTE]\n> Texte", "> [!WARNING]\n> Texte",
  ])
  func `boxes and callouts are not references`(body: String) {
    #expect(Reading(body).links.count == 0)
    #expect(findings(["a": body]) == [])
  }

  // The class: an error reported at the reference instead of at the definition, where the address is written.
  @Test func `a definition that leads to a missing file is reported at the definition`() throws {
    let found = try #require(
      diagnostics(["a": "[x][plan] et [y][plan]\n\n[plan]: absent.md"]).filter { $0.severity == .error }.first)
    #expect(found.id == .brokenLink)
    #expect(found.location?.range?.start == SourcePosition(line: 8, column: 9))
  }

  // The class: text that an editor program wraps automatically.
  @Test(arguments: ["[texte][ma\nréférence]", "[ma\nréférence]", "[ma\nréférence][]", "> [texte][ma\n> référence]"])
  func `a reference that is broken over two lines is used`(use: String) {
    let body = "\(use)\n\n[ma référence]: b.md"
    #expect(Reading(body).links.map(\.target) == ["b.md"])
    #expect(findings(["a": body, "b": ""]) == [])
  }

  // The class: punctuation of the sentence that becomes part of the address.
  @Test(arguments: [".", ",", ";", "!", "?", ")"]) func `a full stop and its kin end a bare address`(mark: String) {
    for address in ["https://exemple.fr/page", "https://exemple.fr/a_(b)", "https://exemple.fr/?a=1"] {
      let open = mark == ")" ? "(" : ""
      #expect(Reading("Voir \(open)\(address)\(mark)").links.map(\.target) == [address])
      #expect(Reading("Voir \(open)\(address)\(mark) Puis la suite.").links.map(\.target) == [address])
    }
  }

  // The same class in French: GFM does not handle its no-break spaces and quotation marks.
  @Test(arguments: [
    "\u{A0}!", "\u{202F}?", ".\u{A0}»", "\u{A0}», dit-il", "»", "”", "…", "\u{200B}suite", "\u{A0}: [b](b.md)",
  ])
  func `a no-break space and its kin end a bare address`(rest: String) throws {
    for address in ["https://exemple.fr/page", "www.exemple.fr/a", "http://été.fr"] {
      let reading = Reading("« Voir \(address)\(rest)")
      let link = try #require(reading.links.first)
      #expect(link.target.hasSuffix(address))
      #expect(link.targetRange.end == SourcePosition(line: 1, column: 8 + address.unicodeScalars.count))
      #expect(reading.links.dropFirst().map(\.target) == (rest.contains("[b]") ? ["b.md"] : []))
    }
  }

  @Test func `an address in brackets, or under a text, is as it was written`() {
    #expect(Reading("<https://exemple.fr/a\u{A0}b> [x](https://exemple.fr/…)").links.count == 2)
  }

  // The class: a link that is text by the rules of CommonMark, so that its brackets are published.
  @Test(arguments: ["../fichiers/Mon guide v1.2.pdf", "mon guide.md", "https://exemple.fr/a b", "#une ancre"])
  func `an address with a space is an error that says how to write it`(address: String) throws {
    let report = site(["a": "Voir [x](\(address))."]).check()
    let found = try #require(report.diagnostics.first { $0.id == .spacedAddress })
    #expect(found.help?.french == "écrivez « (<\(address)>) »")
    #expect(found.location?.range?.start.column == 10)
  }

  @Test(arguments: ["[sic](et/ou bien)", "[1](p. 3)", "[x](b.md \"un titre\")", "\\[x](mon guide.md)", "`[x](a b.md)`"])
  func `a remark in brackets is none`(text: String) {
    #expect(!findings(["a": text, "b": ""]).contains { $0.contains("spaced-address") })
  }

  // The class: planned links, which must be reported and counted.
  @Test(arguments: ["[x]()", "[x](#)", "[x](<>)", "[x][y]\n\n[y]: #"])
  func `a link that leads nowhere yet is said to, and counted`(link: String) {
    let report = site(["a": link]).check()
    #expect(report.diagnostics.filter { $0.severity > .note }.map(\.id) == [.placeholderLink])
    #expect(report.placeholders == 1)
  }

  // The class: references that the library drops without a report. These tests do not check the ids of the findings.
  @Test(arguments: ["Voir [ce texte][absent].", "Voir [absent][].", "- Voir ce\n  [texte][absent]."])
  func `a reference that nothing defines is an error where it is used`(body: String) throws {
    let found = try #require(diagnostics(["a": body]).only)
    #expect(found.severity == .error)
    #expect(found.location?.range?.start.line == (body.contains("\n") ? 7 : 6))
  }

  @Test func `a footnote that nothing defines is an error where it is used`() throws {
    let found = try #require(diagnostics(["a": "Texte[^absente]."]).only)
    #expect(found.severity == .error)
    #expect(found.location?.range?.start == SourcePosition(line: 6, column: 6))
  }

  @Test func `a footnote that nothing refers to is a warning where it is defined`() throws {
    let found = try #require(diagnostics(["a": "Texte.\n\n[^seule]: Une note."]).only)
    #expect(found.severity == .warning)
    #expect(found.location?.range?.start.line == 8)
  }

  @Test func `a link in a footnote that nothing refers to is checked all the same`() {
    #expect(diagnostics(["a": "Texte.\n\n[^seule]: [x](absent.md)"]).contains { $0.location?.range?.start.line == 8 })
  }
}

/// A site of chapters, given by name and body. The body begins on line 6.
private func site(_ chapters: [String: String], files: [String] = []) -> FixtureSite {
  var content = Dictionary(files.map { ($0, "") }) { first, _ in first }
  for (name, body) in chapters {
    content["guide/\(name).md"] = "---\ntitre: \(name)\nordre: \(name == "a" ? 1 : 2)\n---\n\n\(body)\n"
  }
  return FixtureSite(content)
}

private func diagnostics(_ chapters: [String: String], files: [String] = []) -> [Diagnostic] {
  site(chapters, files: files).check().diagnostics.filter { $0.severity > .note }
}

private func findings(_ chapters: [String: String], files: [String] = []) -> [String] {
  diagnostics(chapters, files: files).map { "\($0.shortDescription) \($0.message.english)" }
}

/// The page of chapter `a`.
private func published(_ site: FixtureSite) -> HTMLElement? {
  _ = site.build()
  return site.page("guide/a.html") ?? site.page("guide/a/index.html")
}

extension [Diagnostic] {
  /// The only diagnostic; nil if the number is not 1.
  fileprivate var only: Diagnostic? { count == 1 ? self[0] : nil }
}

/// The links and anchors of a text.
private struct Reading {
  let body: Body

  init(_ text: String) { body = Body(Document(parsing: SourceText(file: "page.md", text: text), fromLine: 1)) }

  var anchors: [String] { body.fragments.headings.map(\.anchor) }

  var links: [Link] {
    var links: [Link] = []
    body.fragments.forEachFragment { if case .link(let link, _) = $0 { links.append(link) } }
    return links
  }
}
