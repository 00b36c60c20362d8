import LinkMaintenance
import Testing

@Suite struct UnifiedDiffTests {
  @Test func `a change is shown with three lines around it`() {
    #expect(
      patch("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\ncinq\n6\n7\n8\n9\n") == """
        --- a/page.md
        +++ b/page.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +cinq
         6
         7
         8

        """)
  }

  @Test func `a change of the only line counts no lines`() {
    #expect(patch("a\n", "b\n") == "--- a/page.md\n+++ b/page.md\n@@ -1 +1 @@\n-a\n+b\n")
  }

  @Test func `a last line without its end is said to be one`() {
    #expect(
      patch("a\nb", "a\nc") == """
        --- a/page.md
        +++ b/page.md
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test func `nothing changed is no patch`() {
    #expect(patch("a\nb", "a\nb") == "")
    #expect(patch("", "") == "")
  }

  @Test(arguments: [
    ("a.md", "a/a.md", ""), ("un dossier/a.md", "a/un dossier/a.md", "\t"), ("été.md", "a/été.md", ""),
    ("a\"b\\c.md", "\"a/a\\\"b\\\\c.md\"", ""), ("a\tb\u{1}.md", "\"a/a\\tb\\001.md\"", ""),
  ])
  func `the path is written as git writes it`(path: String, written: String, end: String) {
    let first = String(decoding: UnifiedDiff(of: path, from: [0x61], to: [0x62]).bytes, as: UTF8.self)
      .split(separator: "\n").first
    #expect(first ?? "" == "--- \(written)\(end)")
  }

  @Test(arguments: [
    Shape("first and last line", (1...20).map { "\($0)\n" }, changing: [0, 19]),
    Shape(
      "hunks apart, hunks that touch, lines in a row", (1...60).map { "\($0)\n" },
      changing: [3, 10, 18, 19, 26, 34, 50]),
    Shape("CRLF", (1...12).map { "\($0)\r\n" }, changing: [0, 5]),
    Shape("CR within lines", ["a\rb\n", "c\r", "d\n", "e\r"], changing: [0, 2]),
    Shape("no final newline, changed", ["a\n", "b\n", "c"], changing: [2]),
    Shape("no final newline, beside", ["a\n", "b\n", "c"], changing: [1]),
    Shape("no final newline, far", (1...20).map { "\($0)\n" } + ["fin"], changing: [1]),
    Shape("one line", ["a"], changing: [0]), Shape("all lines", (1...9).map { "\($0)\n" }, changing: Array(0..<9)),
    Shape("blank lines and blanks", ["\n", " \n", "\t\n", "- a\n", "+ b\n", "\\ c\n", "--- d\n"], changing: [3, 6]),
    Shape("accents", ["été\n", "日本\n", "😀\n"], changing: [1]),
    Shape("what is no text", ["\u{FEFF}a\n", "\u{0}b\n", "c\n"], changing: [1]),
  ])
  func `git makes the new file out of the old one`(shape: Shape) throws {
    for path in ["a.md", "un dossier/é \"x\".md"] {
      #expect(try GitApply.apply(path, from: shape.old, to: shape.new) == shape.new)
    }
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nc\n"), ("a\nc\n", "a\nb\nc\n"), ("a\n", "a\nb"), ("a", "a\n"), ("a\n", "a"), ("a\nb\n", "c"),
    ("a\na\na\n", "a\na\n"), ("", "a\n"), ("a\n\n\n", "a\n"), ("1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\ny\n4\n5\n6\n"),
  ])
  func `a patch is right where the number of lines changes, too`(old: String, new: String) throws {
    #expect(try GitApply.apply("a.md", from: Array(old.utf8), to: Array(new.utf8)) == Array(new.utf8))
  }

  @Test func `it is what git itself says`() throws {
    let shape = Shape("", (1...60).map { "ligne \($0)\n" }, changing: [0, 3, 11, 19, 40, 58])
    let own = UnifiedDiff(of: "un dossier/été.md", from: shape.old, to: shape.new).bytes
    #expect(
      try GitApply.diff("un dossier/été.md", from: shape.old, to: shape.new) == String(decoding: own, as: UTF8.self))
  }

  @Test func `a repaired file is patched to what it will be`() throws {
    let text = "---\r\ntitre: É\r\n---\r\n[t](\(old)) \r\n\r\n\(old).\r\nfin"
    let repair = Repairing(text).repair
    #expect(repair.done.count == 2)
    #expect(try GitApply.apply("guide/é à.md", from: Array(text.utf8), to: repair.bytes) == repair.bytes)
  }

  @Test func `a large file is compared in time that is in proportion`() {
    let lines = (0..<200_000).map { "ligne \($0)\n" }
    let changed = lines.enumerated().map { $0.offset.isMultiple(of: 2) ? "autre\n" : $0.element }
    let bytes = UnifiedDiff(
      of: "a.md", from: Array(lines.joined().utf8), to: Array((["plus\n"] + changed).joined().utf8)
    ).bytes
    #expect(bytes.count > 1_000_000)
  }

  private func patch(_ old: String, _ new: String) -> String {
    String(decoding: UnifiedDiff(of: "page.md", from: Array(old.utf8), to: Array(new.utf8)).bytes, as: UTF8.self)
  }
}

/// A file, and its content after some lines have changed.
struct Shape: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let old: [UInt8]
  let new: [UInt8]

  init(_ name: String, _ lines: [String], changing changed: [Int]) {
    testDescription = name
    old = Array(lines.joined().utf8)
    new = Array(
      lines.enumerated().map { changed.contains($0.offset) ? "nouveau " + $0.element : $0.element }.joined().utf8)
  }
}
