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
  case entry(any DecodableEntry)
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
    /// The text.
    var body: Body
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
      abbreviations: Self.isQuotation(role) ? nil : abbreviations, containers: Directive.Name.written)
    diagnostics += document.diagnostics
    var fields = FieldReader(value, source: source, typography: typography)
    let isHidden = fields.flag("masque") ?? false
    let body = Body(document)
    let entry = entry(role, file: source.file, fields: &fields, outline: body.outline)
    if value != nil { diagnostics += fields.finish() }
    return Decoded(entry: isHidden ? nil : entry, diagnostics: diagnostics, body: body)
  }

  /// Returns an empty entry for a file that could not be read. Because the entry exists, references to it are valid.
  func placeholder(for file: ContentTree.File) -> LoadedEntry? {
    var fields = FieldReader(nil, source: SourceText(file: file.path, text: ""))
    return entry(file.role, file: file.path, fields: &fields, outline: Body(fragments: []))
  }

  private static func isQuotation(_ role: ContentTree.Role) -> Bool {
    if case .entry(let kind) = role { kind.traits.isQuotation } else { false }
  }

  private func bodyTypography(_ role: ContentTree.Role) -> FrenchTypography? {
    guard Self.isQuotation(role) else { return typography }
    return typography == nil ? nil : FrenchTypography(.quotation)
  }

  private func entry(
    _ role: ContentTree.Role, file: String, fields: inout FieldReader, outline: Body
  ) -> LoadedEntry? {
    switch role {
    case .configuration, .asset, .declaration: return nil
    case .home: return .home(Home(&fields, file: file, outline: outline))
    case .introduction(let kind):
      let core = EntryCore(&fields, kind: .page, file: file, outline: outline)
      return .introduction(kind, Page(&fields, core: core, vocabularies: vocabularies))
    case .entry(let kind):
      let core = EntryCore(&fields, kind: kind, file: file, outline: outline)
      return Self.types[kind].map { .entry($0.init(&fields, core: core, vocabularies: vocabularies)) }
    }
  }
}

extension EntryCore {
  fileprivate init(_ fields: inout FieldReader, kind: EntryKind, file: String, outline: Body) {
    let audience = kind.traits.hasAudience ? fields.words("pour") : []
    self.init(
      id: EntryID(kind, GuideParts.entryName(of: file)), file: file, order: fields.integer("ordre"), audience: audience,
      licence: fields.prose("licence"), origin: fields.prose("source"), outline: outline, places: fields.places,
      isReadable: fields.isMapping)
  }
}

extension Home {
  fileprivate init(_ fields: inout FieldReader, file: String, outline: Body) {
    self.init(
      file: file, title: fields.requiredProse("titre", example: "Le titre de l’accueil"),
      summary: fields.prose("resume"),
      question: fields.prose("question"), invitation: fields.prose("invitation"),
      voice: fields.reference("voix"), outline: outline)
  }
}
