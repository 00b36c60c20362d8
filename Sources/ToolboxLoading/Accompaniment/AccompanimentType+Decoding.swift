import Encodings
import Toolbox
import YAML

extension AccompanimentType: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    self.init(
      core: core, title: fields.requiredProse("titre", example: "En binôme"), label: fields.prose("libelle"),
      summary: fields.prose("resume"), workload: Workload(&fields))
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    writer.add(label)
    writer.add(summary)
    workload.write(to: &writer)
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, title: try reader.text(), label: try reader.optionalText(), summary: try reader.optionalText(),
      workload: try Workload(&reader))
  }
}
