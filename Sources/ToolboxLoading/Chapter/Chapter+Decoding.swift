import Encodings
import Toolbox
import YAML

extension Chapter: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    fields.requireOrder()
    self.init(
      core: core, place: GuideParts.place(of: core.file),
      title: fields.requiredProse("titre", example: "Le titre du chapitre"),
      summary: fields.prose("resume"),
      keywords: fields.words("mots-cles").map(\.name), updated: fields.date("mis-a-jour"))
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    writer.add(summary)
    writer.add(each: keywords) { $0.add($1) }
    writer.add(updated)
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, place: GuideParts.place(of: core.file), title: try reader.text(), summary: try reader.optionalText(),
      keywords: try reader.each { (reader) throws(DamagedBytes) in try reader.text() },
      updated: try reader.optionalText())
  }
}
