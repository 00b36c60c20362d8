import Diagnostics
import TextSupport
import Testing

@Suite struct MarkedTextTests {
  @Test func `markers leave the text and tell where they stood`() {
    let text = MarkedText("é1️⃣a\r\n⟦b⟦c⟧\n⟧2️⃣")
    #expect(text.text == "éa\r\nbc\n")
    #expect(text.points == [1: SourcePosition(line: 1, column: 2), 2: SourcePosition(line: 3, column: 1)])
    #expect(
      text.ranges == [
        SourceRange(start: SourcePosition(line: 2, column: 1), end: SourcePosition(line: 3, column: 1)),
        SourceRange(2, 2, to: 3),
      ]
    )
  }

  @Test func `a marker without its partner fails the test`() {
    withKnownIssue { _ = MarkedText("a⟧") }
    withKnownIssue { _ = MarkedText("⟦a") }
  }
}
