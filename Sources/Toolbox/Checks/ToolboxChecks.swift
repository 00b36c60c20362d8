import Diagnostics
import MarkdownTree

extension Toolbox {
  /// What can be said of a toolbox before a page is planned: references, audiences, editions, containers, figures.
  /// Links in the text, and what nothing leads to, are `LinkValidation`’s.
  public func check() -> [Diagnostic] {
    EditionChecks(toolbox: self).run() + EntryChecks(toolbox: self).run() + DirectiveChecks(toolbox: self).run()
      + DeclarationChecks(toolbox: self).run()
  }

  /// Every text that an editor wrote: its file, its compiled body and, for an entry, its kind.
  public var texts: [(file: String, body: Body, kind: EntryKind?)] {
    let home = home.map { (file: $0.file, body: $0.body, kind: EntryKind?.none) }
    let introductions = EntryKind.allCases.compactMap { self.introductions[$0] }
      .map { (file: $0.core.file, body: $0.body, kind: EntryKind?.none) }
    let entries = entries.map { (file: $0.core.file, body: $0.body, kind: EntryKind?.some($0.id.kind)) }
    let declarations = declarations.texts.map { (file: $0.file, body: $0.body, kind: EntryKind?.none) }
    let known = site.publisher?.details.flatMap(\.text.body.fragments) ?? []
    let publisher = known.isEmpty ? [] : [(file: site.file, body: Body(fragments: known), kind: EntryKind?.none)]
    return (home.map { [$0] } ?? []) + introductions + entries + publisher + declarations
  }

  /// Whether all that is said of the publisher is known.
  var knowsPublisher: Bool { site.isReadable && !site.unclearKeys.contains("editeur") }

  /// Whether all situations are known: where `site.yml` could not be read, a word may be one that it declares.
  var knowsSituations: Bool { site.isReadable && !site.unclearKeys.contains("groupes") }
}
