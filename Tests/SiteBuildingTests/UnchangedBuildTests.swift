import Diagnostics
import Foundation
import Testing
import TextSupport

@testable import SiteBuilding

/// A build that has nothing to do does nothing.
@Suite struct UnchangedBuildTests {
  private let site: DiskSite

  init() throws {
    site = try DiskSite()
    #expect(site.build().extent == .all)
  }

  @Test func `what was built is not built again`() {
    let (report, extent) = site.build()
    #expect(extent == .nothing && report.written == 0 && report.removed == 0)
  }

  @Test func `it says what the full build said`() {
    let first = site.build(output: "a").report
    let again = site.build(output: "a").report
    #expect(first.diagnostics.contains { $0.id == .toComplete })
    #expect(again.diagnostics == first.diagnostics && again.pages == first.pages && again.links == first.links)
    #expect(again.toComplete == first.toComplete && again.siteLanguage == first.siteLanguage)
    #expect(again.sources["content/site.yml"] != nil)
  }

  @Test func `a text, an image, the configuration and the theme are looked at`() throws {
    let edits: [(path: String, text: String, extent: DiskSite.Extent)] = [
      ("content/guide/a.md", "---\ntitre: A\nordre: 1\n---\nUn autre [b](b.md).\n", .some),
      ("content/site.yml", "titre: U\nmenu: [guide]\n", .all),
      ("content/fichiers/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>", .some),
      ("themes/default/theme.yml", "extends: default\n", .nothing),
      ("content/guide/nouveau.md", "---\ntitre: Nouveau\nordre: 3\n---\n", .some),
    ]
    for (path, text, extent) in edits {
      try site.write(path, text)
      #expect(site.build().extent == extent, "\(path)")
      #expect(site.build().extent == .nothing, "\(path), again")
    }
  }

  @Test func `a file that goes is missed`() throws {
    try FileManager.default.removeItem(atPath: site.path("content/guide/b.md"))
    #expect(site.build().report.hasErrors)
  }

  @Test func `a change that keeps size and time is seen`() throws {
    let file = site.path("content/guide/a.md")
    let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    let text = try #require(site.read("content/guide/a.md"))
    try site.write("content/guide/a.md", text.replacing("Un texte", with: "Ce texte".prefix(8)))
    try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: file)
    #expect(site.build().extent == .some)
    #expect(site.read("output/guide/a.html")?.contains("Ce texte") == true)
  }

  @Test func `a page that somebody changed is found foreign`() throws {
    try site.write("output/guide/a.html", "autre")
    #expect(site.build().report.diagnostics.contains { $0.id == .foreignFile })
  }

  @Test func `a page that somebody removed comes back`() throws {
    try FileManager.default.removeItem(atPath: site.path("output/guide/a.html"))
    #expect(site.build().report.written == 1)
    #expect(site.read("output/guide/a.html") != nil)
  }

  @Test func `what is asked for counts`() {
    #expect(site.build { $0.baseURL = "https://a.fr" }.extent == .all)
    #expect(site.build { $0.isStrict = true }.report.hasErrors)
    #expect(site.build { $0.generator = "other" }.extent == .all)
  }

  @Test func `a build that failed leaves nothing to rely on`() throws {
    let text = try #require(site.read("content/guide/a.md"))
    try site.write("content/guide/a.md", text.replacing("b.md", with: "c.md"))
    #expect(site.build().report.hasErrors)
    #expect(site.build().report.hasErrors)
  }

  @Test(arguments: [0, 10, 200, 1000]) func `a damaged record is ignored, and said to be`(length: Int) throws {
    let file = site.root.appending(path: ".trousse/construction.bin")
    try Data(contentsOf: file).prefix(length).write(to: file)
    let (report, extent) = site.build()
    #expect(extent == .all && report.diagnostics.contains { $0.id == .ignoredCache })
    #expect(site.build().extent == .nothing)
  }

  @Test func `any byte of a record counts`() throws {
    let bytes = [UInt8](try Data(contentsOf: site.root.appending(path: ".trousse/construction.bin")))
    #expect(BuildRecord(bytes) != nil)
    for position in stride(from: 0, to: bytes.count, by: 97) {
      var other = bytes
      other[position] ^= 1
      #expect(BuildRecord(other) == nil, "\(position)")
    }
  }

  @Test func `a symbolic link that leads elsewhere is seen`() throws {
    let link = site.path("content/guide/c.md")
    for (target, title) in [("a.md", "<h1>A</h1>"), ("b.md", "<h1>B</h1>")] {
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      #expect(!site.build().report.hasErrors)
      #expect(site.read("output/guide/c.html")?.contains(title) == true)
    }
    try site.write("content/guide/b.md", "---\ntitre: Autre\nordre: 2\n---\n")
    #expect(site.build().extent == .some)
    #expect(site.read("output/guide/c.html")?.contains("<h1>Autre</h1>") == true)
  }
}

/// For any sequence of edits, a build equals a clean one.
@Suite struct RandomEditTests {
  /// Sequences of three edits on a real disk, with a build after each one; sometimes with a second build, which has
  /// nothing to do. ``RandomSequenceTests`` makes many more, with all kinds of edits, on a disk in memory.
  @Test(arguments: 0..<15) func `whatever is edited`(seed: Int) throws {
    let site = try DiskSite()
    var random = SeededGenerator(seed: UInt64(seed + 1))
    _ = site.build()
    var last = site.build().report
    for step in 0..<3 {
      try edit(site, step, &random)
      last = site.build().report
      if Int.random(in: 0..<4, using: &random) == 0 { #expect(site.build().extent == .nothing || last.hasErrors) }
    }
    let clean = site.build(output: "clean") { $0.generator = "clean" }.report
    #expect(last.hasErrors == clean.hasErrors)
    if !last.hasErrors { #expect(try site.files() == site.files(of: "clean")) }
  }

  private func edit(_ site: DiskSite, _ step: Int, _ random: inout SeededGenerator) throws {
    let names = ["a", "b", "c", "d"]
    let name = names.randomElement(using: &random) ?? "a"
    let file = "content/guide/\(name).md"
    switch Int.random(in: 0..<9, using: &random) {
    case 0, 1, 2: try site.write(file, "---\ntitre: Titre \(step)\nordre: \(step % 3)\n---\nTexte \(step).\n")
    case 3: try? FileManager.default.removeItem(atPath: site.path(file))
    case 4:
      let other = "content/guide/\(names.randomElement(using: &random) ?? "b").md"
      try? FileManager.default.moveItem(atPath: site.path(file), toPath: site.path(other))
    case 5: try site.write("content/site.yml", "titre: T\(step)\nmenu: [guide]\n")
    case 6: try site.write("themes/default/theme.yml", "extends: default\n")
    case 7:
      try site.write("themes/default/theme.yml", "extends: default\n")
      try site.write("themes/default/templates/glossary.mustache", Self.glossary(step))
    default: try site.write("content/fichiers/i.svg", Self.drawing(width: step + 1))
    }
  }

  private static func glossary(_ step: Int) -> String {
    "{{<layout}}\n{{$main}}\n<h1>{{page.title}}</h1>\n<p>\(step)</p>\n{{/main}}\n{{/layout}}\n"
  }

  private static func drawing(width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"1\"/>"
  }
}
