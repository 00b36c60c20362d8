import Diagnostics

/// A YAML value with its position. A scalar is kept as text. The code that reads a key decides which type its value
/// must have.
struct YAMLValue: Sendable {
  indirect enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLValue])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    var key: String
    var keyPosition: SourcePosition
    var value: YAMLValue
  }

  var content: Content
  /// The position where the value begins.
  var position: SourcePosition

  /// Whether the value is empty: `titre:` without a value, or empty quotes.
  var isEmpty: Bool {
    if case .scalar(let text, _) = content { return text.allSatisfy(\.isWhitespace) }
    return false
  }
}
