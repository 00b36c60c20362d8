import Diagnostics
import TextSupport
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every kind of line end ends a line`(end: String) {
    let source = SourceText(file: file, text: ["un", "deux", ""].joined(separator: end))
    #expect(source.lineCount == 3)
    #expect((1...3).map(source.line) == ["un", "deux", ""])
    #expect(source.position(ofByte: 2 + end.utf8.count) == SourcePosition(line: 2, column: 1))
  }

  @Test(arguments: ["é1️⃣t", "👩‍🚀1️⃣\nx", "e\u{301}1️⃣", "a\r\nœuvre1️⃣", "\r\r1️⃣", "日本\n1️⃣語", "1️⃣"])
  func `columns are scalars, and offsets go there and back`(marked: String) throws {
    let text = MarkedText(marked)
    let point = try #require(text.points[1])
    let source = SourceText(file: file, text: text.text)
    let offset = source.byteOffset(of: point)
    #expect(source.position(ofByte: offset) == point)
    let byteColumn = offset - source.byteRange(ofLine: point.line).lowerBound + 1
    #expect(source.position(line: point.line, byteColumn: byteColumn) == point)
  }

  @Test func `a stretch of bytes is a range of characters`() {
    let text = MarkedText("L'⟦été⟧ arrive")
    #expect(SourceText(file: file, text: text.text).location(2..<7).range == text.onlyRange())
  }

  @Test(arguments: [Int.min, -1, 0, 99, .max])
  func `a place that does not exist is brought back into the text`(number: Int) {
    let source = SourceText(file: file, text: "un\ndeux")
    #expect((1...2).contains(source.position(ofByte: number).line))
    #expect((1...5).contains(source.position(line: 2, byteColumn: number).column))
    #expect((0...7).contains(source.byteOffset(of: SourcePosition(line: number, column: number))))
    #expect(source.byteOffset(of: SourcePosition(line: 1, column: number)) <= 2)
    #expect([1, 2, 99].contains(number) || source.line(number).isEmpty)
  }

  @Test func `columns are right however long the line is`() {
    let pieces = ["a", "é", "日", "👩‍🚀", "e\u{301}"]
    let line = (0..<3_000).map { pieces[$0 * 7919 % 5] }.joined()
    let source = SourceText(file: file, text: "début\n" + line)
    var column = 1
    var offset = source.byteRange(ofLine: 2).lowerBound
    for scalar in line.unicodeScalars {
      let point = SourcePosition(line: 2, column: column)
      #expect(source.byteOffset(of: point) == offset)
      #expect(source.position(ofByte: offset) == point)
      offset += UTF8.width(scalar)
      column += 1
    }
  }
}
