import Diagnostics
import SitePublication

/// Adds the result of a publication, and the causes of its changes, to a report.
extension SiteGenerator.Report {
  /// Adds the causes of each change.
  mutating func explain(
    from former: SiteSources, to new: SiteSources, changed: Set<String>, isOtherProgram: Bool
  ) {
    guard !changes.isEmpty else { return }
    let causes = ChangeCauses(from: former, to: new, changed: changed, isOtherProgram: isOtherProgram)
    changes.causes = Dictionary(changes.pages.map { ($0, causes.causes(of: $0)) }) { first, _ in first }
  }

  /// Adds the explanation of a page.
  ///
  /// - Parameters:
  ///   - sources: the sources of the pages of this build.
  ///   - former: those of the previous build; nil if there is no previous build. It may have a page that the new site no
  ///     longer has.
  mutating func explain(_ page: String, by sources: SiteSources, former: SiteSources?) {
    var found = sources.provenance(of: page)
    if found == nil, let gone = former?.provenance(of: page) {
      let move = changes.moved.first { $0.from == gone.page }
      if move != nil || changes.removed.contains(gone.page) { found = gone }
      found?.isGone = true
      found?.causes = changes.causes[move?.to ?? gone.page] ?? []
    } else if let path = found?.page {
      found?.causes = changes.causes[path] ?? []
    }
    inquiry = found.map { .page($0) } ?? .unknown(nearest: sources.nearestPage(to: page))
  }

  /// Adds the result of a publication.
  package mutating func add(_ outcome: OutputWriter.Outcome) {
    diagnostics = (diagnostics + outcome.diagnostics).inReadingOrder()
    guard outcome.diagnostics.isEmpty else { return written = nil }
    written = outcome.written
    removed = outcome.removed
    changes = outcome.changes
  }
}
