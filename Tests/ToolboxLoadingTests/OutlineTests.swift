import CompiledBody
import DiskInputs
import DiskSupport
import Engine
import Files
import MarkdownTree
import Testing
import Toolbox

@testable import Encodings
@testable import ToolboxLoading

/// A load that knows the last one.
@Suite struct OutlineTests {
  private static let files = [
    "site.yml": """
    titre: T
    groupes:
      dsi:
        titre: DSI
        valeurs:
          avec-dsi: Avec une DSI
          sans-dsi: Sans DSI
    vocabulaires:
      cote:
        accompagne: Accompagné
      nature:
        outil: Outil
      theme:
        general: Général

    """,
    "guide/b.md": "---\ntitre: B\nordre: 2\nresume: R\nmots-cles: [un, deux]\nmis-a-jour: 2026-01-02\n---\n## Titre\n",
    "guide/a.md": "---\ntitre: A\nordre: 1\npour: [avec-dsi]\nlicence: L\nsource: S\n---\nUn [lien](b.md#titre).\n",
    "guide/cache.md": "---\ntitre: Caché\nordre: 3\nmasque: oui\n---\nTexte.\n",
    "rex/d.md":
      "---\nauteur: D\nfonction: F\norganisme: O\ncote: accompagne\navec: X\nvague: V\nchapitres: [a, b]\n---\nDit.\n",
    "etapes/e.md":
      "---\ntitre: E\nordre: 1\nresume: R\nsemaines: 3-6\ninvites: [Un, Deux]\nquestions: [\"Q ?\"]\na-preparer: [P]\n"
      + "decisions: [D]\nroles: {x: {prepare: Un, anime: Deux, decide: Trois}}\nfacteurs: [f]\nressources: [r]\n---\nTexte.\n",
    "etapes/p.md": "---\ntitre: P\nordre: 2\nsemaines: preparation\n---\nTexte.\n",
    "facteurs/f.md": "---\ntitre: F\nordre: 1\nressources: [r]\n---\nTexte.\n",
    "ressources/r.md":
      "---\ntitre: R\nadresse: https://a.fr\nediteur: E\navec: [Y]\nnature: outil\ntheme: general\nduree: 1 h\n"
      + "cout: gratuit\nformat: PDF\npoids: 1 Mo\nlangue: en\ndate: 2025\n---\nTexte.\n",
    "ressources/s.md":
      "---\ntitre: S\na-venir: oui\nediteur: E\nnature: outil\ntheme: general\n---\nTexte.\n",
    "pages/p.md": "---\ntitre: P\nresume: R\nmenu: principal\n---\nTexte.\n",
    "guide/index.md": "---\ntitre: Le guide\n---\nTexte.\n",
    "accueil.md": "---\ntitre: T\nresume: R\nquestion: Q\ninvitation: I\nvoix: d\n---\n[b](guide/b.md)\n",
    "accompagnements/x.md":
      "---\ntitre: X\nlibelle: L\nresume: R\nheures: environ 50,5\nde-qui: du mutualisateur\npar-semaine: 1,5 jour\n"
      + "semaines: 15\npreparation: 4 h\nphase: la préparation\nbase: 2 dispositifs\navertissement: W\n---\nTexte.\n",
    "accompagnements/y.md":
      "---\ntitre: Y\nheures: 50\npar-semaine: 3 h\nsemaines: 15\npreparation: comprise\n---\nTexte.\n",
    "guide/tout.md": """
    ---
    titre: Tout
    ordre: 4
    ---
    ## Un [*lien* vers b](b.md "Titre") {#un}

    <span id="ici">Ici</span> ![Une image](../fichiers/i.png "Légende"), ![](j.png){decorative}

    ![Une figure](../fichiers/k.png "Légende")

    :::: pour avec-dsi
    ::: ressources r nature=outil
    :::

    Des mots[^n].

    > [!NOTE]
    > Une note.
    ::::

    ::: conseil
    <!-- rien -->
    :::

    [^n]: Un [autre](b.md).
    """,
  ]

  private let disk: TimedDisk

  init() throws {
    var tree = DiskTree()
    for (path, text) in Self.files {
      try tree.createFolder(Path.parent("/boite/content/" + path))
      try tree.write("/boite/content/" + path, Array(text.utf8))
    }
    tree.now += 60_000_000_000
    disk = TimedDisk(tree)
  }

  private var loader: ToolboxLoader { ToolboxLoader(root: "/boite", fileSystem: disk.fileSystem) }

  /// A description of a toolbox, with or without the texts of entries.
  private func told(_ toolbox: Toolbox?, withTexts: Bool) throws -> [String] {
    let toolbox = try #require(toolbox)
    return toolbox.entries.map { entry in
      // The places are in a dictionary, which is unordered.
      let places = entry.core.places.sorted { $0.key < $1.key }.map { "\($0)" }.joined()
      return "\(withoutPlaces(entry)) \(places)" + (withTexts ? " \(entry.outline.fragments.count)" : "")
    }
  }

  /// Fragments whose links and headings have their plain text in the place of its parts.
  private static func flattened(_ fragments: [Fragment]) -> [Fragment] {
    fragments.map { fragment in
      switch fragment {
      case .link(var link, let inner):
        link.inlines = [Inline(.text(link.inlines.plainText), range: link.targetRange)]
        return .link(link, flattened(inner))
      case .heading(var heading, let inner):
        heading.inlines = [Inline(.text(heading.plainText), range: heading.range)]
        return .heading(heading, flattened(inner))
      case .container(let header, let inner): return .container(header, flattened(inner))
      case .footnotes(let notes):
        return .footnotes(notes.map { Fragment.Footnote(number: $0.number, body: flattened($0.body)) })
      case .html, .anchor, .image, .figure, .footnoteReference, .calloutTitle: return fragment
      }
    }
  }

  private static func flattened(_ home: Home) -> Home {
    var home = home
    home.outline = Body(fragments: flattened(home.outline.fragments))
    return home
  }

  /// All values of an entry. A value that the outline does not keep differs, whatever the kind.
  private func withoutPlaces(_ entry: any Entry) -> String {
    var core = entry.core
    core.places = [:]
    core.outline = Body(fragments: Self.flattened(core.outline.fragments))
    let own = Mirror(reflecting: entry).children.filter { $0.label != "core" }
    return "\(type(of: entry)) \(core) \(own.map { "\($0.label ?? ""): \($0.value)" })"
  }

  /// What is known of the content after a load: the record, and the toolbox.
  private func load(after record: [UInt8]? = nil) -> (engine: Engine, toolbox: Toolbox?) {
    let engine = Engine(loader.rules + [.disk(disk.fileSystem)], after: record)
    let toolbox = engine.ask(ToolboxQuery()).toolbox
    _ = engine.ask(ContentFindingsQuery())
    return (engine, toolbox)
  }

  @Test func `everything but the texts is as it was read, in its order, and only texts with findings are read again`()
    throws
  {
    let first = load()
    let again = load(after: first.engine.nextRecord())
    #expect(try told(again.toolbox, withTexts: false) == told(first.toolbox, withTexts: false))
    let (home, former) = (try #require(again.toolbox?.home), try #require(first.toolbox?.home))
    #expect("\(home)" == "\(Self.flattened(former))")
    let pages = [again, first].map { $0.toolbox?.introductions[.chapter] }
    #expect(try withoutPlaces(#require(pages[0])) == withoutPlaces(#require(pages[1])))
    #expect(again.engine.runs[TextQuery.kind] == 2, "those with findings")
  }

  /// The questions that are answered anew after a replacement in one text, among those on what others read of it.
  private func asked(_ path: String, _ old: String, _ new: String) throws -> Set<String> {
    let place = "/boite/content/" + path
    let record = load().engine.nextRecord()
    let text = String(decoding: try disk.tree.read(place), as: UTF8.self)
    #expect(text.contains(old))
    try disk.tree.write(place, Array(text.replacing(old, with: new).utf8))
    let engine = Engine(loader.rules + [.disk(disk.fileSystem)], after: record)
    let isSame = (engine.isAsBefore(ToolboxQuery()), engine.isAsBefore(ContentFindingsQuery()))
    #expect(engine.runs[TextQuery.kind] ?? 0 >= 1)
    return Set(isSame.0 ? [] : ["head"]).union(isSame.1 ? [] : ["findings"])
      .union(engine.runs[ContentFindingsQuery.kind] == nil ? [] : ["outline"])
  }

  @Test(
    arguments: [
      ("Un [lien](b.md#titre).", "Deux [lien](b.md#titre), *puis* trois."),
      ("Un [lien](b.md#titre).", "- Un [lien](b.md#titre)\n- Un point\n"),
      ("Un [lien](b.md#titre).", "Une ligne de plus.\n\nUn [lien](b.md#titre)."),
    ])
  func `a change of words is no change to others, although places move`(old: String, new: String) throws {
    #expect(try asked("guide/a.md", old, new).isEmpty)
  }

  @Test(
    arguments: [
      ("b.md#titre", "b.md"), ("[lien]", "[mot]"), ("Un [lien]", "## Titre\n\nUn [lien]"),
      ("Un [lien]", "<span id=\"x\">Un</span> [lien]"), ("Un [lien]", "![](i.png) [lien]"),
      ("Un [lien]", "::: pour avec-dsi\nUn mot.\n:::\n\nUn [lien]"), ("Un [lien]", "[Un](https://a.fr) [lien]"),
    ])
  func `a link, an image, a heading, an anchor and a container concern the checks of the content`(
    old: String, new: String
  ) throws {
    #expect(try asked("guide/a.md", old, new).contains("outline"))
  }

  @Test func `what a heading says concerns the checks of the content`() throws {
    #expect(try asked("guide/b.md", "## Titre", "## Titre neuf") == ["outline"])
    #expect(try asked("guide/b.md", "## Titre neuf", "## Titre {#autre}") == ["outline"])
    #expect(try asked("guide/b.md", "## Titre", "### Titre").isSuperset(of: ["outline"]))
  }

  @Test(arguments: [("titre: A", "titre: B"), ("ordre: 1", "ordre: 2"), ("licence: L", "licence: M")])
  func `front matter concerns the toolbox`(old: String, new: String) throws {
    #expect(try asked("guide/a.md", old, new).contains("head"))
  }

  @Test func `so is what is to be said of it, before and after`() throws {
    #expect(try asked("guide/b.md", "## Titre", "## Titre\n\nUn point : à compléter").contains("findings"))
    #expect(try asked("guide/b.md", "à compléter", "fait").contains("findings"))
  }
}

/// Numbers, texts and blocks as bytes.
@Suite struct ByteCodingTests {
  @Test(arguments: [0, 1, 127, 128, 300, UInt64.max])
  func `what was written is read`(number: UInt64) throws {
    var writer = ByteWriter()
    writer.add(number)
    writer.add("é")
    writer.add(optional: Int?.none) { $0.add(count: $1) }
    writer.add(each: [1, 2]) { $0.add(count: $1) }
    var reader = ByteReader(writer.bytes[...])
    #expect(try reader.number() == number && reader.text() == "é")
    #expect(try reader.optional { (reader) throws(DamagedBytes) in try reader.count() } == nil)
    #expect(try reader.each { (reader) throws(DamagedBytes) in try reader.count() } == [1, 2])
    #expect(reader.isAtEnd)
  }

  @Test(
    arguments: [[], [0x80], [5, 1], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]] as [[UInt8]])
  func `what is not there is refused`(bytes: [UInt8]) {
    var reader = ByteReader(bytes[...])
    #expect(throws: DamagedBytes.self) { try reader.block() }
    var other = ByteReader(bytes[...])
    #expect(throws: DamagedBytes.self) { try other.each { (reader) throws(DamagedBytes) in try reader.number() } }
  }
}
