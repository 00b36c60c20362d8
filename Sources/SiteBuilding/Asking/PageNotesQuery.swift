import Encodings
import Engine
import PageRendering
import SitePlanning

/// The question what is kept of a page. The answer is nil if the site does not have the page.
struct PageNotesQuery: Query {
  static let kind = "page-notes"
  static let keeping = Keeping<PageNotes?>.inRecord(
    write: { notes, writer in writer.add(optional: notes) { $1.write(to: &$0) } },
    read: { (reader) throws(DamagedBytes) in
      try reader.optional { (reader) throws(DamagedBytes) in try PageNotes(&reader) }
    })

  let page: PageKey

  init(_ page: PageKey) { self.page = page }

  var fallback: PageNotes? { nil }

  static func fingerprint(of answer: PageNotes?) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }

  func write(to writer: inout ByteWriter) { page.write(to: &writer) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { page = try PageKey(&reader) }
}
