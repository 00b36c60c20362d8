import Theming
import Toolbox

/// The entries of a kind with their texts, on a page that shows a whole edition.
struct WholeSection: TemplateContext {
  let opening: PrintedPart
  let entries: String

  /// The sections of the kinds that the templates of these pages do not show themselves (``EntryRendering/whole``).
  ///
  /// - Parameter isShown: whether the page shows entries of a kind.
  static func all(_ scope: PageScope, where isShown: (EntryKind) -> Bool) -> [WholeSection] {
    EntryRendering.all.compactMap { rendering in
      guard let template = rendering.whole, isShown(rendering.kind),
        !scope.toolbox.visible(rendering.kind.type, scope.tailoring).isEmpty
      else { return nil }
      let opening = scope.printedOpening(of: rendering.kind)
      let all = Placement(selection: Directive.Selection(names: [], values: [:]), scope: scope, prefix: "")
      return WholeSection(opening: opening, entries: template.html(all, scope.theme))
    }
  }

  static let schema = TemplateSchema<WholeSection>([
    .object("opening") { $0.opening }, .html("entries") { $0.entries },
  ])
}

extension ToolboxContent {
  /// The entries of a type that an edition shows, in order.
  func visible<E: Entry>(_ type: E.Type, _ tailoring: Tailoring) -> [any Entry] { tailoring.visible(all(type)) }
}
