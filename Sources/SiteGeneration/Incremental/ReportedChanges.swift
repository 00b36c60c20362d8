import Diagnostics

/// What a report says of what changed.
extension SiteGenerator.Report {
  /// Adds what made each change.
  mutating func explain(
    from former: SiteTrace, to new: SiteTrace, changed: Set<String>, isOtherProgram: Bool
  ) {
    guard !changes.isEmpty else { return }
    let causes = ChangeCauses(from: former, to: new, changed: changed, isOtherProgram: isOtherProgram)
    changes.causes = Dictionary(changes.pages.map { ($0, causes.causes(of: $0)) }) { first, _ in first }
  }

  /// Adds what is to be told of the page that was asked about.
  mutating func explain(_ page: String?, by trace: SiteTrace?) {
    guard let page, let trace else { return }
    guard var found = trace.explanation(of: page) else {
      return explanation = .unknown(nearest: trace.nearestPage(to: page))
    }
    found.causes = changes.causes[found.page] ?? []
    explanation = .page(found)
  }

  /// Adds what came of publishing.
  mutating func add(_ outcome: Publisher.Outcome) {
    diagnostics = (diagnostics + outcome.diagnostics).inReadingOrder()
    guard outcome.diagnostics.isEmpty else { return written = nil }
    written = outcome.written
    removed = outcome.removed
    changes = outcome.changes
  }
}
