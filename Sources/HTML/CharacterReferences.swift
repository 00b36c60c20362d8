import CCmarkGFM

/// Decodes character references (`&eacute;`, `&#233;`) by the rules of the HTML standard.
///
/// Names are looked up in a table of cmark-gfm. The table contains every name of the standard that ends with a
/// semicolon. Only this file uses the table.
///
/// Source: HTML standard, 13.2.5.72 to 13.2.5.80, “Character reference state” and the states after it.
package enum CharacterReferences {
  /// The place of a reference: in text, or in an attribute. In an attribute, `&copy=1` is part of a URL, and therefore
  /// not a character reference.
  package enum Context: Sendable {
    case text, attribute
  }

  /// Decodes the character references in some bytes. Text that is not a valid reference stays unchanged. Bytes that are
  /// not UTF-8 become U+FFFD.
  package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, in context: Context) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == ampersand,
        let reference = reference(in: UnsafeBufferPointer(rebasing: bytes[(index + 1)...]), context)
      else {
        index += 1
        continue
      }
      output += bytes[copied..<index]
      output += reference.characters
      index += 1 + reference.length
      copied = index
    }
    return String(decoding: output + bytes[copied...], as: UTF8.self)
  }

  /// A decoded reference: its characters in UTF-8, and its length in bytes without the ampersand.
  private typealias Reference = (characters: [UInt8], length: Int)

  private static let ampersand = UInt8(ascii: "&")
  private static let semicolon = UInt8(ascii: ";")

  private static func reference(in bytes: UnsafeBufferPointer<UInt8>, _ context: Context) -> Reference? {
    guard let first = bytes.first else { return nil }
    return first == UInt8(ascii: "#") ? numeric(bytes) : named(bytes, context)
  }

  // MARK: Names

  private static func named(_ bytes: UnsafeBufferPointer<UInt8>, _ context: Context) -> Reference? {
    let name = bytes.prefix(longestName).prefix { $0.isASCIIAlphanumeric }
    guard !name.isEmpty else { return nil }
    if name.count < bytes.count, bytes[name.count] == semicolon,
      let characters = characters(named: UnsafeBufferPointer(rebasing: bytes[...name.count]))
    {
      return (characters, name.count + 1)
    }
    return withoutSemicolon(name, before: name.count < bytes.count ? bytes[name.count] : nil, context)
  }

  /// Decodes the longest prefix of `name` that the standard accepts without a semicolon.
  private static func withoutSemicolon(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, before next: UInt8?, _ context: Context
  ) -> Reference? {
    for length in stride(from: min(name.count, longestLegacyName), to: 1, by: -1) {
      let start = name.prefix(length)
      guard legacyNames.contains(String(decoding: start, as: UTF8.self)) else { continue }
      let following = length < name.count ? name[length] : next
      if context == .attribute, let following, following == UInt8(ascii: "=") || following.isASCIIAlphanumeric {
        return nil
      }
      return (Array(start) + [semicolon]).withUnsafeBufferPointer { characters(named: $0) }.map { ($0, length) }
    }
    return nil
  }

  /// Looks up a name in the table of cmark-gfm. The name includes its semicolon.
  private static func characters(named name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    guard houdini_unescape_ent(&buffer, name.baseAddress, bufsize_t(name.count)) == name.count else { return nil }
    return Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)))
  }

  /// The length of the longest name of the standard, in bytes, without its semicolon.
  private static let longestName = 31
  private static let longestLegacyName = 6

  /// The names that the standard accepts without a semicolon.
  private static let legacyNames = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml \
    LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute \
    aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml \
    frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute \
    ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn \
    times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split(separator: " ").map(String.init))

  // MARK: Numbers

  private static func numeric(_ bytes: UnsafeBufferPointer<UInt8>) -> Reference? {
    let isHexadecimal = bytes.count > 1 && bytes[1] | 0x20 == UInt8(ascii: "x")
    let start = isHexadecimal ? 2 : 1
    var end = start
    var code: UInt32 = 0
    while end < bytes.count, let digit = digit(bytes[end], isHexadecimal) {
      // Limits the number to prevent an overflow. No character has a code as high as this limit.
      code = min(code * (isHexadecimal ? 16 : 10) + digit, 0x110000)
      end += 1
    }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == semicolon { end += 1 }
    return (Array(String(character(of: code)).utf8), end)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func character(of code: UInt32) -> Unicode.Scalar {
    // The standard maps the codes from 128 to 159 to the characters of Windows-1252.
    let scalar = Windows1252.scalars[code] ?? Unicode.Scalar(code)
    return code == 0 ? "\u{FFFD}" : scalar ?? "\u{FFFD}"
  }
}
