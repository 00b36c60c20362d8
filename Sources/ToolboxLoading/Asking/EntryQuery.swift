import Diagnostics
import Encodings
import Engine

/// The question what a text with front matter is to other texts and pages: its entry, with the outline of its text.
package struct EntryQuery: TextQuestion {
  package struct Answer: Sendable {
    /// The entry; nil if it is hidden.
    var entry: LoadedEntry?
    /// The findings on the text.
    package var diagnostics: [Diagnostic] = []
  }

  package static let kind = "entry-of-file"
  package static let isSettledFirst = true
  /// An entry with findings is not kept, because the kinds of findings have no list here. Its text is read again.
  package static let keeping = Keeping<Answer>.inRecord(
    write: { answer, writer in
      writer.add(answer.diagnostics.isEmpty)
      writer.add(optional: answer.entry) { $1.write(to: &$0) }
    },
    read: { (reader) throws(DamagedBytes) in
      guard try reader.flag() else { throw DamagedBytes() }
      return Answer(entry: try reader.optional { (reader) throws(DamagedBytes) in try LoadedEntry(&reader) })
    })

  package let file: ContentTree.File

  package init(_ file: ContentTree.File) { self.file = file }

  package var fallback: Answer { Answer() }

  package static func fingerprint(of answer: Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer.entry) { $1.write(to: &$0) }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

/// The same answer as that of ``EntryQuery``, for what depends only on the front matter.
struct HeadQuery: TextQuestion {
  static let kind = "head"
  static let isSettledFirst = true
  static let keeping = Keeping<EntryQuery.Answer>.nowhere

  let file: ContentTree.File

  init(_ file: ContentTree.File) { self.file = file }

  var fallback: EntryQuery.Answer { EntryQuery.Answer() }

  /// The fingerprint of the entry, without its text and without the places of its values in the file.
  static func fingerprint(of answer: EntryQuery.Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer.entry?.head) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

/// The same answer as that of ``EntryQuery``, for what depends on the front matter, on the outline of the text and on the
/// findings, but not on places in the file.
package struct OutlineQuery: TextQuestion {
  package static let kind = "outline"
  package static let isSettledFirst = true
  package static let keeping = Keeping<EntryQuery.Answer>.nowhere

  package let file: ContentTree.File

  package init(_ file: ContentTree.File) { self.file = file }

  package var fallback: EntryQuery.Answer { EntryQuery.Answer() }

  package static func fingerprint(of answer: EntryQuery.Answer) -> Fingerprint {
    var writer = ByteWriter()
    writer.add(optional: answer.entry) { writer, entry in
      entry.head.write(to: &writer)
      entry.outline.writeOutline(to: &writer, withPlaces: false)
    }
    writer.add(each: answer.diagnostics) { $1.write(to: &$0) }
    return Fingerprint(of: writer.bytes)
  }
}

/// A question about a text of the content.
package protocol TextQuestion: Query {
  var file: ContentTree.File { get }
  init(_ file: ContentTree.File)
}

extension TextQuestion {
  package func write(to writer: inout ByteWriter) { file.write(to: &writer) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(try ContentTree.File(&reader)) }
}
