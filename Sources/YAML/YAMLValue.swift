import Diagnostics

/// A YAML value with its position. A scalar is kept as text. The code that reads a key decides which type its value
/// must have.
package struct YAMLValue: Sendable {
  package indirect enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLValue])
    case mapping([Pair])
  }

  package struct Pair: Sendable {
    package var key: String
    var keyPosition: SourcePosition
    package var value: YAMLValue
  }

  package var content: Content
  /// The position where the value begins.
  package var position: SourcePosition

  /// Creates a value from its parts.
  package init(content: Content, position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// Whether the value is empty: `titre:` without a value, or empty quotes.
  package var isEmpty: Bool {
    if case .scalar(let text, _) = content { return text.allSatisfy(\.isWhitespace) }
    return false
  }
}
