import Diagnostics
import Theming
import Toolbox

/// How pages show the entries of a kind: on the page of their section, and where a text places them.
struct EntryRendering: Sendable {
  let kind: EntryKind
  /// The page of the section.
  let section: ScopeTemplate<PageScope>?
  /// The entries that a text places.
  let placed: ScopeTemplate<Placement>?
  /// Whether a text shows the whole of an entry that it places. On a print page, such an entry is not shown again.
  let isWholeWherePlaced: Bool
  /// The entries with their texts, on pages that show a whole edition: print pages, and the home page of an edition if it
  /// shows the kind (``EntryTraits/onEditionHome``). Nil if the templates of these pages show the kind themselves.
  let whole: ScopeTemplate<Placement>?

  init(
    _ kind: EntryKind, section: ScopeTemplate<PageScope>?, placed: ScopeTemplate<Placement>? = nil,
    whole: ScopeTemplate<Placement>? = nil, isWholeWherePlaced: Bool = false
  ) {
    self.kind = kind
    self.section = section
    self.placed = placed
    self.isWholeWherePlaced = isWholeWherePlaced
    self.whole = whole
  }

  /// The kinds that pages show with templates of their own.
  static let all: [EntryRendering] = [.chapters, .accompaniments, .steps, .factors, .testimonials, .resources]

  private static let byKind = Dictionary(all.map { ($0.kind, $0) }) { first, _ in first }

  /// The rendering of a kind; nil if the entries of the kind are never shown together.
  static func of(_ kind: EntryKind) -> EntryRendering? { byKind[kind] }

  /// The templates that every theme must have for the kinds of entries.
  static var templates: [TemplateDeclaration] {
    all.flatMap { [$0.section?.declaration, $0.placed?.declaration, $0.whole?.declaration].compactMap { $0 } }
  }
}

/// A template whose values are computed from an input.
struct ScopeTemplate<Input>: Sendable {
  let declaration: TemplateDeclaration
  private let context: @Sendable (Theme, Input) -> String

  /// - Parameters:
  ///   - name: the name of the template.
  ///   - purpose: what the template is for (``TemplateDeclaration``).
  ///   - context: computes the values for the template.
  init<Context: TemplateContext>(
    _ name: String, _ purpose: Message, _ context: @escaping @Sendable (Input) -> Context
  ) {
    declaration = TemplateDeclaration(name: name, scope: Context.schema.scope, purpose: purpose)
    self.context = { theme, input in theme.render(name, context(input)) }
  }

  func html(_ input: Input, _ theme: Theme) -> String { context(theme, input) }
}

/// Entries that a text places.
struct Placement {
  let selection: Directive.Selection
  let scope: PageScope
  /// The prefix of the anchors in the text that places the entries. With this prefix, anchors stay unique if several
  /// texts of one page place the same entry.
  let prefix: String

  /// The selected entries that the edition shows.
  func entries<E: Entry>(_ type: E.Type) -> [E] {
    scope.tailoring.visible(scope.toolbox.entries(selection, of: type))
  }
}
