import Addresses

/// Makes an address safe for Markdown and YAML: percent-encodes the characters that are invisible or could end the
/// address.
enum AddressEncoding {
  /// Percent-encodes the UTF-8 bytes of unsafe characters. All other characters, including `%`, stay the same.
  static func encode(_ address: String) -> String { PercentEncoding.encode(address, scalars: isUnsafe) }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // A backtick could close a code span that opens before the address, and `|` would end a table cell. Neither
    // character is allowed in an address.
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
