/// Writes strings as JSON and JavaScript require. Only this code writes the strings of JSON texts.
package enum JSONText {
  /// Appends a string with its quotation marks.
  package static func append(_ text: String, _ escapes: JSONEscapes = .required, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { append($0, escapes, to: &output) }
    output.append(UInt8(ascii: "\""))
  }

  /// Copies the bytes between two escaped characters in one step, because most strings contain no character to escape.
  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ escapes: JSONEscapes, to output: inout [UInt8]) {
    var (copied, index) = (0, 0)
    while index < bytes.count {
      if isPlain(bytes[index]) {
        index += 1
        continue
      }
      let (scalar, length) = scalar(in: bytes, at: index)
      if isEscaped(scalar, escapes) {
        output.append(contentsOf: bytes[copied..<index])
        append(escaped: scalar, to: &output)
        copied = index + length
      }
      index += length
    }
    output.append(contentsOf: bytes[copied...])
  }

  /// Whether a byte is an ASCII character that is never escaped.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func isEscaped(_ scalar: Unicode.Scalar, _ escapes: JSONEscapes) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x22, 0x5C, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: escapes == .terminal && scalar.isUnsafeOnTerminal
    }
  }

  /// The scalar that begins at an index, and its length in bytes. The bytes must be well-formed UTF-8.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= bytes.count else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private static func append(escaped scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": output.append(UInt8(ascii: scalar))
    case "\n": output.append(UInt8(ascii: "n"))
    case "\r": output.append(UInt8(ascii: "r"))
    case "\t": output.append(UInt8(ascii: "t"))
    default:
      let codes = UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter
      for (index, code) in codes.enumerated() {
        if index > 0 { output.append(UInt8(ascii: "\\")) }
        output.append(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] { output.append(Digest.digit(UInt8(code >> UInt16(shift) & 0xF))) }
      }
    }
  }
}
