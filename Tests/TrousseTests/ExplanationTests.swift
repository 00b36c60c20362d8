import Diagnostics
import LinkValidation
import Testing

@testable import trousse

@Suite struct ExplanationTests {
  @Test func `ids are words joined by hyphens`() {
    for id in DiagnosticID.all {
      #expect(id.rawValue.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(id.rawValue)")
    }
  }

  @Test(arguments: Language.allCases)
  func `each id is explained in its own words`(language: Language) {
    let explanations = DiagnosticID.all.map(\.explanation)
    for texts in [
      explanations.map { $0.title.text(in: language) }, explanations.map { $0.meaning.text(in: language) },
      explanations.map { $0.remedy.text(in: language) },
    ] {
      #expect(!texts.contains { $0.isEmpty })
      #expect(Set(texts).count == DiagnosticID.all.count)
    }
  }

  @Test(arguments: DiagnosticID.all)
  func `an explanation has two to four sentences`(id: DiagnosticID) {
    for language in Language.allCases {
      // A colon may join two clauses; full stops inside code do not count.
      let prose = id.explanation.meaning.text(in: language).replacing(/`[^`]*`/, with: "x")
      let sentences = prose.matches(of: /[.!?](?= |$)/).count
      #expect((2...4).contains(sentences), "\(id.rawValue): \(sentences)")
    }
  }

  @Test(arguments: DiagnosticID.all)
  func `French is well set outside code`(id: DiagnosticID) {
    let explanation = id.explanation
    for message in [explanation.title, explanation.meaning, explanation.remedy] {
      let prose = message.french.split(separator: "\n").filter { !$0.hasPrefix("    ") }
        .joined(separator: "\n").replacing(/`[^`]*`/, with: "x")
      #expect(prose.firstMatch(of: #/[ \w»)][;!?]| :|« | »|'|\.\.\.|  /#) == nil, "\(id.rawValue): \(prose)")
    }
  }

  @Test(arguments: [
    ("broken-lnk", DiagnosticID.brokenLink), ("Broken link", .brokenLink), ("unknown_key", .unknownKey),
    ("lien brise", .brokenLink), ("yaml-colons", .yamlColon),
  ])
  func `a mistyped id is understood`(word: String, meant: DiagnosticID) {
    #expect(DiagnosticID.nearest(to: word) == meant)
  }

  @Test(arguments: ["", "zzzzzzzzzzz", "\u{0}\u{1B}"])
  func `nonsense is not`(word: String) {
    #expect(DiagnosticID.nearest(to: word) == nil)
  }
}
