import DiskSupport
import Engine
import SitePlanning
import Testing
import TextSupport

@testable import PageRendering
@testable import SiteBuilding

/// What a page asks about tells whether an edit changes it.
@Suite struct PageDependencyTests {
  /// The pages of a toolbox, and the record of what they asked.
  private struct Pages {
    let generator: SiteGenerator
    let material: SiteMaterial
    let record: [UInt8]?
    /// The bytes of each page, and of each shared page for each edition.
    let bytes: [PageTopic.Key: [UInt8]]

    /// Renders all pages; nil if an error stops the build.
    init?(of tree: DiskTree) {
      generator = SiteGenerator(FirstBuild.options, fileSystem: TimedDisk(tree).fileSystem)
      let engine = Engine(generator.rules())
      guard !engine.ask(SummaryQuery()).diagnostics.contains(where: { $0.severity == .error }),
        let material = engine.asking({ $0.value(MaterialTopic.self) })
      else { return nil }
      self.material = material
      bytes = Dictionary(Self.keys(material).map { ($0, engine.ask(About<PageTopic>($0)).value.file.bytes) }) { $1 }
      record = engine.nextRecord()
    }

    private static func keys(_ material: SiteMaterial) -> [PageTopic.Key] {
      let editions = [nil] + material.toolbox.editions.map { Optional($0.id) }
      return material.plan.pages.flatMap { page in
        editions.map { KeyPair(page.key, PageTopic.Form(edition: $0, setting: .site)) }
      }
    }

    /// The pages that do not count as those of a former state, and how many were rendered to find them.
    func changed(since former: Pages) -> (pages: Set<PageTopic.Key>, rendered: Int) {
      let engine = Engine(generator.rules(), after: former.record)
      let changed = Set(bytes.keys.filter { !engine.isAsBefore(About<PageTopic>($0)) })
      return (changed, engine.runs[PageTopic.kind] ?? 0)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `whatever is edited, a page that counts as unchanged has its former bytes`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let all = SampleToolbox.combinations
    let sample = SampleToolbox(facets: all.randomElement(using: &random) ?? [])
    var tree = try sample.disk()
    var editor = RandomEditor(sample: sample, random: random)
    editor.remember(tree)
    var former = try #require(Pages(of: tree))
    for _ in 0..<4 {
      for _ in 0..<Int.random(in: 1...3, using: &editor.random) { try editor.edit(&tree) }
      guard let pages = Pages(of: tree) else {
        try editor.restore(all: true, &tree)
        continue
      }
      let changed = pages.changed(since: former).pages
      for (key, bytes) in pages.bytes where !changed.contains(key) {
        let isEqual = bytes == former.bytes[key]
        #expect(isEqual, "\(key) after \(editor.log)")
      }
      former = pages
    }
  }

  /// A guide of five chapters, and two pages that only the site map lists.
  private static func site() throws -> DiskTree {
    var tree = try SampleToolbox(facets: []).disk()
    for (order, name) in ["trois", "quatre", "cinq"].enumerated() {
      let text = "---\ntitre: \(name.capitalized)\nordre: \(order + 3)\n---\n\nUn mot.\n\n## Partie\n\nFin.\n"
      try tree.put(SampleToolbox.content + "/guide/\(name).md", text)
    }
    try tree.put(
      SampleToolbox.content + "/pages/p.md", "---\ntitre: P\nmenu: aucun\n---\n\n[Q](q.md), [ici](../guide/trois.md).\n"
    )
    try tree.put(SampleToolbox.content + "/pages/q.md", "---\ntitre: Q\nmenu: aucun\n---\n\nUn mot.\n")
    return tree
  }

  /// The paths of the pages that an edit changes, and those of all pages. No other page is rendered.
  private func changed(_ edit: (inout DiskTree) throws -> Void) throws -> (changed: Set<String>, all: Set<String>) {
    var tree = try Self.site()
    let former = try #require(Pages(of: tree))
    try edit(&tree)
    let pages = try #require(Pages(of: tree))
    let (keys, rendered) = pages.changed(since: former)
    #expect(rendered == keys.count, "\(keys)")
    return (Set(keys.compactMap { pages.material.plan.path(of: $0.first) }), Set(pages.material.plan.pages.map(\.path)))
  }

  private func changed(_ path: String, _ old: String, _ new: String) throws -> Set<String> {
    try changed { tree in
      let file = SampleToolbox.content + "/" + path
      let text = String(decoding: try tree.read(file), as: UTF8.self)
      try #require(text.contains(old))
      try tree.put(file, text.replacing(old, with: new))
    }.changed
  }

  @Test func `a word changes the pages that show it`() throws {
    #expect(try changed("guide/trois.md", "Un mot", "Deux mots") == ["guide/trois.html", "guide/imprimer.html"])
    #expect(try changed("pages/q.md", "Un mot", "Deux mots") == ["q.html"])
  }

  @Test func `a heading changes no page that links to the text`() throws {
    #expect(try changed("guide/trois.md", "## Partie", "## Autre") == ["guide/trois.html", "guide/imprimer.html"])
  }

  @Test func `a title changes the pages that list it, and its neighbours`() throws {
    #expect(
      try changed("guide/trois.md", "titre: Trois", "titre: Autre") == [
        "guide/trois.html", "guide/suivre.html", "guide/quatre.html", "guide/index.html", "guide/imprimer.html",
        "index.html", "plan-du-site.html",
      ])
    #expect(try changed("pages/q.md", "titre: Q", "titre: R") == ["q.html", "plan-du-site.html"])
  }

  @Test func `a link changes its page`() throws {
    #expect(try changed("pages/p.md", "[Q](q.md)", "[Q](../guide/cinq.md)") == ["p.html"])
  }

  @Test func `a new page changes the list of pages`() throws {
    let found = try changed { tree in
      try tree.put(SampleToolbox.content + "/pages/r.md", "---\ntitre: R\nmenu: aucun\n---\n")
    }
    #expect(found.changed == ["r.html", "plan-du-site.html"])
  }

  @Test func `a page that goes changes those that led to it`() throws {
    let found = try changed { tree in
      try tree.remove(SampleToolbox.content + "/pages/q.md")
      try tree.put(
        SampleToolbox.content + "/pages/p.md", "---\ntitre: P\nmenu: aucun\n---\n\n[ici](../guide/trois.md).\n")
    }
    #expect(found.changed == ["p.html", "plan-du-site.html"])
  }

  @Test func `a setting, a label and a template change all pages`() throws {
    let edits: [(inout DiskTree) throws -> Void] = [
      { try $0.put(SampleToolbox.content + "/site.yml", "titre: Un autre titre\n") },
      { tree in
        let file = SampleToolbox.installed + "/default/templates/footer.mustache"
        try tree.put(file, try tree.read(file) + Array("<p>Fin</p>\n".utf8))
      },
    ]
    for edit in edits {
      let found = try changed(edit)
      #expect(found.changed == found.all)
    }
  }
}
