import Encodings
import Toolbox
import YAML

extension AccompanimentType: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    self.init(
      core: core, title: fields.requiredProse("titre", example: "En binôme"), label: fields.prose("libelle"),
      summary: fields.prose("resume"), workload: Workload(&fields))
  }

  // Few entries, each with a workload of many values: reading them again costs less than a second form of them.
  static var isKept: Bool { false }

  func writeHead(to writer: inout ByteWriter) {}

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) { throw DamagedBytes() }
}
