import Encodings
import Engine
import PageRendering
import SitePlanning

/// The entry of a page in a search index.
struct SearchLine: Sendable {
  /// The fingerprint of the entry.
  let fingerprint: Fingerprint
  /// The length in bytes.
  let length: Int
  /// The entry as JavaScript; nil if the entry is that of the last build. Its bytes are then in the published index.
  private(set) var script: [UInt8]?

  /// The line without its bytes.
  var withoutScript: SearchLine {
    var line = self
    line.script = nil
    return line
  }

  init(_ script: [UInt8]) {
    self.script = script
    length = script.count
    fingerprint = Fingerprint(of: script)
  }

  func write(to writer: inout ByteWriter) {
    fingerprint.write(to: &writer)
    writer.add(count: length)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    (fingerprint, length, script) = (try Fingerprint(&reader), try reader.count(), nil)
  }
}

/// The question what the entry of a page is in the index of an edition that shares the page. The page is rendered for
/// this edition, because the published page also shows content of other editions.
struct OwnLineQuery: Query {
  static let kind = "search-line"
  static let keeping = Keeping<SearchLine?>.inRecord(
    write: { line, writer in writer.add(optional: line) { $1.write(to: &$0) } },
    read: { (reader) throws(DamagedBytes) in
      try reader.optional { (reader) throws(DamagedBytes) in try SearchLine(&reader) }
    })

  let page: PageKey
  let edition: String

  init(page: PageKey, edition: String) {
    self.page = page
    self.edition = edition
  }

  var fallback: SearchLine? { nil }

  static func fingerprint(of answer: SearchLine?) -> Fingerprint { answer?.fingerprint ?? .none }

  func write(to writer: inout ByteWriter) {
    page.write(to: &writer)
    writer.add(edition)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(page: try PageKey(&reader), edition: try reader.text())
  }
}
