import Diagnostics

/// A group of situations that are alternatives of one another: the accompaniment types, with or without an IT
/// department.
public struct AudienceGroup: Sendable, Hashable {
  /// A situation.
  public struct Value: Sendable, Hashable {
    /// The word that `pour` names.
    public var id: String
    /// What readers see.
    public var label: String

    /// Creates a value.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The group that the accompaniment types are.
  public static let accompaniment = "accompagnement"

  /// Its id.
  public var id: String
  /// What readers see.
  public var title: String
  /// Its situations, in order.
  public var values: [Value]

  /// Creates a group.
  public init(id: String, title: String, values: [Value]) {
    self.id = id
    self.title = title
    self.values = values
  }
}

/// For whom something is: for each group that counts, the situations that will do. Without any, it is for everyone.
public struct AudienceCondition: Sendable, Hashable {
  /// The situations that will do, by group.
  public private(set) var accepted: [String: Set<String>]

  /// For everyone.
  public static let everyone = AudienceCondition(accepted: [:])

  private init(accepted: [String: Set<String>]) { self.accepted = accepted }

  /// Reads the words of a `pour`; words that no group has are left out (they are reported where they are checked).
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
  /// Its id, which is the name of its folder.
  public var id: String
  /// What readers see.
  public var title: String
  /// The situation that it settles in each of one or more groups.
  public var choice: [String: String]

  /// Creates an edition.
  public init(id: String, title: String, choice: [String: String]) {
    self.id = id
    self.title = title
    self.choice = choice
  }

  /// The accompaniment type that it is for, if it settles one.
  public var accompaniment: String? { choice[AudienceGroup.accompaniment] }
}

/// The one filter that says what an edition shows. It governs pages, navigation, search, print and counts.
public struct AudienceFilter: Sendable {
  /// What becomes of a passage.
  public enum Visibility: Sendable, Hashable {
    /// It is shown as if it were for everyone.
    case shown
    /// It is shown with a label that says for whom it is: for each group that is open, the situations that will do.
    case labelled([[AudienceGroup.Value]])
    /// It is left out.
    case hidden
  }

  private let groups: [AudienceGroup]
  private let choice: [String: String]

  /// The filter of an edition, or of the general one, which settles nothing and labels everything.
  public init(groups: [AudienceGroup], edition: Edition?) {
    self.groups = groups
    choice = edition?.choice ?? [:]
  }

  /// What becomes of a passage that is for some.
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

  /// Whether an edition shows something at all, with or without a label.
  public func includes(_ condition: AudienceCondition) -> Bool { visibility(of: condition) != .hidden }
}
