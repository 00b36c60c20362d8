import Diagnostics
import SiteSupport
import Testing
import TextSupport

/// Whole toolboxes, compared with the pages that they must give.
@Suite struct GoldenToolboxTests {
  @Test(arguments: GoldenToolbox.all)
  func `a toolbox gives the pages that are beside its content, to the byte`(toolbox: GoldenToolbox) throws {
    let site = try toolbox.site()
    try #require(site.build().diagnostics.filter { $0.severity == .error }.map(\.shortDescription) == [])
    let built = site.output.filter { $0.key.hasSuffix(".html") }
    if GoldenToolbox.isRewriting { return try toolbox.rewrite(built) }
    let expected = try toolbox.expectedPages()
    let differences = Set(built.keys).union(expected.keys).sorted().compactMap { path in
      Self.difference(expected[path], built[path]).map { "\(path): \($0)" }
    }
    #expect(
      differences.isEmpty,
      "\(differences.joined(separator: "\n"))\nIf the pages are right, write them with: \(GoldenToolbox.command)")
  }

  @Test func `there are toolboxes in French, in English, without editions and with parts`() {
    let names = GoldenToolbox.all.map(\.description)
    #expect(Set(names).isSuperset(of: ["french", "small-english", "with-parts", "without-editions"]))
  }

  @Test func `a difference is shown with the number of its line`() {
    #expect(Self.difference("a\nb\nc\n", "a\nb\nc\n") == nil)
    #expect(Self.difference("a\nb\nc\n", "a\nx\nc\n") == "line 2 is “x” instead of “b”")
    #expect(Self.difference("a\n", "a\nb\n") == "line 2 is “b” instead of “”")
    #expect(Self.difference("a", "a\n") == "line 2 is “” instead of no line")
    #expect(Self.difference(nil, "a") == "the page is not among the expected pages")
    #expect(Self.difference("a", nil) == "the page is missing")
  }

  /// The first difference between an expected page and the one that was built; nil if they are equal.
  private static func difference(_ expected: String?, _ built: String?) -> String? {
    guard let expected else { return "the page is not among the expected pages" }
    guard let built else { return "the page is missing" }
    let (old, new) = (lines(expected), lines(built))
    return (0..<max(old.count, new.count)).first { old[safe: $0] != new[safe: $0] }.map { line in
      "line \(line + 1) is \(shown(new[safe: line])) instead of \(shown(old[safe: line]))"
    }
  }

  /// The lines of a page. They are compared as bytes, because two strings in different Unicode forms are equal.
  private static func lines(_ page: String) -> [[UInt8]] {
    Array(page.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func shown(_ line: [UInt8]?) -> String {
    line.map { "“\(String(decoding: $0, as: UTF8.self))”" } ?? "no line"
  }
}

extension [[UInt8]] {
  fileprivate subscript(safe index: Int) -> [UInt8]? { indices.contains(index) ? self[index] : nil }
}
