/// The encoding Windows-1252, which browsers use for pages that declare Latin 1 (ISO 8859-1).
package enum Windows1252 {
  /// The characters for the codes from 128 to 159. The encoding differs from Latin 1 only in this range.
  package static let scalars: [UInt32: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š",
    0x8B: "‹", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
  ]

  /// Decodes bytes. Never fails, because every byte is a character.
  package static func decode(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes { text.unicodeScalars.append(scalars[UInt32(byte)] ?? Unicode.Scalar(byte)) }
    return text
  }
}
