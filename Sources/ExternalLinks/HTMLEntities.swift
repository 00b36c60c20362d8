/// The character references that titles and attributes hold: all numeric ones, and the named ones of Latin languages.
enum HTMLEntities {
  /// U+00A0 to U+00FF, in order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml
    """

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Yuml": "Ÿ",
      "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•",
      "hellip": "…", "euro": "€", "trade": "™", "lsaquo": "‹", "rsaquo": "›", "thinsp": "\u{2009}", "ensp": "\u{2002}",
      "emsp": "\u{2003}", "rarr": "→", "larr": "←", "vert": "|", "verbar": "|", "num": "#", "colon": ":",
    ]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      table[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
    }
    return table
  }()

  /// Replaces the references in a text; what is none stays as it is.
  static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      output += rest[..<start]
      let after = rest[rest.index(after: start)...]
      // References are short; a semicolon farther away belongs to something else.
      if let end = after.prefix(12).firstIndex(of: ";"), let scalar = scalar(after[..<end]) {
        output.unicodeScalars.append(scalar)
        rest = after[after.index(after: end)...]
      } else {
        output += "&"
        rest = after
      }
    }
    return output + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    guard let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), code != 0 else {
      return nil
    }
    // What Windows writes between 128 and 159 is meant for its own table.
    return Windows1252.scalars[code] ?? Unicode.Scalar(code)
  }
}

/// The table of Windows where it differs from Latin 1.
enum Windows1252 {
  static let scalars: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
    0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  /// Reads bytes of that table as text.
  static func decode(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
      text.unicodeScalars.append(scalars[UInt32(byte)] ?? Unicode.Scalar(byte))
    }
    return text
  }
}
