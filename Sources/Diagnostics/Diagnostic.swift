/// How grave a finding is.
public enum Severity: String, Sendable, Codable, Comparable, CaseIterable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Something to mend; the site can be published all the same.
  case warning
  /// Nothing is published until it is mended.
  case error

  /// Orders severities from the mildest.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a person has to do something about: the content, theme and configuration, or the machine.
public enum Cause: Sendable, Hashable, Codable {
  /// The content, the theme or the configuration.
  case source
  /// The machine refused: disk, permissions, a lock, a port.
  case machine
}

/// One finding: where, what, and what to do. A value; findings are never thrown.
public struct Diagnostic: Sendable, Hashable, Codable {
  /// A second place that belongs to the finding.
  public struct Related: Sendable, Hashable, Codable {
    /// The second place.
    public var location: SourceLocation
    /// What it has to do with the finding.
    public var message: Message

    /// Creates a second place.
    public init(_ location: SourceLocation, _ message: Message) {
      self.location = location
      self.message = message
    }
  }

  /// The stable name of this kind of finding.
  public var id: DiagnosticID
  /// How grave it is.
  public var severity: Severity
  /// Where it is, or nil where there is no place.
  public var location: SourceLocation?
  /// What is wrong, in one sentence.
  public var message: Message
  /// What to do, where something can be said beyond the message.
  public var help: Message?
  /// Other places that belong to it.
  public var related: [Related]
  /// Whether the content or the machine is at fault.
  public var cause: Cause

  /// Creates a finding.
  public init(
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
  /// The findings in the order in which one mends them: by file, then by place; those without a place come first.
  public func inReadingOrder() -> [Diagnostic] {
    sorted { left, right in
      func key(_ one: Diagnostic) -> (String, Int, Int, String, String) {
        let start = one.location?.range?.start
        return (one.location?.file ?? "", start?.line ?? 0, start?.column ?? 0, one.id.rawValue, one.message.english)
      }
      return key(left) < key(right)
    }
  }
}
