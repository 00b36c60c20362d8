import Encodings
import Engine
import Synchronization

/// A sheet of cells, for tests of the engine. Each cell has a text that says how its value is computed. The texts are
/// the inputs, the values are the answers.
final class Sheet: Sendable {
  private let texts = Mutex<[Int: String]>([:])
  private let stamps = Mutex<[Int: UInt64]>([:])
  private let clock = Mutex<UInt64>(0)

  init(_ texts: [Int: String] = [:]) { for (cell, text) in texts { self[cell] = text } }

  /// The text of a cell; nil if the cell is empty. Writing gives the cell a new stamp.
  subscript(cell: Int) -> String? {
    get { texts.withLock { $0[cell] } }
    set {
      texts.withLock { $0[cell] = newValue }
      touch(cell)
    }
  }

  /// Gives a cell a new stamp.
  func touch(_ cell: Int) {
    let time = clock.withLock { clock -> UInt64 in
      clock += 1
      return clock
    }
    stamps.withLock { $0[cell] = time }
  }

  func stamp(_ cell: Int) -> UInt64 { stamps.withLock { $0[cell] ?? 0 } }

  /// The text of a cell, and its state: the stamp, then the text.
  func read(_ cell: Int) -> (answer: String, state: [UInt8]) {
    let text = self[cell] ?? ""
    var writer = ByteWriter()
    writer.add(fixed: stamp(cell))
    return (text, writer.bytes + Array(text.utf8))
  }

  /// The rules for texts and values. A new stamp with the same text counts as unchanged.
  var rules: [Rule] {
    [
      .input(
        CellText.self,
        read: { cell in
          let (answer, state) = self.read(cell.cell)
          return (answer, { state })
        }
      ) { text, state in
        let now = self.read(text.cell).state
        return now.dropFirst(8).elementsEqual(state.dropFirst(8)) ? now : nil
      },
      .computed(CellValue.self) { $0.computed($1) },
    ]
  }

  /// An engine for the sheet.
  func engine(after record: [UInt8]? = nil) -> Engine { Engine(rules, after: record) }
}

/// The text of a cell.
struct CellText: Query {
  static let kind = "text"
  static let keeping = Keeping<String>.nowhere

  let cell: Int

  var fallback: String { "" }

  static func fingerprint(of answer: String) -> Fingerprint { Fingerprint(of: answer.utf8) }
  func write(to writer: inout ByteWriter) { writer.add(count: cell) }
  init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.count()) }
  init(_ cell: Int) { self.cell = cell }
}

/// The value of a cell. Its text is a sum: `3 + #2 + #5` adds a number and two other cells, `#1 ? #2 : #3` chooses a cell
/// by whether another one is even, `all 1 2 3` adds cells that are asked together.
struct CellValue: Query {
  static let kind = "value"
  static let keeping = Keeping<Int>.inRecord(
    write: { $1.add(fixed: UInt64(bitPattern: Int64($0))) },
    read: { (reader) throws(DamagedBytes) in Int(Int64(bitPattern: try reader.fixed())) })

  let cell: Int

  var fallback: Int { -1 }

  fileprivate func computed(_ asker: Asker) -> Int {
    let words = asker.ask(CellText(cell)).split(separator: " ").map(String.init)
    func value(_ word: String) -> Int {
      guard word.hasPrefix("#"), let cell = Int(word.dropFirst()) else { return Int(word) ?? 0 }
      return asker.ask(CellValue(cell))
    }
    if words.first == "all" {
      return asker.ask(all: words.dropFirst().compactMap { Int($0) }.map { CellValue($0) }).reduce(0, &+)
    }
    if words.count == 5, words[1] == "?" { return value(words[value(words[0]).isMultiple(of: 2) ? 2 : 4]) }
    return words.filter { $0 != "+" }.map(value).reduce(0, &+)
  }

  static func fingerprint(of answer: Int) -> Fingerprint { Fingerprint(of: "\(answer)".utf8) }
  func write(to writer: inout ByteWriter) { writer.add(count: cell) }
  init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.count()) }
  init(_ cell: Int) { self.cell = cell }
}

/// The builds of one sheet, each after the record of the one before.
struct Builds {
  let sheet: Sheet
  private(set) var record: [UInt8]?

  init(_ texts: [Int: String] = [:]) { sheet = Sheet(texts) }

  /// Asks for the value of a cell, and keeps the record.
  ///
  /// - Returns: the value, and the number of texts and of values that were computed.
  mutating func build(_ cell: Int) -> (value: Int, texts: Int, values: Int) {
    let engine = sheet.engine(after: record)
    let value = engine.ask(CellValue(cell))
    record = engine.nextRecord() ?? record
    return (value, engine.runs["text"] ?? 0, engine.runs["value"] ?? 0)
  }
}
