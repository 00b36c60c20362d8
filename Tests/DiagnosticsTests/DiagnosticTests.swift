import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  @Test func `findings are read by file and place, those without a place first`() {
    let here = finding(at: SourceRange(2, 1)), later = finding(at: SourceRange(2, 9))
    let whole = finding(at: nil), nowhere = finding(in: nil), elsewhere = finding(in: "content/site.yml")
    #expect([elsewhere, later, here, whole, nowhere].inReadingOrder() == [nowhere, whole, here, later, elsewhere])
  }

  @Test func `kinds with the same name are equal`() {
    let other = DiagnosticID("broken-link", title: Message("a"), meaning: Message("b"), remedy: Message("c"))
    #expect(other == .brokenLink && Set([other, .brokenLink, .yamlColon]).count == 2)
  }

  @Test func `severities rise from note to error`() {
    #expect([Severity.error, .note, .warning].sorted() == [.note, .warning, .error])
  }

  @Test(arguments: [("fr_FR.UTF-8", Language.french), ("EN", .english), ("de", nil), ("", nil)])
  func `a locale gives the language`(tag: String, language: Language?) {
    #expect(Language(tag: tag) == language)
  }

  @Test func `a range never ends before it starts`() {
    let start = SourcePosition(line: 2, column: 4)
    #expect(SourceRange(start: start, end: SourcePosition(line: 1, column: 9)).end == start)
  }
}
