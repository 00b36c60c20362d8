import CompiledBody
import Diagnostics
import MarkdownTree
import Toolbox

/// A link to an anchor that the linked document does not have.
struct BrokenAnchor {
  /// The file of the linked document.
  var document: String
  /// The anchor that the link names.
  var anchor: String
  var location: SourceLocation
}

/// Reports headings that were probably renamed. Each missing anchor gives at most one finding, in addition to the
/// errors at the links.
struct RenamedHeadings {
  private let texts: [String: Body]
  private let former: [String: [String]]
  private var searches = 0

  /// - Parameter former: the anchors that the headings of each file had at an earlier time, in order; empty if unknown.
  init(_ toolbox: Toolbox, former: [String: [String]]) {
    texts = Dictionary(toolbox.outlines.map { ($0.file, $0.outline) }) { first, _ in first }
    self.former = former
  }

  mutating func run(_ broken: [BrokenAnchor]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let documents = Dictionary(grouping: broken, by: \.document).sorted { $0.key < $1.key }
    for (file, links) in documents {
      let headings = texts[file]?.fragments.headings ?? []
      let known = former[file] ?? []
      let alignment = AnchorAlignment(former: known, current: headings.map(\.anchor))
      let formerly = Set(known)
      // If the anchor of a heading existed earlier, the heading was not renamed.
      let new = headings.filter { !formerly.contains($0.anchor) }
      let places = Dictionary(new.map { ($0.anchor, $0) }) { first, _ in first }
      for (anchor, links) in Dictionary(grouping: links, by: \.anchor).sorted(by: { $0.key < $1.key }) {
        let isSure = formerly.contains(anchor)
        let name = alignment.successors[anchor] ?? nearest(anchor, among: places.keys, for: links, isSure: isSure)
        guard let heading = name.flatMap({ places[$0] }) else { continue }
        diagnostics.append(.renamedHeading(heading, in: file, formerly: anchor, links: links.map(\.location)))
      }
    }
    return diagnostics
  }

  /// The new anchor that is most similar to a missing anchor; nil if no new anchor is similar. Nil also if only one
  /// link names the missing anchor, and no heading is known to have had this anchor. In this case, the link probably
  /// contains a typing error.
  private mutating func nearest(
    _ anchor: String, among new: some Collection<String>, for links: [BrokenAnchor], isSure: Bool
  ) -> String? {
    guard isSure || links.count > 1, !new.isEmpty, searches < NearestMatch.proposalLimit else { return nil }
    searches += 1
    return NearestMatch.find(anchor, among: new)
  }
}

extension DiagnosticID {
  package static let renamedHeading = DiagnosticID(
    "renamed-heading",
    title: Message(fr: "Intertitre renommé", en: "Renamed heading"),
    meaning: Message(
      fr: """
        L’ancre d’un intertitre vient de son texte : quand il change, les liens qui y menaient sont brisés. Des liens \
        désignent une ancre qui n’existe plus, et cet intertitre est sans doute celui qui la portait. Chaque lien a sa \
        propre erreur ; ce message les réunit là où un seul mot peut suffire.
        """,
      en: """
        The anchor of a heading comes from its text: when it changes, the links that led there are broken. Links name \
        an anchor that does not exist any more, and this heading is probably the one that bore it. Each link has an \
        error of its own; this message brings them together where one word may be enough.
        """
    ),
    remedy: Message(
      fr: """
        Rendez à l’intertitre son ancienne ancre, et tous les liens fonctionnent à nouveau :

            ## Combien d’heures prévoir ? {#temps}

        Ou écrivez la nouvelle ancre dans chaque lien.
        """,
      en: """
        Give the heading its former anchor back, and all links work again:

            ## Combien d’heures prévoir ? {#temps}

        Or write the new anchor in each link.
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func renamedHeading(
    _ heading: Heading, in file: String, formerly anchor: String, links: [SourceLocation]
  ) -> Diagnostic {
    let isOne = links.count == 1
    let rewriting = Message(
      fr: "écrivez « #\(heading.anchor) » dans \(isOne ? "ce lien" : "ces liens")",
      en: "write “#\(heading.anchor)” in \(isOne ? "this link" : "these links")")
    let keeping = Message(
      fr: "rendez-lui son ancre en écrivant « {#\(anchor)} » à la fin du titre, ou \(rewriting.french)",
      en: "give it its anchor back by writing “{#\(anchor)}” at the end of the heading, or \(rewriting.english)")
    return Diagnostic(
      .renamedHeading, .warning, at: SourceLocation(file: file, range: heading.range),
      Message(
        fr:
          "ce titre s’appelait peut-être autrement : \(isOne ? "un lien mène" : "\(links.count) liens mènent") à « #\(anchor) »",
        en:
          "this heading may have had another name: \(isOne ? "one link leads" : "\(links.count) links lead") to “#\(anchor)”"
      ),
      help: Slug.canBeChosen(anchor) ? keeping : rewriting,
      related: links.map {
        Related($0, Message(fr: "ce lien mène à « #\(anchor) »", en: "this link leads to “#\(anchor)”"))
      })
  }
}
