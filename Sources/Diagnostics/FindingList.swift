/// Findings as they come, of which no file gives more than so many of one kind.
///
/// A damaged file can give a million of them, each with its sentences in two languages: nobody would read them, and the
/// memory would be gone. What is left out is counted, and said in one finding.
public struct FindingList: Sendable {
  /// How many findings of one kind are kept for each file.
  public static let limit = 1_000

  /// What counts together.
  private struct Kind: Hashable {
    var file: String?
    var id: DiagnosticID
  }

  /// What was left out of one kind.
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

  /// A list without findings.
  public init() {}

  /// A list of findings that are there already.
  public init(_ findings: some Sequence<Diagnostic>) { self += findings }

  /// How many findings there were, those that were left out included.
  public var count: Int { rests.values.reduce(kept.count) { $0 + $1.count } }

  /// Adds a finding.
  public mutating func append(_ finding: Diagnostic) {
    let kind = Kind(file: finding.location?.file, id: finding.id)
    guard counts[kind, default: 0] == Self.limit else {
      counts[kind, default: 0] += 1
      kept.append(finding)
      return
    }
    rests[kind, default: Rest(count: 0, severity: finding.severity, first: finding)].add(1, finding.severity)
  }

  /// Adds findings.
  public static func += (list: inout FindingList, findings: some Sequence<Diagnostic>) {
    for finding in findings { list.append(finding) }
  }

  /// Adds the findings of another list.
  public static func += (list: inout FindingList, other: FindingList) {
    list += other.kept
    for (kind, rest) in other.rests {
      list.rests[kind, default: Rest(count: 0, severity: rest.severity, first: rest.first)].add(
        rest.count, rest.severity)
    }
  }

  /// The findings that were kept, and what is to be said of the others.
  public var all: [Diagnostic] {
    guard !rests.isEmpty else { return kept }
    return kept + rests.values.map { .more($0.count, like: $0.first, $0.severity) }.inReadingOrder()
  }
}

extension Diagnostic {
  /// - Parameter first: the first of those that are not shown; what follows is there.
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
