/// Percent-encodes the characters of an address that would end it, or be invisible, in Markdown or YAML.
enum AddressEncoding {
  /// The address with such characters encoded as UTF-8; the others, `%` included, stay.
  static func encode(_ address: String) -> String {
    var result = ""
    for scalar in address.unicodeScalars {
      if isUnsafe(scalar) {
        for byte in String(scalar).utf8 {
          result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

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
