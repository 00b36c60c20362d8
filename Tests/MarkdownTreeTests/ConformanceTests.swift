import CompiledBody
import Diagnostics
import Foundation
import MarkdownTree
import Testing

/// Compares every example of both specifications byte by byte. `scripts/fetch-specifications` downloads them.
@Suite(
  .enabled(
    if: Specification.folder != nil,
    "the specifications are not here: run scripts/fetch-specifications, or set TROUSSE_SPECIFICATIONS"))
struct ConformanceTests {
  @Test func `every example of GFM 0.29 comes out as the specification has it`() throws {
    let outcome = try Specification.gfm().run()
    print("GFM 0.29: \(outcome.passed) of \(outcome.count)")
    for example in outcome.failures { Issue.record("\(example)") }
    #expect(outcome.count == 671)
  }

  /// The examples of CommonMark 0.31.2 that cmark-gfm, which implements an earlier version, renders differently.
  private static let known = [
    28: "a numeric reference has seven digits at most; cmark-gfm takes `&#87654321;` for one, and writes U+FFFD",
    171: "a `textarea` goes on to its end tag; in cmark-gfm, blank lines end it as they end any other block",
    354: "currency signs count as punctuation beside `*`; for cmark-gfm they are letters",
    625: "`--` may stand inside a comment; cmark-gfm then sees no comment",
    626: "`<!-->` and `<!--->` are whole comments; cmark-gfm sees none",
  ]

  @Test func `CommonMark 0.31.2 comes out as the specification has it, but for what cmark-gfm reads otherwise`() throws
  {
    let outcome = try Specification.commonMark().run()
    let numbers = outcome.failures.map(\.number)
    print("CommonMark 0.31.2: \(outcome.passed) of \(outcome.count), all but \(Self.known.keys.sorted())")
    for example in outcome.failures where Self.known[example.number] == nil { Issue.record("\(example)") }
    for (number, reason) in Self.known where !numbers.contains(number) {
      Issue.record("example \(number) passes now; it used not to: \(reason)")
    }
    #expect(outcome.count == 652)
  }
}

/// The examples of a specification.
private struct Specification {
  struct Example: CustomStringConvertible {
    var number: Int
    var markdown: String
    var html: String
    var extensions: Set<MarkdownExtension>

    var rendered: String {
      let source = SourceText(file: "example.md", text: markdown)
      return String(decoding: SpecificationHTML.render(source, extensions: extensions).html, as: UTF8.self)
    }

    /// The data to show if the example fails.
    var description: String {
      """
      example \(number)
      Markdown: \(markdown.debugDescription)
      expected: \(html.debugDescription)
      rendered: \(rendered.debugDescription)
      """
    }
  }

  struct Outcome {
    var count: Int
    var failures: [Example]
    var passed: Int { count - failures.count }
  }

  let examples: [Example]

  func run() -> Outcome {
    let failures = examples.filter { !$0.rendered.utf8.elementsEqual($0.html.utf8) }
    return Outcome(count: examples.count, failures: failures)
  }

  // MARK: Where they are

  /// The folder of both specifications; nil if they are not downloaded.
  static let folder: URL? = {
    let project = String(#filePath.dropLast("/Tests/MarkdownTreeTests/ConformanceTests.swift".count))
    let named = ProcessInfo.processInfo.environment["TROUSSE_SPECIFICATIONS"]
    return [named, project + "/.specifications"].compactMap { $0 }.map {
      URL(filePath: $0, directoryHint: .isDirectory)
    }
    .first { folder in
      [gfmFile, commonMarkFile].allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: $0).path(percentEncoded: false))
      }
    }
  }()

  private static let gfmFile = "gfm-0.29.txt"
  private static let commonMarkFile = "commonmark-0.31.2.json"

  private static func read(_ file: String) throws -> Data {
    try Data(contentsOf: #require(folder).appending(path: file))
  }

  // MARK: How they are written

  /// Reads the GFM specification. An example is between fences of 32 backticks: the Markdown, a line with a full stop,
  /// the HTML. `→` represents a tab. The words after `example` are the enabled extensions.
  static func gfm() throws -> Specification {
    let text = String(decoding: try read(gfmFile), as: UTF8.self).replacing("→", with: "\t")
    let fence = String(repeating: "`", count: 32)
    let opening = fence + " example"
    var examples: [Example] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let start = lines.firstIndex(where: { $0.hasPrefix(opening) }) {
      let words = lines[start].dropFirst(opening.count).split(separator: " ")
      lines = lines[(start + 1)...]
      let end = try #require(lines.firstIndex { $0 == fence })
      let parts = lines[..<end].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      lines = lines[(end + 1)...]
      if words.contains("disabled") { continue }
      try #require(parts.count == 2)
      let extensions = try words.map { try #require(MarkdownExtension(rawValue: String($0)), "\($0)") }
      examples.append(
        Example(
          number: examples.count + 1, markdown: joined(parts[0]), html: joined(parts[1]), extensions: Set(extensions)))
    }
    return Specification(examples: examples)
  }

  /// Reads the CommonMark specification, a JSON array of examples.
  static func commonMark() throws -> Specification {
    struct Entry: Decodable {
      var example: Int
      var markdown: String
      var html: String
    }
    let entries = try JSONDecoder().decode([Entry].self, from: read(commonMarkFile))
    return Specification(
      examples: entries.map { Example(number: $0.example, markdown: $0.markdown, html: $0.html, extensions: []) })
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String { lines.map { $0 + "\n" }.joined() }
}
