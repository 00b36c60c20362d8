import CompiledBody
import Diagnostics
import Files
import MarkdownTree
import Toolbox
import YAML

/// A decoded content file. The path of the file alone decides which case is used.
enum LoadedEntry: Sendable {
  case home(Home)
  case introduction(EntryKind, Page)
  case chapter(Chapter)
  case testimonial(Testimonial)
  case factor(SuccessFactor)
  case resource(Resource)
  case accompaniment(AccompanimentType)
  case page(Page)
}

/// Decodes the front matter and the text of one file. If a value is missing, reports the key and leaves the value
/// empty. The entry then still exists, so that references to the entry can be checked.
struct EntryDecoder {
  /// The fixed lists of `site.yml`. The key is the name of a list. A list that could not be read is absent.
  let vocabularies: [String: Vocabulary]
  /// The typography that is applied to texts for readers. If nil, these texts stay as they are typed.
  let typography: FrenchTypography?
  /// The abbreviations. In each text, the first use of an abbreviation is marked up.
  let abbreviations: Abbreviations

  struct Decoded {
    /// The entry, or nil if the file has `masque: oui`.
    var entry: LoadedEntry?
    var diagnostics: [Diagnostic]
    /// The digest that ``TextInterface`` computes.
    var interface: [UInt8]
  }

  func decode(_ source: SourceText, as role: ContentTree.Role) -> Decoded {
    let frontMatter = FrontMatter(of: source)
    var diagnostics = frontMatter.diagnostics
    var value: YAMLValue?
    if let lines = frontMatter.lines {
      var reader = YAMLReader(source: source, lines: lines)
      let read = reader.read()
      diagnostics += read.diagnostics
      value = read.value
    }
    let document = Document(
      parsing: source, fromLine: frontMatter.bodyLine, typography: bodyTypography(role),
      abbreviations: role == .entry(.testimonial) ? nil : abbreviations)
    diagnostics += document.diagnostics
    var fields = FieldReader(value, source: source, typography: typography)
    let isHidden = fields.flag("masque") ?? false
    let body = Body(document)
    let entry = entry(role, file: source.file, fields: &fields, body: body)
    if value != nil { diagnostics += fields.finish() }
    let header = source.bytes[..<source.byteRange(ofLine: frontMatter.bodyLine).lowerBound]
    return Decoded(
      entry: isHidden ? nil : entry, diagnostics: diagnostics,
      interface: TextInterface.digest(ofFrontMatter: header, body))
  }

  /// Returns an empty entry for a file that could not be read. Because the entry exists, references to it are valid.
  func placeholder(for file: ContentTree.File) -> LoadedEntry? {
    var fields = FieldReader(nil, source: SourceText(file: file.path, text: ""))
    return entry(file.role, file: file.path, fields: &fields, body: Body(.empty))
  }

  /// A testimonial is a quotation, so its words and punctuation marks are not changed.
  private func bodyTypography(_ role: ContentTree.Role) -> FrenchTypography? {
    guard role == .entry(.testimonial) else { return typography }
    return typography == nil ? nil : FrenchTypography(.quotation)
  }

  private func entry(
    _ role: ContentTree.Role, file: String, fields: inout FieldReader, body: Body
  ) -> LoadedEntry? {
    switch role {
    case .configuration, .asset, .declaration: return nil
    case .home: return .home(Home(&fields, file: file, body: body))
    case .introduction(let kind):
      let core = EntryCore(&fields, kind: .page, file: file, body: body)
      return .introduction(kind, Page(&fields, core: core))
    case .entry(let kind):
      let core = EntryCore(&fields, kind: kind, file: file, body: body)
      switch kind {
      case .chapter: return .chapter(Chapter(&fields, core: core))
      case .testimonial: return .testimonial(Testimonial(&fields, core: core, vocabularies: vocabularies))
      case .factor: return .factor(SuccessFactor(&fields, core: core, vocabularies: vocabularies))
      case .resource: return .resource(Resource(&fields, core: core, vocabularies: vocabularies))
      case .accompaniment: return .accompaniment(AccompanimentType(&fields, core: core))
      case .page: return .page(Page(&fields, core: core))
      }
    }
  }
}

extension EntryCore {
  fileprivate init(_ fields: inout FieldReader, kind: EntryKind, file: String, body: Body) {
    // Pages and accompaniment types do not have the key `pour`. Pages are for all readers. An accompaniment type is
    // itself a situation that other entries can name with `pour`.
    let audience = kind == .page || kind == .accompaniment ? [] : fields.words("pour")
    self.init(
      id: EntryID(kind, Path.stem(file)), file: file, order: fields.integer("ordre"), audience: audience,
      licence: fields.prose("licence"), origin: fields.prose("source"), body: body, places: fields.places,
      isReadable: fields.isMapping)
  }
}

extension Home {
  fileprivate init(_ fields: inout FieldReader, file: String, body: Body) {
    self.init(
      file: file, title: fields.requiredProse("titre", example: "Le titre de l’accueil"),
      summary: fields.prose("resume"),
      question: fields.prose("question"), invitation: fields.prose("invitation"),
      voice: fields.reference("voix"), body: body)
  }
}

extension Page {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore) {
    let words = Menu.allCases.map(\.rawValue)
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre de la page"), summary: fields.prose("resume"),
      menu: fields.parse("menu", as: .oneOf(words)) { Menu(rawValue: $0) } ?? .footer)
  }
}

extension Chapter {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore) {
    fields.requireOrder()
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre du chapitre"),
      summary: fields.prose("resume"),
      keywords: fields.words("mots-cles").map(\.name), updated: fields.date("mis-a-jour"))
  }
}

extension Testimonial {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    self.init(
      core: core,
      author: fields.requiredProse("auteur", example: "A. Dupont"),
      role: fields.requiredProse("fonction", example: "Directrice générale des services"),
      organisation: fields.requiredProse("organisme", example: "Communauté de communes"),
      side: fields.requiredTerm("cote", in: vocabularies) ?? "",
      partner: fields.prose("avec"), wave: fields.prose("vague"), chapters: fields.words("chapitres"))
  }
}

extension SuccessFactor {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    fields.requireOrder()
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le titre du facteur"),
      moment: fields.term("moment", in: vocabularies), resources: fields.words("ressources"))
  }
}

extension Resource {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
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

extension AccompanimentType {
  fileprivate init(_ fields: inout FieldReader, core: EntryCore) {
    self.init(
      core: core, title: fields.requiredProse("titre", example: "En binôme"), label: fields.prose("libelle"),
      summary: fields.prose("resume"), workload: Workload(&fields))
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
