import Encodings
import SitePlanning
import Testing
import TextSupport

@testable import SiteVerification

/// The summaries of files, as the record of a build keeps them.
@Suite struct FileSummaryTests {
  private static func page(_ path: String, _ body: String) -> StagedFile {
    StagedFile(path: path, bytes: Array("<title>\(path)</title><header><nav>\(body)</nav></header>".utf8))
  }

  /// A summary that was written and read again.
  private static func read(_ summary: FileSummary) throws -> FileSummary {
    var writer = ByteWriter()
    summary.write(to: &writer)
    var reader = ByteReader(writer.bytes[...])
    return try FileSummary(&reader)
  }

  private static let bodies = [
    "<a href=b.html#x>b</a><p id=x>", "<a href=absent.html>z</a>", "<a href=a.html#absent>a</a>",
    "<a href=\"#x\">x</a>",
    "<a href=a.html#%78>a</a>", "<img src=https://x.fr/i.png>", "<a href=\"mailto:\">m</a>", "<base href=/>",
    "<a href=a.html#top>t</a><a name=été id=X>", "<a href=a.html#%C3%A9t%C3%A9>e</a>",
    "<link rel=stylesheet href=s.css>",
    "",
  ]

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `a site is judged by summaries that were recorded as by its files`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pages = ["a.html", "b.html", "c/d.html"].map { path in
      Self.page(path, (0..<3).compactMap { _ in Self.bodies.randomElement(using: &random) }.joined())
    }
    let files = pages + [StagedFile(path: "s.css", bytes: Array("@import \"https://x.fr/t.css\";".utf8))]
    let known = try files.map { file in
      let one = SiteFile(file)
      return SiteFile(path: one.path, isPage: one.isPage, summary: try one.summary.map(Self.read))
    }
    let direct = PageVerifier(files)
    let recorded = PageVerifier(known) { path in files.first { $0.path == path }?.bytes ?? [] }
    #expect(recorded.run() == direct.run())
    #expect(recorded.linkCount == direct.linkCount && recorded.targets == direct.targets)
  }

  @Test func `the bytes of sound pages are not read`() {
    let files = [Self.page("a.html", "<a href=b.html#x>b</a>"), Self.page("b.html", "<p id=x><a href=a.html>a</a>")]
    let verifier = PageVerifier(files.map { SiteFile($0) }) { path in
      Issue.record("\(path) was read")
      return []
    }
    #expect(verifier.run().isEmpty)
  }

  @Test func `a summary that was cut short is damaged`() throws {
    let summary = FileSummary(PageReading(Self.page("a.html", Self.bodies.joined())))
    #expect(try Self.read(summary) == summary)
    var writer = ByteWriter()
    summary.write(to: &writer)
    for length in 0..<writer.bytes.count {
      var reader = ByteReader(writer.bytes[..<length])
      #expect(throws: DamagedBytes.self) { try FileSummary(&reader) }
    }
  }
}
