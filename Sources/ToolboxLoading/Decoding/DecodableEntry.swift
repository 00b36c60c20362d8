import Encodings
import Toolbox
import YAML

/// An entry that is decoded from the front matter of its file, and has a binary form, so that a later build need not read
/// the file again.
protocol DecodableEntry: Entry {
  /// Decodes the keys of the kind. The keys that all kinds share are in `core`.
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary])
  /// Writes what ``init(head:core:)`` reads.
  func writeHead(to writer: inout ByteWriter)
  /// Reads an entry from the outline.
  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes)
}

extension EntryDecoder {
  /// The types of entries.
  static let types: [EntryKind: any DecodableEntry.Type] = {
    let all: [any DecodableEntry.Type] = [
      Chapter.self, Step.self, Testimonial.self, SuccessFactor.self, Resource.self, AccompanimentType.self, Page.self,
    ]
    return Dictionary(all.map { ($0.kind, $0) }) { first, _ in first }
  }()
}
