import Diagnostics

/// What counts on a line, found in one look at its bytes.
struct LineMarks {
  /// What a line weighs by itself. A unit is about 500 bytes that a build needs at its worst, measured over all forms.
  static let lineWeight = 3
  private static let headingWeight = 8
  private static let linkWeight = 8
  private static let markWeight = 2
  private static let cellWeight = 3

  let bytes: Range<Int>
  let isBlank: Bool
  /// Whether the line begins a list item wherever it stands, so that a paragraph ends before it.
  private(set) var beginsItem = false
  /// Whether it could be the second line of a table.
  private(set) var isDelimiter = false
  private(set) var cells = 1
  private(set) var links = 0
  /// Marks of emphasis, and beginnings of images.
  private(set) var marks = 0
  private(set) var declarations = 0
  /// The bytes of words that are addresses, as often as cmark reads them again.
  private(set) var addressBytes = 0
  private(set) var mailBytes = 0
  /// What the nodes that it may become take of memory.
  private(set) var weight = 0

  private var mails = 0
  private var word = Word()

  init(_ source: SourceText, _ line: Int) {
    bytes = source.byteRange(ofLine: line)
    let start = source.startOfText(inLine: line)
    isBlank = start == bytes.upperBound
    // Marks of quotations with nothing behind them are nodes, too.
    weight = source.bytes.withUnsafeBufferPointer { Self.prefixWeight(in: $0, bytes) }
    guard !isBlank else { return }
    weight += Self.lineWeight
    // The whole line is looked at through one pointer: this runs over every byte of every text.
    source.bytes.withUnsafeBufferPointer { all in
      beginsItem = Self.isBullet(in: all, at: start, end: bytes.upperBound) && start - bytes.lowerBound <= 3
      read(all, from: start)
    }
    mailBytes = mails * bytes.count
  }

  // MARK: Bytes

  private mutating func read(_ all: UnsafeBufferPointer<UInt8>, from start: Int) {
    var hasDash = false
    var hasOther = false
    var index = start
    var previous: UInt8 = 0
    let end = bytes.upperBound
    while index < end {
      let byte = all[index]
      switch byte {
      case UInt8(ascii: "|"):
        cells += 1
        weight += Self.cellWeight
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"): endWord()
      case UInt8(ascii: ":"): countColon(all, index)
      case UInt8(ascii: "\\"):
        hasOther = true
        weight += 1
        word.length += 1
        index += 1
      default:
        hasOther = true
        count(byte, after: previous, all, index)
      }
      word.length += 1
      previous = byte
      index += 1
    }
    endWord()
    isDelimiter = hasDash && !hasOther
  }

  /// Everything at which cmark begins a node anew.
  private mutating func count(
    _ byte: UInt8, after previous: UInt8, _ all: UnsafeBufferPointer<UInt8>, _ index: Int
  ) {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      guard previous != byte else { break }
      marks += 1
      weight += Self.markWeight
    case UInt8(ascii: "`"): weight += previous == byte ? 0 : Self.markWeight
    case UInt8(ascii: "["):
      weight += 1
      if previous == UInt8(ascii: "!") { marks += 1 }
    case UInt8(ascii: "]"):
      links += 1
      weight += Self.linkWeight
    case UInt8(ascii: "<"), UInt8(ascii: "&"): weight += Self.markWeight
    case UInt8(ascii: "?"), UInt8(ascii: "!"):
      if byte == UInt8(ascii: "!") { weight += 1 }
      let isComment = index + 1 < bytes.upperBound && all[index + 1] == UInt8(ascii: "-")
      if previous == UInt8(ascii: "<"), !isComment { declarations += 1 }
    case UInt8(ascii: ")"): word.closings += 1
    case UInt8(ascii: "@"):
      mails += 1
      weight += Self.linkWeight
    case UInt8(ascii: "w"):
      let isHost = index + 3 < bytes.upperBound && all[index + 1] == byte && all[index + 3] == UInt8(ascii: ".")
      if isHost { word.hosts += 1 }
      weight += isHost ? Self.linkWeight : 1
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "\""):
      // cmark begins a node at each of a run.
      if previous == byte { weight += 1 }
    case 0: weight += 1
    default: break
    }
  }

  private mutating func countColon(_ all: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let isAddress = index + 1 < bytes.upperBound && all[index + 1] == UInt8(ascii: "/")
    if isAddress { word.schemes += 1 }
    weight += isAddress ? Self.linkWeight : 1
  }

  private mutating func endWord() {
    if word.hosts + word.schemes > 0 {
      // The first is read in any case.
      addressBytes += (word.closings + max(word.hosts - 1, 0)) * word.length
    }
    word = Word()
  }

  /// What stands between two blanks.
  private struct Word {
    var length = 0
    var hosts = 0
    var schemes = 0
    var closings = 0
  }

  // MARK: The start of the line

  /// What the marks of quotations, lists and headings weigh that a line begins with: each is a node, or two.
  private static func prefixWeight(in all: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var weight = 0
    var index = line.lowerBound
    loop: while index < line.upperBound {
      switch all[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ">"): weight += markWeight
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
        let isLast = index + 1 == line.upperBound
        // Alone on its line, a dash may make a heading of what stands above.
        weight += isLast || all[index] == UInt8(ascii: "-") && all[index + 1] == all[index] ? headingWeight : markWeight
        if !isLast, !all[index + 1].isBlank { break loop }
      case UInt8(ascii: "#"), UInt8(ascii: "="):
        weight += headingWeight
        break loop
      case UInt8(ascii: ":"):
        // A container, or what looks like one.
        weight += markWeight
        break loop
      default: break loop
      }
      index += 1
    }
    return weight
  }

  private static func isBullet(in bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int) -> Bool {
    guard index + 2 < end, bytes[index + 1] == UInt8(ascii: " "), !bytes[index + 2].isBlank else { return false }
    return bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "*") || bytes[index] == UInt8(ascii: "+")
  }
}
