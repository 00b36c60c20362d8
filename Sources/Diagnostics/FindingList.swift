/// A list that keeps a limited number of findings. The limit applies separately to each kind of finding in each file.
///
/// A damaged file can cause a million findings, each with sentences in two languages. Nobody would read so many
/// findings, and they would exhaust the memory. The findings beyond the limit are only counted. One additional finding
/// reports the number of these findings.
package struct FindingList: Sendable {
  /// The maximum number of findings of one kind that are kept for each file.
  package static let limit = 1_000

  /// The file and the kind of a finding. Findings with the same file and the same kind share one limit.
  private struct Kind: Hashable {
    var file: String?
    var id: DiagnosticID
  }

  /// The findings of one kind in one file that exceed the limit. Only the first such finding is stored.
  private struct Rest {
    var count: Int
    var severity: Severity
    var first: Diagnostic

    mutating func add(_ more: Int, _ severity: Severity) {
      count += more
      self.severity = max(self.severity, severity)
    }
  }

  private var kept: [Diagnostic] = []
  private var counts: [Kind: Int] = [:]
  private var rests: [Kind: Rest] = [:]

  /// Creates an empty list.
  package init() {}

  /// Creates a list from existing findings.
  package init(_ findings: some Sequence<Diagnostic>) { self += findings }

  /// The number of findings, including those that exceed the limit.
  package var count: Int { rests.values.reduce(kept.count) { $0 + $1.count } }

  /// Adds a finding.
  package mutating func append(_ finding: Diagnostic) {
    let kind = Kind(file: finding.location?.file, id: finding.id)
    guard counts[kind, default: 0] == Self.limit else {
      counts[kind, default: 0] += 1
      kept.append(finding)
      return
    }
    rests[kind, default: Rest(count: 0, severity: finding.severity, first: finding)].add(1, finding.severity)
  }

  /// Adds findings.
  package static func += (list: inout FindingList, findings: some Sequence<Diagnostic>) {
    for finding in findings { list.append(finding) }
  }

  /// Adds the findings of another list. The findings that the other list only counted are added to the counts.
  package static func += (list: inout FindingList, other: FindingList) {
    list += other.kept
    for (kind, rest) in other.rests {
      list.rests[kind, default: Rest(count: 0, severity: rest.severity, first: rest.first)].add(
        rest.count, rest.severity)
    }
  }

  /// The kept findings. If findings of one kind in one file were not kept, one additional finding reports their number.
  package var all: [Diagnostic] {
    guard !rests.isEmpty else { return kept }
    return kept + rests.values.map { .more($0.count, like: $0.first, $0.severity) }.inReadingOrder()
  }
}

extension Diagnostic {
  /// The additional finding for one kind and one file. It reports the number of findings that were not kept.
  ///
  /// - Parameter first: the first finding that was not kept. The new finding has the same place.
  fileprivate static func more(_ count: Int, like first: Diagnostic, _ severity: Severity) -> Diagnostic {
    Diagnostic(
      first.id, severity, at: first.location,
      Message(
        fr: "ce fichier donne lieu à \(FindingList.limit) constats de cette sorte, et à \(count) autres à partir d’ici",
        en: "this file has \(FindingList.limit) findings of this kind, and \(count) more from here on"),
      help: Message(
        fr: "réglez ceux qui sont montrés, puis relancez la vérification",
        en: "settle those that are shown, then check again"),
      cause: first.cause)
  }
}
