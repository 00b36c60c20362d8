import Diagnostics
import SitePublication

/// The changes of a build that readers of the site can notice, in a few lines. Changes that break links come first.
struct ChangeSummary {
  /// The maximum number of changes that are named. The other changes are only counted.
  static let limit = 10

  private let changes: SiteChanges

  init(_ changes: SiteChanges) { self.changes = changes }

  /// The text of the lines. Each line begins with a line break. The text is empty if there are no changes.
  var message: Message {
    let lines =
      changes.moved.map { line("déplacée", "moved", "\($0.from) → \($0.to)", of: $0.to) }
      + changes.removed.map { line("retirée", "removed", $0, of: $0) }
      + changes.anchorsGone.map { line("ancre disparue", "anchor gone", $0) }
      + changes.added.map { line("ajoutée", "added", $0) }
      + changes.changed.map { line("modifiée", "changed", $0, of: $0) }
    let rest = lines.count - Self.limit
    let others = Message(
      fr: rest > 1 ? "\n  et \(rest) autres" : "\n  et 1 autre",
      en: rest > 1 ? "\n  and \(rest) others" : "\n  and 1 other")
    let shown = lines.prefix(Self.limit) + (rest > 0 ? [others] : [])
    return Message(fr: shown.map(\.french).joined(), en: shown.map(\.english).joined())
  }

  /// - Parameter page: the changed page. If the page is given, the line ends with the cause of the change.
  private func line(_ french: String, _ english: String, _ what: String, of page: String? = nil) -> Message {
    let cause = page.flatMap { changes.causes[$0] }.map(CauseText.init)?.short ?? Message(fr: "", en: "")
    return Message(
      fr: "\n  \(french) : \(what)\(cause.french)", en: "\n  \(english): \(what)\(cause.english)")
  }
}
