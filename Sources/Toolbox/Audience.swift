import Diagnostics

/// A group of alternative situations, such as the accompaniment types, or with and without an IT department.
public struct AudienceGroup: Sendable, Hashable {
  /// A situation.
  public struct Value: Sendable, Hashable {
    /// The word for the situation in `pour`.
    public var id: String
    /// The text for readers.
    public var label: String

    /// Creates a value.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The id of the group of the accompaniment types.
  public static let accompaniment = "accompagnement"

  /// The id.
  public var id: String
  /// The title for readers.
  public var title: String
  /// The situations, in order.
  public var values: [Value]

  /// Creates a group.
  public init(id: String, title: String, values: [Value]) {
    self.id = id
    self.title = title
    self.values = values
  }
}

/// The audience of an entry or a passage: the accepted situations for each group that matters. Without any group, the
/// audience is everyone.
public struct AudienceCondition: Sendable, Hashable {
  /// Maps the id of a group to the accepted situations.
  public private(set) var accepted: [String: Set<String>]

  /// The condition that every reader meets.
  public static let everyone = AudienceCondition(accepted: [:])

  private init(accepted: [String: Set<String>]) { self.accepted = accepted }

  /// Parses the words of a `pour` value. Words that no group has are left out: a check reports them.
  public init(words: some Sequence<String>, groups: [AudienceGroup]) {
    accepted = [:]
    for word in words {
      guard let group = groups.first(where: { $0.values.contains { $0.id == word } }) else { continue }
      accepted[group.id, default: []].insert(word)
    }
  }
}

/// A tailored edition: the guide for one situation.
public struct Edition: Sendable, Hashable {
  /// The id of the edition, which is also the name of its folder.
  public var id: String
  /// The title for readers.
  public var title: String
  /// Maps the id of each group that the edition fixes to the chosen situation.
  public var choice: [String: String]

  /// Creates an edition.
  public init(id: String, title: String, choice: [String: String]) {
    self.id = id
    self.title = title
    self.choice = choice
  }

  /// The accompaniment type of the edition, if it fixes one.
  public var accompaniment: String? { choice[AudienceGroup.accompaniment] }
}

/// The one filter that decides what an edition shows. It applies to pages, navigation, search, print and counts.
public struct AudienceFilter: Sendable {
  /// How an edition shows an entry or a passage.
  public enum Visibility: Sendable, Hashable {
    /// Shown without a label.
    case shown
    /// Shown with a label that names the audience: for each group that the edition leaves open, the accepted
    /// situations.
    case labelled([[AudienceGroup.Value]])
    /// Left out.
    case hidden
  }

  private let groups: [AudienceGroup]
  private let choice: [String: String]

  /// The filter of an edition, or of the general edition, which fixes no situation and labels every restricted passage.
  public init(groups: [AudienceGroup], edition: Edition?) {
    self.groups = groups
    choice = edition?.choice ?? [:]
  }

  /// How the edition shows an entry or a passage with a condition.
  public func visibility(of condition: AudienceCondition) -> Visibility {
    var open: [[AudienceGroup.Value]] = []
    for group in groups {
      guard let accepted = condition.accepted[group.id] else { continue }
      if let chosen = choice[group.id] {
        if !accepted.contains(chosen) { return .hidden }
      } else {
        open.append(group.values.filter { accepted.contains($0.id) })
      }
    }
    return open.isEmpty ? .shown : .labelled(open)
  }

  /// Whether the edition shows an entry or a passage, with or without a label.
  public func includes(_ condition: AudienceCondition) -> Bool { visibility(of: condition) != .hidden }
}
