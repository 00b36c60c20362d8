import Diagnostics
import Testing

/// A list of findings.
@Suite struct FindingListTests {
  private static func finding(
    _ number: Int, _ id: DiagnosticID = .brokenLink, _ severity: Severity = .warning, in file: String = "a.md"
  ) -> Diagnostic {
    let start = SourcePosition(line: number, column: 1)
    let place = SourceLocation(file: file, range: SourceRange(start: start, end: start))
    return Diagnostic(id, severity, at: place, Message(fr: "constat", en: "finding"))
  }

  @Test func `up to the limit, all are kept in their order, and nothing is added`() {
    let findings = (1...FindingList.limit).map { Self.finding($0) }
    #expect(FindingList(findings).all == findings)
  }

  @Test func `what goes beyond the limit is counted and said once, where it begins`() throws {
    let list = FindingList((1...FindingList.limit + 7).map { Self.finding($0) })
    #expect(list.all.count == FindingList.limit + 1 && list.count == FindingList.limit + 7)
    let last = try #require(list.all.last)
    #expect(last.id == .brokenLink && last.location?.range?.start.line == FindingList.limit + 1)
    #expect(last.message.english.contains("and 7 more"))
  }

  @Test func `each kind and each file has room of its own`() {
    let many = FindingList.limit
    let list = FindingList(
      (1...many).map { Self.finding($0) } + (1...many).map { Self.finding($0, .yamlColon) }
        + (1...many).map { Self.finding($0, in: "b.md") })
    #expect(list.all.count == 3 * many)
  }

  @Test func `an error among those that are left out stays an error`() {
    var list = FindingList((1...FindingList.limit + 1).map { Self.finding($0) })
    list.append(Self.finding(9_999, .brokenLink, .error))
    #expect(list.all.last?.severity == .error)
  }

  @Test func `two lists together say what each of them left out`() {
    var list = FindingList((1...FindingList.limit + 2).map { Self.finding($0) })
    list += FindingList((1...FindingList.limit + 3).map { Self.finding($0) })
    #expect(list.count == 2 * FindingList.limit + 5)
    #expect(list.all.last?.message.english.contains("and \(FindingList.limit + 5) more") == true)
  }
}
