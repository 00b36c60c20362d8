import Encodings
import Toolbox
import YAML

extension Page: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    let words = Menu.allCases.map(\.rawValue)
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre de la page"), summary: fields.prose("resume"),
      menu: fields.parse("menu", as: .oneOf(words)) { Menu(rawValue: $0) } ?? .footer)
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    writer.add(summary)
    writer.add(menu.rawValue)
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    let (title, summary) = (try reader.text(), try reader.optionalText())
    guard let menu = Menu(rawValue: try reader.text()) else { throw DamagedBytes() }
    self.init(core: core, title: title, summary: summary, menu: menu)
  }
}
