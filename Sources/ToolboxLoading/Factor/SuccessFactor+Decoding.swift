import Encodings
import Toolbox
import YAML

extension SuccessFactor: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    fields.requireOrder()
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre du facteur"),
      resources: fields.words("ressources"))
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    writer.add(each: resources) { $0.add($1) }
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, title: try reader.text(), resources: try reader.references(in: core.file))
  }
}
