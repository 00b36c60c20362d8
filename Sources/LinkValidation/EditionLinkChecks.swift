import CompiledBody
import Diagnostics
import MarkdownTree
import Toolbox

/// Reports the links in a tailored edition that lead to entries or passages that this edition leaves out. If a link
/// fails in several editions, one finding names all of these editions.
struct EditionLinkChecks {
  private struct Finding {
    var location: SourceLocation
    var general: String
    var editions: [Edition]
  }

  private let toolbox: Toolbox
  private let index: ContentIndex
  private let anchors: AnchorIndex

  /// - Parameter anchors: the anchors of the general edition.
  init(_ toolbox: Toolbox, index: ContentIndex, anchors: AnchorIndex) {
    self.toolbox = toolbox
    self.index = index
    self.anchors = anchors
  }

  func run() -> [Diagnostic] {
    var findings: [SourceLocation: Finding] = [:]
    for edition in toolbox.editions {
      let tailoring = Tailoring(toolbox, edition: edition)
      let tailored = AnchorIndex(toolbox, tailoring: tailoring)
      let hidden = Set(toolbox.entries.filter { tailoring.visibility(of: $0) == .hidden }.map(\.id))
      let read = toolbox.entries.filter { isRead($0, in: edition) && !hidden.contains($0.id) }
      let leading = concurrentMap(read) { entry in
        leftOut(tailoring.tailor(entry.outline), from: entry.core.file, hidden: hidden, tailored: tailored)
      }
      for (location, general) in leading.joined() {
        let new = Finding(location: location, general: general, editions: [])
        findings[location, default: new].editions.append(edition)
      }
    }
    return findings.values.map { .leftOut(at: $0.location, general: $0.general, editions: $0.editions) }
      .inReadingOrder()
  }

  /// Whether the links of an entry are checked in an edition. Pages are not checked, because they are the same in all
  /// editions. If an edition has an accompaniment type, the edition does not show the entries of other accompaniment
  /// types.
  private func isRead(_ entry: any Entry, in edition: Edition) -> Bool {
    guard entry.id.kind.traits.presence != .page else { return false }
    guard entry.id.kind.traits.onEditionHome == .chosen else { return true }
    return edition.accompaniment == nil || entry.id.name == edition.accompaniment
  }

  /// The links whose destination the edition leaves out. For each such link, the result has the location of the link
  /// and a new target. The new target leads to the same destination in the general edition.
  private func leftOut(
    _ body: Body, from file: String, hidden: Set<EntryID>, tailored: AnchorIndex
  ) -> [(location: SourceLocation, general: String)] {
    var found: [(location: SourceLocation, general: String)] = []
    body.fragments.forEachFragment { fragment in
      guard case .link(let link, _) = fragment,
        let general = leftOut(link, from: file, hidden: hidden, tailored: tailored)
      else { return }
      found.append((SourceLocation(file: file, range: link.targetRange), general))
    }
    return found
  }

  /// The target with which the link leads to the general edition. Nil if the edition does not leave out the destination
  /// of the link.
  private func leftOut(
    _ link: Link, from file: String, hidden: Set<EntryID>, tailored: AnchorIndex
  ) -> String? {
    guard let resolved = try? index.follow(LinkTarget(link.target), from: file), !resolved.isGeneral,
      let path = resolved.path
    else { return nil }
    let destination = resolved.destination
    let general = ContentIndex.generalTarget(of: path, anchor: destination.anchor)
    if case .entry(let id, _) = destination, hidden.contains(id) { return general }
    guard let name = destination.anchor.flatMap({ anchors.name($0, in: destination) }),
      tailored.anchors(of: destination)?.contains(name) == false
    else { return nil }
    return general
  }
}

extension DiagnosticID {
  package static let linkLeftOut = DiagnosticID(
    "link-left-out",
    title: Message(fr: "Lien vers ce que l’édition ne contient pas", en: "Link into what the edition leaves out"),
    meaning: Message(
      fr: """
        Une édition ne contient que ce qui concerne une situation. Dans celle-ci, ce lien mène à une page ou à un \
        passage destiné à d’autres : le lecteur ne trouverait rien.
        """,
      en: """
        An edition contains only what concerns one situation. In this one, the link leads to a page or a passage that \
        is meant for others: the reader would find nothing.
        """
    ),
    remedy: Message(
      fr: """
        Réservez le lien au même public que sa cible, ou envoyez exprès vers l’édition générale, avec `guide:` :

            [la charge des autres formules](guide:charge.md)
        """,
      en: """
        Keep the link for the audience of its target, or lead to the general edition on purpose, with `guide:`:

            [la charge des autres formules](guide:charge.md)
        """
    )
  )
}

extension Diagnostic {
  /// - Parameter general: the target that leads to the same destination in the general edition.
  static func leftOut(at location: SourceLocation, general: String, editions: [Edition]) -> Diagnostic {
    let names = editions.map(\.title).joined(separator: ", ")
    let isOne = editions.count == 1
    return Diagnostic(
      .linkLeftOut, at: location,
      Message(
        fr: "ce lien mène à ce que \(isOne ? "cette édition ne montre" : "ces éditions ne montrent") pas : \(names)",
        en: "this link leads to what \(isOne ? "this edition does" : "these editions do") not show: \(names)"),
      help: Message(
        fr: "écrivez « \(general) » pour mener à l’édition générale, ou mettez le lien dans un passage « ::: pour … »",
        en: "write “\(general)” to lead to the general edition, or put the link in a “::: pour …” passage"))
  }
}
