import Diagnostics
import Foundation
import Testing

@Suite struct JSONReportTests {
  @Test func `a finding is one line with its keys in order`() {
    let one = finding(at: SourceRange(12, 5), Message("« a\"b\\c »\n\t"), help: Message("write d"))
    #expect(
      report(.json, [one]) == #"""
        [
        {"id":"broken-link","severity":"error","file":"content/guide/charge.md","line":12,"column":5,\#
        "message":"« a\"b\\c »\n\t","help":"write d"}
        ]

        """#
    )
  }

  @Test func `other places that belong to a finding are listed`() {
    var one = finding(at: SourceRange(12, 5), Message("a"))
    one.related = [.init(SourceLocation(file: "b.md"), Message(fr: "aussi", en: "too"))]
    #expect(
      report(.json, [one]).contains(##","related":[{"file":"b.md","line":null,"column":null,"message":"too"}]}"##))
  }

  @Test func `what is not known is null`() {
    #expect(report(.json, []) == "[]\n")
    #expect(report(.json, [finding(in: nil)]).contains(#""file":null,"line":null,"column":null"#))
    #expect(report(.json, [finding(at: nil)]).contains(#""file":"\#(file)","line":null,"column":null"#))
    #expect(report(.json, [finding()]).contains(#""help":null"#))
  }

  @Test(arguments: [DiagnosticFormat.json, .gitlab, .sarif])
  func `hostile texts come back as they were, and never raw`(format: DiagnosticFormat) throws {
    let output = report(format, hostileFindings)
    #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let message = hostileFindings[0].message.english
    let read = try JSONSerialization.jsonObject(with: Data(output.utf8))
    #expect(strings(in: read).contains(message))
  }

  private func strings(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    if let list = value as? [Any] { return list.flatMap(strings) }
    return (value as? Object)?.values.flatMap(strings) ?? []
  }
}

@Suite struct GitHubReportTests {
  @Test func `a finding is a workflow command`() {
    #expect(
      report(.github, [finding(.note, at: SourceRange(12, 5, to: 9), help: Message("écris"))]) == """
        ::notice file=content/guide/charge.md,line=12,col=5,endLine=12,endColumn=9,title=Broken link [broken-link]::\
        the link leads to no file%0Aécris

        """
    )
    #expect(report(.github, [finding(.warning, in: nil)]).hasPrefix("::warning title=Broken link"))
  }

  @Test func `a range over several lines names its lines alone`() {
    let range = SourceRange(start: SourcePosition(line: 1, column: 2), end: SourcePosition(line: 3, column: 4))
    #expect(report(.github, [finding(at: range)]).contains("line=1,endLine=3,title="))
  }

  @Test func `nothing in a finding ends its command early`() {
    let output = report(.github, [finding(in: "a,b:c%\r\n.md", Message("100 %\r\n::error::x"))])
    #expect(output.split(separator: "\n").count == 1)
    #expect(output.contains("file=a%2Cb%3Ac%25%0D%0A.md,line=1"))
    #expect(output.contains("::100 %25%0D%0A::error::x"))
    #expect(report(.github, hostileFindings).split(separator: "\n").count == hostileFindings.count)
  }
}

@Suite struct GitLabReportTests {
  private func read(_ findings: [Diagnostic], _ language: Language = .english) throws -> [Object] {
    try json(report(.gitlab, findings, language: language), as: [Object].self)
  }

  @Test func `a finding has what Code Quality asks for`() throws {
    let one = try #require(try read([finding(at: SourceRange(12, 5))]).first)
    #expect(one["description"] as? String == "the link leads to no file")
    #expect(one["check_name"] as? String == "broken-link")
    let location = try #require(one["location"] as? Object)
    #expect(location["path"] as? String == file)
    #expect((location["lines"] as? [String: Int]) == ["begin": 12])
    #expect(report(.gitlab, []) == "[]\n")
  }

  @Test func `severities are mapped`() throws {
    let all = try read([finding(.note), finding(.warning), finding(.error), finding(.error, cause: .machine)])
    #expect(all.map { $0["severity"] as? String } == ["info", "minor", "major", "blocker"])
  }

  @Test func `fingerprints are unique, and last when lines move or the language changes`() throws {
    func prints(_ findings: [Diagnostic], _ language: Language = .english) throws -> [String] {
      try read(findings, language).compactMap { $0["fingerprint"] as? String }
    }
    let before = try prints([finding(at: SourceRange(1, 1)), finding(at: SourceRange(2, 1)), finding(in: "b.md")])
    #expect(Set(before).count == 3 && before.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{32}/) != nil })
    let moved = [finding(at: SourceRange(5, 1)), finding(at: SourceRange(9, 1))]
    #expect(try prints(moved, .french) == Array(before.prefix(2)))
    // Computed by another program: the same on every machine, in every version.
    #expect(before[0] == "353384c27f96e6f0bc15c57336907608")
  }

  @Test func `a finding without a place is still located`() throws {
    let location = try #require(try read([finding(in: nil)]).first?["location"] as? Object)
    #expect(location["path"] as? String == ".")
    #expect((location["lines"] as? [String: Int]) == ["begin": 1])
  }
}
