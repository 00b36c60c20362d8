/// Looks through YAML for what is refused before it is read: tabs, and anchors or aliases, which can make a small file
/// cost seconds. Knows just enough of the grammar to leave quoted and block text alone.
struct YAMLScan {
  /// The offset of the first tab that is not in quotes.
  private(set) var firstTab: Int?
  /// The offset of the first `&name`, `*name` or `? ` where a value may begin.
  private(set) var firstAlias: Int?

  private let bytes: ArraySlice<UInt8>
  private var quote: UInt8?
  /// The indentation of the line that opened a block text (`|` or `>`), while it lasts.
  private var blockIndent: Int?

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  mutating func run() {
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      scanLine(start..<end)
      start = end < bytes.endIndex ? end + 1 : end
    }
  }

  private mutating func scanLine(_ line: Range<Int>) {
    let indent = bytes[line].prefix { $0 == 0x20 }.count
    if let opened = blockIndent {
      if indent == line.count || indent > opened { return }
      blockIndent = nil
    }
    var mayBegin = true
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { index += 1 } else if byte == open { quote = nil }
        mayBegin = false
      } else {
        switch byte {
        case 0x09: firstTab = firstTab ?? index
        case UInt8(ascii: "#") where index == line.lowerBound || bytes[index - 1] == 0x20: return
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          if mayBegin { quote = byte }
          mayBegin = false
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          if mayBegin, index + 1 < line.upperBound, bytes[index + 1] != 0x20 { firstAlias = firstAlias ?? index }
          mayBegin = false
        case UInt8(ascii: "?"):
          if mayBegin, index + 1 < line.upperBound, bytes[index + 1] == 0x20 { firstAlias = firstAlias ?? index }
          mayBegin = false
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
          if mayBegin { blockIndent = indent }
          mayBegin = false
        case UInt8(ascii: ":"), UInt8(ascii: "-"):
          let next = index + 1 < line.upperBound ? bytes[index + 1] : 0x20
          mayBegin = next == 0x20
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): mayBegin = true
        case 0x20: break
        default: mayBegin = false
        }
      }
      index += 1
    }
  }
}
