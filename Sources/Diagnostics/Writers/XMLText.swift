import Encodings

/// Text as XML 1.0 writes it.
enum XMLText {
  /// A text between tags.
  static func escaped(_ text: String) -> String { escaped(text, keeping: ["\n", "\t"]) }

  /// A text between the quotation marks of an attribute, where a parser would make a space of each line end.
  static func escapedAttribute(_ text: String) -> String { escaped(text, keeping: []) }

  /// What XML forbids becomes U+FFFD. What it allows and a terminal would obey is written by its number: reports get
  /// printed.
  private static func escaped(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case _ where !isAllowed(scalar): result.append("\u{FFFD}")
      case _ where scalar.isUnsafeOnTerminal && !kept.contains(scalar):
        result.append(contentsOf: "&#x\(String(scalar.value, radix: 16, uppercase: true));".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a document may hold a scalar, be it by its number (XML 1.0, production 2).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
