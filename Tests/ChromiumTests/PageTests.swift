import DiskSupport
import SiteBuilding
import SiteSupport
import Testing

@Suite struct PageTests {
  /// A site with some of everything.
  private static let pages: [String] = {
    let chapter = """
      ---
      titre: Un chapitre
      ordre: 1
      ---
      Un *texte* avec [un lien](b.md), un [autre](https://www.exemple.fr/?a=1&b=2) et une note[^1].

      ## Détails & \\<suite> {#suite}

      <details><summary>Plus</summary>Caché</details> <kbd id="touche">Ctrl</kbd>

      | A | B |
      |---|---|
      | 1 | 2 |

      - un
        - deux

      ::: conseil
      Un conseil.
      :::

      ```html
      <script>&eacute;</script>
      ```

      [^1]: La note.

      """
    let site = FixtureSite([
      "guide/a.md": chapter, "guide/b.md": "---\ntitre: B\nordre: 2\n---\n\nTexte.\n",
    ])
    let findings = site.build().diagnostics.filter { $0.severity == .error }
    #expect(findings == [])
    return site.output.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map(\.value)
  }()

  /// The pages of the real toolbox.
  private static let realPages: [String] = {
    let project = FixtureSite.project
    let disk = MemoryDisk(readThrough: [FixtureSite.shippedThemes, project + "/content"])
    let options = SiteGenerator.Options(
      root: project, output: "/sortie", shownOutput: "sortie", theme: nil,
      themeFolders: [FixtureSite.shippedThemes], baseURL: nil, isStrict: false)
    _ = SiteGenerator(options, fileSystem: disk.fileSystem).build()
    return disk.files(below: "/sortie").filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }.map(\.value)
  }()

  @Test func `published pages have the elements, attributes and text that Chromium finds`() throws {
    try #require(Self.pages.count > 5 && Self.realPages.count > 30)
    let pages = Self.pages + Self.realPages
    let theirs = try Chromium().parse(pages)
    for (page, theirs) in zip(pages, theirs) {
      #expect(PageContent(page).written == theirs.written)
    }
  }

  @Test func `odd cases are read as Chromium reads them`() throws {
    let theirs = try Chromium().parse(OddPages.all)
    for (page, theirs) in zip(OddPages.all, theirs) {
      let ours = PageContent(page)
      #expect(ours.written.elements == theirs.written.elements, "\(page.debugDescription)")
      #expect(ours.written.text == theirs.written.text, "\(page.debugDescription)")
    }
  }

  @Test func `2,000 damaged pages are read as Chromium reads them, but for differences with a reason`() throws {
    var mutation = PageMutation(seed: 11)
    let pages = (0..<2_000).map { mutation.mutate(Self.pages[$0 % Self.pages.count]) }
    let theirs = try Chromium().parse(pages)
    try #require(theirs.count == pages.count)
    var reasons: [String: Int] = [:]
    for (page, theirs) in zip(pages, theirs) {
      let ours = PageContent(page)
      if let reason = PageDifference(ours, theirs).reason {
        reasons[reason, default: 0] += 1
      } else {
        Issue.record("\(Self.difference(ours.written, theirs.written)) in \(page.debugDescription)")
      }
    }
    // Were the differences many, the reasons would excuse too much.
    #expect(reasons["equal", default: 0] > pages.count / 2, "\(reasons)")
  }

  private static func difference(_ ours: PageContent, _ theirs: PageContent) -> String {
    let (written, present) = (Set(ours.elements), Set(theirs.elements))
    let text = ours.text.commonPrefix(with: theirs.text)
    return """
      only ours: \(written.subtracting(present)), only theirs: \(present.subtracting(written)); text after \
      “\(text.suffix(40))”: ours “\(ours.text.dropFirst(text.count).prefix(60))”, theirs \
      “\(theirs.text.dropFirst(text.count).prefix(60))”
      """
  }
}
