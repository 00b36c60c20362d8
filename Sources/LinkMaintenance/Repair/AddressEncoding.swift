import Addresses

/// Writes an address so that Markdown and YAML can hold it at all: what could end it, or hide in it, is percent-encoded.
enum AddressEncoding {
  /// The address with such characters encoded as UTF-8; the others, `%` included, stay.
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
