/// The severity of a finding.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Information; nothing is wrong.
  case note
  /// A defect that does not prevent publication.
  case warning
  /// A defect that prevents publication.
  case error

  /// Orders severities from the mildest to the gravest.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The part that must change to resolve a finding: the sources or the machine.
package enum Cause: Sendable, Hashable {
  /// The content, the theme or the configuration.
  case source
  /// The machine that refuses an operation. Examples: its disk, its permissions, a lock or a port.
  case machine
}

/// One finding: place, defect and remedy. Findings are values and are never thrown.
package struct Diagnostic: Sendable, Hashable {
  /// An additional place in the sources that helps to understand the finding.
  package struct Related: Sendable, Hashable {
    /// The additional place.
    package var location: SourceLocation
    /// The relation between the additional place and the finding.
    package var message: Message

    /// Creates an additional place.
    package init(_ location: SourceLocation, _ message: Message) {
      self.location = location
      self.message = message
    }
  }

  /// The stable name of this kind of finding.
  package var id: DiagnosticID
  /// The severity of the finding.
  package var severity: Severity
  /// The place of the finding; nil if the finding has no place.
  package var location: SourceLocation?
  /// The defect, in one sentence.
  package var message: Message
  /// The remedy; nil if the message already implies the remedy.
  package var help: Message?
  /// Additional places that help to understand the finding.
  package var related: [Related]
  /// The part that must change to resolve the finding: the sources or the machine.
  package var cause: Cause

  /// Creates a finding.
  package init(
    _ id: DiagnosticID, _ severity: Severity = .error, at location: SourceLocation?, _ message: Message,
    help: Message? = nil, related: [Related] = [], cause: Cause = .source
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.message = message
    self.help = help
    self.related = related
    self.cause = cause
  }
}

extension Sequence<Diagnostic> {
  /// The findings, sorted by file and then by place in the file. Findings without a place come first.
  package func inReadingOrder() -> [Diagnostic] {
    sorted { left, right in
      func key(_ one: Diagnostic) -> (String, Int, Int, String, String) {
        let start = one.location?.range?.start
        return (one.location?.file ?? "", start?.line ?? 0, start?.column ?? 0, one.id.rawValue, one.message.english)
      }
      return key(left) < key(right)
    }
  }
}
