import Diagnostics
import Encodings
import Toolbox
import YAML

extension Resource: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre de la ressource"),
      destination: Destination(&fields, places: core.places),
      publisher: fields.prose("editeur"),
      partners: fields.references("avec").map(\.name),
      nature: fields.requiredTerm("nature", in: vocabularies) ?? "",
      topic: fields.requiredTerm("theme", in: vocabularies) ?? "",
      duration: fields.prose("duree"), cost: fields.prose("cout"), format: fields.prose("format"),
      weight: fields.prose("poids"), language: fields.language("langue"), date: fields.date("date"))
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    destination.write(to: &writer)
    writer.add(publisher)
    for text in [nature, topic] { writer.add(text) }
    writer.add(each: partners) { $0.add($1) }
    for text in [duration, cost, format, weight, language, date] { writer.add(text) }
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    let title = try reader.text()
    let destination = try Destination(&reader, file: core.file)
    let publisher = try reader.optionalText()
    let (nature, topic) = (try reader.text(), try reader.text())
    self.init(
      core: core, title: title, destination: destination, publisher: publisher,
      partners: try reader.each { (reader) throws(DamagedBytes) in try reader.text() }, nature: nature, topic: topic,
      duration: try reader.optionalText(), cost: try reader.optionalText(), format: try reader.optionalText(),
      weight: try reader.optionalText(), language: try reader.optionalText(), date: try reader.optionalText())
  }
}

extension Resource.Destination {
  fileprivate init(_ fields: inout FieldReader, places: [String: SourceLocation]) {
    let isPlanned = fields.flag("a-venir") ?? false
    let written = fields.value("adresse")
    if let place = places["adresse"], fields.isHash("adresse") {
      fields.report([.placeholderAddress(at: place)])
      self = .placeholder
    } else if let address = fields.webAddress("adresse") {
      self = .address(address.name, address.location)
      if isPlanned { fields.report([.addressAndPlanned(at: address.location)]) }
    } else if isPlanned, let place = places["a-venir"] {
      self = .planned(place)
    } else if written != nil || fields.isProbablyMisspelt("adresse") || fields.isProbablyMisspelt("a-venir") {
      self = .placeholder
    } else {
      self = .missing
    }
  }
}

extension Resource.Destination {
  private enum Case: UInt64 {
    case address, planned, placeholder, missing
  }

  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .address(let address, let location):
      writer.add(Case.address.rawValue)
      writer.add(address)
      writer.add(location)
    case .planned(let location):
      writer.add(Case.planned.rawValue)
      writer.add(location)
    case .placeholder: writer.add(Case.placeholder.rawValue)
    case .missing: writer.add(Case.missing.rawValue)
    }
  }

  fileprivate init(_ reader: inout ByteReader, file: String) throws(DamagedBytes) {
    switch Case(rawValue: try reader.number()) {
    case .address: self = .address(try reader.text(), try reader.location(in: file))
    case .planned: self = .planned(try reader.location(in: file))
    case .placeholder: self = .placeholder
    case .missing: self = .missing
    case nil: throw DamagedBytes()
    }
  }
}

extension Diagnostic {
  fileprivate static func placeholderAddress(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .placeholderLink, .warning, at: location,
      Message(fr: "cette adresse ne mène nulle part", en: "this address leads nowhere"),
      help: Message(
        fr: "écrivez la vraie adresse, ou remplacez cette ligne par « a-venir: oui » si elle n’est pas encore connue",
        en: "write the real address, or replace this line by “a-venir: oui” if it is not known yet"))
  }

  fileprivate static func addressAndPlanned(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "une ressource a une « adresse » ou est « a-venir », pas les deux",
        en: "a resource has an “adresse” or is “a-venir”, not both"),
      help: Message(fr: "supprimez « a-venir: oui »", en: "remove “a-venir: oui”"))
  }
}
