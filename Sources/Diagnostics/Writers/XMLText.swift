import Encodings

/// Escapes text for XML 1.0.
enum XMLText {
  /// Escapes a text for the content of an element.
  static func escaped(_ text: String) -> String { escaped(text, keeping: ["\n", "\t"]) }

  /// Escapes a text for the value of an attribute. Line ends are escaped too, because an XML parser would turn a line
  /// end into a space.
  static func escapedAttribute(_ text: String) -> String { escaped(text, keeping: []) }

  /// Characters that XML forbids become U+FFFD. Characters that XML allows but a terminal interprets become numeric
  /// references, because people may read the report in a terminal.
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

  /// Whether XML 1.0 allows a scalar in a document, literally or as a numeric reference (production 2).
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
