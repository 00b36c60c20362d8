import Diagnostics

/// A value of YAML with its place. Scalars stay text: it is for whoever reads a key to say what is meant.
struct YAMLValue: Sendable {
  indirect enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLValue])
    case mapping([Pair])
  }

  /// A key and its value.
  struct Pair: Sendable {
    var key: String
    var keyPosition: SourcePosition
    var value: YAMLValue
  }

  var content: Content
  /// Where it begins.
  var position: SourcePosition

  /// Whether it says nothing: `titre:` and nothing behind it, or quotes around nothing.
  var isEmpty: Bool {
    if case .scalar(let text, _) = content { return text.allSatisfy(\.isWhitespace) }
    return false
  }
}
