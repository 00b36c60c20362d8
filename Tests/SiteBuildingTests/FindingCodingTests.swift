import Diagnostics
import Encodings
import SiteBuilding
import Testing

/// The binary form of findings in a build record.
@Suite struct FindingCodingTests {
  private static func coded(_ finding: Diagnostic) throws -> Diagnostic {
    var writer = ByteWriter()
    finding.write(to: &writer)
    var reader = ByteReader(writer.bytes[...])
    return try Diagnostic(&reader, kind: DiagnosticID.inBuild)
  }

  private static func finding(_ kind: DiagnosticID) -> Diagnostic {
    Diagnostic(
      kind, .warning, at: SourceLocation(file: "content/a.md", at: SourcePosition(line: 2, column: 3)),
      Message(fr: "un", en: "one"), help: Message(fr: "deux", en: "two"),
      related: [.init(SourceLocation(file: "content/b.md"), Message(fr: "trois", en: "three"))], cause: .machine)
  }

  @Test(arguments: DiagnosticID.onMachine + DiagnosticID.onSite)
  func `a finding is read as it was written`(kind: DiagnosticID) throws {
    #expect(try Self.coded(Self.finding(kind)) == Self.finding(kind))
  }

  @Test func `a kind that the program does not know is damage`() {
    let unknown = DiagnosticID(
      "no-such-kind", title: Message(fr: "", en: ""), meaning: Message(fr: "", en: ""), remedy: Message(fr: "", en: ""))
    #expect(throws: DamagedBytes.self) { try Self.coded(Self.finding(unknown)) }
  }
}
