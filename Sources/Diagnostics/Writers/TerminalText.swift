import Encodings

/// What a terminal may be sent.
///
/// Content comes from many hands. An escape sequence in it could recolour, erase or retitle the terminal, and a
/// bidirectional control could show a line in another order than it is read: both are shown as `\u{1B}`, never sent.
public enum TerminalText {
  /// The text with everything that a terminal would obey, or would hide, written as an escape.
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

  /// How one scalar is shown that cannot be sent: `\u{1B}`.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}
