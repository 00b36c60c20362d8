/// Classes of bytes in the HTML standard.
extension UInt8 {
  /// Whether the byte is an ASCII letter.
  package var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// Whether the byte is an ASCII letter or digit.
  var isASCIIAlphanumeric: Bool { isASCIILetter || (0x30...0x39).contains(self) }
  /// Whether the byte is a tab, a line feed, a carriage return, a form feed or a space.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0C || self == 0x0D }
  /// The byte in lower case.
  var asLowercase: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
