/// Scripts of a theme, joined into one file to save requests. Comment lines and indentation are removed.
package struct ScriptBundle {
  /// The script, in the order in which its parts were added.
  private(set) var bytes: [UInt8] = []

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")
  private static let tab = UInt8(ascii: "\t")

  init() {}

  init(of script: [UInt8]) { add(script) }

  /// Adds a script. A semicolon before the script ends the last statement of the previous script.
  ///
  /// Indentation, empty lines and comment lines are removed if no string, regular expression or comment can continue on
  /// the next line. This is certain if a script has no template literal, no block comment and no line that ends with a
  /// backslash (ECMA-262, 12.4, 12.9.4 and 12.9.5). Any other script is added unchanged.
  mutating func add(_ script: [UInt8]) {
    if !bytes.isEmpty { bytes += "\n;".utf8 }
    guard Self.isLineByLine(script) else {
      bytes += script
      return
    }
    for line in script.split(separator: Self.newline) {
      let text = line.drop { $0 == Self.space || $0 == Self.tab }
      guard !text.isEmpty, !text.starts(with: "//".utf8) else { continue }
      bytes += text
      bytes.append(Self.newline)
    }
  }

  private static func isLineByLine(_ script: [UInt8]) -> Bool {
    var last: UInt8 = 0
    var beforeLast: UInt8 = 0
    for byte in script {
      // In JavaScript, a carriage return, U+2028 and U+2029 end a line too.
      let isSeparator = beforeLast == 0xE2 && last == 0x80 && (byte == 0xA8 || byte == 0xA9)
      if isSeparator || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\r") { return false }
      if byte == newline, last == UInt8(ascii: "\\") { return false }
      if byte == UInt8(ascii: "*"), last == UInt8(ascii: "/") { return false }
      (beforeLast, last) = (last, byte)
    }
    return true
  }
}
