/// A kind of finding: its stable name and its explanation. A name is never used again for another kind. `trousse explain
/// NAME` explains the kind.
///
/// Each kind is a constant in the file of the rule that reports it. A kind that several modules report is in the lowest
/// of these modules.
package struct DiagnosticID: Sendable, Hashable, CustomStringConvertible {
  /// What a kind contains. All findings of a kind share it, so that a finding contains only a reference.
  private final class Content: Sendable {
    let rawValue: String
    let explanation: Explanation

    init(_ rawValue: String, _ explanation: Explanation) {
      self.rawValue = rawValue
      self.explanation = explanation
    }
  }

  private let content: Content

  /// Creates a kind. Only the constant that names the kind calls this initializer.
  ///
  /// - Parameter rawValue: the stable name.
  package init(_ rawValue: String, title: Message, meaning: Message, remedy: Message) {
    content = Content(rawValue, Explanation(title: title, meaning: meaning, remedy: remedy))
  }

  /// The stable name, for example `broken-link`.
  package var rawValue: String { content.rawValue }

  /// The explanation of this kind of finding.
  package var explanation: Explanation { content.explanation }

  /// The stable name.
  package var description: String { rawValue }

  /// Kinds with the same name are equal.
  package static func == (left: DiagnosticID, right: DiagnosticID) -> Bool {
    left.content === right.content || left.rawValue == right.rawValue
  }

  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
