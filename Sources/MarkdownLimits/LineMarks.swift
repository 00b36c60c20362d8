import Diagnostics

/// Counts syntax elements in one line, in one scan of its bytes. ``InputLimits`` compares the counts with its limits.
struct LineMarks {
  /// The weight of a line without markup. One unit of weight is about 500 bytes of memory during a build. These 500
  /// bytes are the maximum that was measured for any kind of syntax.
  static let lineWeight = 3
  private static let headingWeight = 8
  private static let linkWeight = 8
  private static let markWeight = 2
  private static let cellWeight = 3

  let bytes: Range<Int>
  let isBlank: Bool
  /// Whether the line begins a list item that can interrupt a paragraph. Such a line ends the paragraph before it.
  private(set) var beginsItem = false
  /// Whether the line could be the delimiter row of a table.
  private(set) var isDelimiter = false
  private(set) var cells = 1
  private(set) var links = 0
  /// The number of emphasis delimiters and of image openers.
  private(set) var marks = 0
  private(set) var declarations = 0
  /// The number of bytes in addresses that cmark reads again. A byte that cmark reads again twice counts twice.
  private(set) var addressBytes = 0
  private(set) var mailBytes = 0
  /// The memory of all nodes that cmark may create for the line, in the unit of ``lineWeight``.
  private(set) var weight = 0

  private var mails = 0
  private var word = Word()

  init(_ source: SourceText, _ line: Int) {
    bytes = source.byteRange(ofLine: line)
    let start = source.startOfText(inLine: line)
    isBlank = start == bytes.upperBound
    // A blank line may have a weight too, because the markers of empty quotations become nodes.
    weight = source.bytes.withUnsafeBufferPointer { Self.prefixWeight(in: $0, bytes) }
    guard !isBlank else { return }
    weight += Self.lineWeight
    // Uses one pointer for the whole line. This is faster, and this code reads every byte of every text.
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

  /// Counts a byte if cmark may begin a new node there.
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
      // If one of these characters is repeated, cmark begins a node at each repetition.
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
      // Does not count the first host name, because cmark reads it only once.
      addressBytes += (word.closings + max(word.hosts - 1, 0)) * word.length
    }
    word = Word()
  }

  /// The counts of a word: the bytes between two spaces or tabs.
  private struct Word {
    var length = 0
    var hosts = 0
    var schemes = 0
    var closings = 0
  }

  // MARK: The start of the line

  /// The weight of the markers of quotations, lists and headings at the start of a line. Each marker becomes one or two
  /// nodes.
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
        // A line of dashes may turn the paragraph above it into a heading.
        weight += isLast || all[index] == UInt8(ascii: "-") && all[index + 1] == all[index] ? headingWeight : markWeight
        if !isLast, !all[index + 1].isBlank { break loop }
      case UInt8(ascii: "#"), UInt8(ascii: "="):
        weight += headingWeight
        break loop
      case UInt8(ascii: ":"):
        // The line may open or close a container.
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
