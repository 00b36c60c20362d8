/// Escaping for terminals.
///
/// Content has many authors. An escape sequence in it could recolour, erase or retitle the terminal, and a
/// bidirectional control character could display a line in another order than its characters have. Both are written as
/// visible escapes (`\u{1B}`).
public enum TerminalText {
  /// The text with all characters that a terminal interprets or hides written as escapes.
  public static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar> = ["\t"]) -> String {
    guard text.unicodeScalars.contains(where: { $0.isUnsafeOnTerminal }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isUnsafeOnTerminal, !kept.contains(scalar) {
        result.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The visible escape of a scalar: `\u{1B}`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}

extension Unicode.Scalar {
  /// Whether a terminal interprets or hides this scalar instead of showing it.
  var isUnsafeOnTerminal: Bool {
    if value >= 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // The joiners stay: emoji and several scripts need them, and they do not change the order of characters.
    case .format: return self != "\u{200C}" && self != "\u{200D}"
    default: return false
    }
  }
}
