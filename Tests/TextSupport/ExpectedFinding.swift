import Diagnostics
import Testing

/// Expects one finding among those on a text of the content, at the marker of the text: `1️⃣` marks its start, `⟦…⟧` its
/// whole range.
///
/// - Parameters:
///   - severity: the expected severity; nil if the test does not care.
///   - file: the file of the text, below the content folder.
///   - help: the expected help in French; nil if the test does not care.
package func expectOnly(
  _ id: DiagnosticID, among found: [Diagnostic], in file: String, _ text: MarkedText, severity: Severity? = nil,
  help: String? = nil, sourceLocation: Testing.SourceLocation
) {
  #expect(found.map(\.id) == [id], "\(found.map(\.message.english))", sourceLocation: sourceLocation)
  guard let finding = found.first(where: { $0.id == id }) else { return }
  #expect(finding.location?.file == "content/" + file, sourceLocation: sourceLocation)
  if let range = text.ranges.first {
    #expect(finding.location?.range == range, sourceLocation: sourceLocation)
  } else if let point = text.points[1] {
    #expect(finding.location?.range?.start == point, sourceLocation: sourceLocation)
  }
  if let severity { #expect(finding.severity == severity, sourceLocation: sourceLocation) }
  if let help { #expect(finding.help?.french == help, sourceLocation: sourceLocation) }
}
