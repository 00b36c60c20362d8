import Encodings
import Toolbox
import YAML

extension Testimonial: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    self.init(
      core: core,
      author: fields.requiredProse("auteur", example: "A. Dupont"),
      role: fields.requiredProse("fonction", example: "Directrice générale des services"),
      organisation: fields.requiredProse("organisme", example: "Communauté de communes"),
      side: fields.requiredTerm("cote", in: vocabularies) ?? "",
      partner: fields.prose("avec"), wave: fields.prose("vague"), chapters: fields.words("chapitres"))
  }

  func writeHead(to writer: inout ByteWriter) {
    for text in [author, role, organisation, side] { writer.add(text) }
    writer.add(partner)
    writer.add(wave)
    writer.add(each: chapters) { $0.add($1) }
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, author: try reader.text(), role: try reader.text(), organisation: try reader.text(),
      side: try reader.text(), partner: try reader.optionalText(), wave: try reader.optionalText(),
      chapters: try reader.references(in: core.file))
  }
}
