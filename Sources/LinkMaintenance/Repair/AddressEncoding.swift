import Addresses

/// Makes an address safe for Markdown and YAML: percent-encodes the characters that could end the address or be
/// invisible.
enum AddressEncoding {
  /// Encodes unsafe characters as UTF-8; other characters, including `%`, stay.
  static func encode(_ address: String) -> String { PercentEncoding.encode(address, scalars: isUnsafe) }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // A backtick may close a code span that opens before the address, and `|` ends a table cell; an address may contain
    // neither.
    case "<", ">", "\\", "\"", "`", "|": return true
    case "\u{21}"..."\u{7E}": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned, .privateUse: return true
    default: return false
    }
  }
}
