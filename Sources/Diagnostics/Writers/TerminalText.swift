import Encodings

/// Makes text safe for a terminal.
///
/// Content has many authors and can contain any character. An escape sequence could recolour, erase or retitle the
/// terminal. A bidirectional control character could reorder the characters of a line. Such characters are written as
/// visible escapes (`\u{1B}`).
package enum TerminalText {
  /// Writes visible escapes in place of the characters that a terminal interprets or hides.
  ///
  /// - Parameter kept: characters that stay as they are.
  package static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar> = ["\t"]) -> String {
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
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
