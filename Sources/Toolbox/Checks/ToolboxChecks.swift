import CompiledBody
import Diagnostics

extension Toolbox {
  /// Runs all checks that do not need the addresses of pages. These checks cover references, audiences, editions,
  /// containers, figures and declarations. `LinkValidation` checks the links in texts and finds unused resources.
  package func check() -> [Diagnostic] {
    EditionChecks(toolbox: self).run() + EntryChecks(toolbox: self).run() + PartChecks(toolbox: self).run()
      + DirectiveChecks(toolbox: self).run() + DeclarationChecks(toolbox: self).run()
  }

  /// The outlines of all texts that editors wrote. Each element has the file of a text. If the text belongs to an entry,
  /// the element also has the kind of the entry.
  package var outlines: [(file: String, outline: Body, kind: EntryKind?)] {
    let home = home.map { (file: $0.file, outline: $0.outline, kind: EntryKind?.none) }
    let introductions = EntryKind.allCases.compactMap { self.introductions[$0] }
      .map { (file: $0.core.file, outline: $0.outline, kind: EntryKind?.none) }
    let entries = entries.map { (file: $0.core.file, outline: $0.outline, kind: EntryKind?.some($0.id.kind)) }
    let declarations = declarations.outlines.map { (file: $0.file, outline: $0.outline, kind: EntryKind?.none) }
    let known = site.publisher?.details.flatMap(\.text.body.fragments) ?? []
    let publisher =
      known.isEmpty ? [] : [(file: site.file, outline: Body(fragments: known).outline, kind: EntryKind?.none)]
    return (home.map { [$0] } ?? []) + introductions + entries + publisher + declarations
  }

  /// Whether the content of `editeur` is known. The content is unknown if `site.yml` or the value of `editeur` could
  /// not be read.
  var knowsPublisher: Bool { site.isReadable && !site.unclearKeys.contains("editeur") }

  /// Whether all audience groups in `site.yml` could be read. If not, unknown words are not reported, because a group
  /// that could not be read may contain these words.
  var knowsSituations: Bool { site.isReadable && !site.unclearKeys.contains("groupes") }
}
