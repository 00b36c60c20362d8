/// Searches YAML for syntax that Trousse refuses: tabs, anchors, aliases, tags and complex keys. The search happens
/// before the YAML is parsed. With anchors, aliases, tags or complex keys, even a small file can take seconds to parse,
/// or lose text without an error.
///
/// The search handles only the part of the grammar that shows where values begin. With this part, the search ignores
/// characters such as `&` or `*` inside quoted, block and plain texts.
struct YAMLScan {
  /// A character with a special meaning at the start of a value.
  struct Sign: Equatable {
    /// The byte offset.
    var offset: Int
    /// Whether the value is in brackets. If so, it may end before the end of the line.
    var isInBrackets: Bool
  }

  /// The offset of the first tab outside quoted and block text.
  private(set) var firstTab: Int?
  /// The first `&name`, `*name`, `!name` or `? ` at the start of a value.
  private(set) var firstSign: Sign?

  /// A text that may continue on the next line, or `none` if there is no such text. `column` is the column of the key
  /// or dash before the text.
  private enum OpenText: Equatable {
    case none
    case quoted(UInt8)
    case block(column: Int)
    case plain(column: Int)
  }

  private let bytes: [UInt8]
  private var open = OpenText.none
  private var depth = 0
  /// The column of the key or dash whose value may be on the next line.
  private var waitingColumn: Int?

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    var start = 0
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
      scanLine(start..<end)
      start = end + 1
    }
  }

  private mutating func scanLine(_ line: Range<Int>) {
    let start = bytes[line].firstIndex { $0 != 0x20 } ?? line.upperBound
    let indent = start - line.lowerBound
    var token = Token(column: waitingColumn ?? indent)
    switch open {
    case .block where start == line.upperBound, .plain where start == line.upperBound: return
    case .block(let column) where indent > column: return
    case .plain(let column) where indent > column && depth == 0: token = Token(column: column, mayBegin: false)
    case .quoted: token.mayBegin = false
    case .none where start == line.upperBound: return
    case .none, .plain, .block: open = .none
    }
    waitingColumn = nil
    var index = isDocumentStart(line) ? start + 3 : start
    while index < line.upperBound, !isComment(at: index, in: line) {
      if case .quoted(let mark) = open {
        index = endOfQuotation(mark, from: index, in: line)
      } else if bytes[index] == 0x20 {
        index += 1
      } else if bytes[index] == 0x09 {
        firstTab = firstTab ?? index
        index += 1
      } else if token.mayBegin {
        guard begin(at: index, in: line, &token) else { return }
        index += 1
      } else {
        goOn(at: index, in: line, &token)
        index += 1
      }
    }
    if index < line.upperBound, case .plain = open { open = .none }
    if token.mayBegin, depth == 0 { waitingColumn = token.column }
  }

  /// The state of the scan within a line.
  private struct Token {
    /// The column of a key or a dash. A value that begins here belongs to this key or dash.
    var column: Int
    /// Whether a value or a key may begin here.
    var mayBegin = true
    /// The column at which the last value or key began.
    var start = 0
  }

  /// Handles a character at the start of a value or a key. Returns false if the rest of the line must be skipped.
  private mutating func begin(at index: Int, in line: Range<Int>, _ token: inout Token) -> Bool {
    let column = index - line.lowerBound
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "-") where isFollowedByBlank(index, in: line) && depth == 0: token.column = column
    case UInt8(ascii: ":") where isFollowedByBlank(index, in: line) || depth > 0: break
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ",") where depth > 0: break
    case UInt8(ascii: "]") where depth > 0, UInt8(ascii: "}") where depth > 0:
      depth -= 1
      token.mayBegin = false
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      open = .quoted(byte)
      token = Token(column: token.column, mayBegin: false, start: column)
    case UInt8(ascii: "|") where depth == 0, UInt8(ascii: ">") where depth == 0:
      open = .block(column: token.column)
      return false
    default:
      let isComplexKey = byte == UInt8(ascii: "?") && isFollowedByBlank(index, in: line)
      if isComplexKey || [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")].contains(byte) {
        firstSign = firstSign ?? Sign(offset: index, isInBrackets: depth > 0)
      }
      open = .plain(column: token.column)
      token = Token(column: token.column, mayBegin: false, start: column)
    }
    return true
  }

  /// Handles a character within or after a value or a key.
  private mutating func goOn(at index: Int, in line: Range<Int>, _ token: inout Token) {
    switch bytes[index] {
    case UInt8(ascii: ":") where isFollowedByBlank(index, in: line) || depth > 0 && open == .none:
      open = .none
      token.mayBegin = true
      if depth == 0 { token.column = token.start }
    case UInt8(ascii: ",") where depth > 0:
      open = .none
      token.mayBegin = true
    case UInt8(ascii: "[") where depth > 0, UInt8(ascii: "{") where depth > 0:
      open = .none
      depth += 1
      token.mayBegin = true
    case UInt8(ascii: "]") where depth > 0, UInt8(ascii: "}") where depth > 0:
      open = .none
      depth -= 1
    default: break
    }
  }

  /// Finds the offset just after a quoted text, or the end of the line if the quoted text continues on the next line.
  private mutating func endOfQuotation(_ mark: UInt8, from start: Int, in line: Range<Int>) -> Int {
    var index = start
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != mark {
        index += 1
      } else if mark == UInt8(ascii: "'"), index + 1 < line.upperBound, bytes[index + 1] == mark {
        index += 2
      } else {
        open = .none
        return index + 1
      }
    }
    return line.upperBound
  }

  private func isComment(at index: Int, in line: Range<Int>) -> Bool {
    if case .quoted = open { return false }
    return bytes[index] == UInt8(ascii: "#") && (index == line.lowerBound || [0x20, 0x09].contains(bytes[index - 1]))
  }

  private func isFollowedByBlank(_ index: Int, in line: Range<Int>) -> Bool {
    index + 1 >= line.upperBound || [0x20, 0x09].contains(bytes[index + 1])
  }

  private func isDocumentStart(_ line: Range<Int>) -> Bool {
    line.count >= 3 && bytes[line.prefix(3)].elementsEqual("---".utf8)
      && isFollowedByBlank(line.lowerBound + 2, in: line)
      && open == .none
  }
}
