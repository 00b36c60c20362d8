import Diagnostics

/// A group of situations that exclude each other. Examples: the accompaniment types; the situations “with an IT
/// department” and “without an IT department”.
package struct AudienceGroup: Sendable, Hashable {
  /// One of the situations of a group.
  package struct Value: Sendable, Hashable {
    /// The word for the situation. Content files use this word after `pour`.
    package var id: String
    /// The text for readers.
    package var label: String

    /// Creates a situation.
    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The id of the group that contains the accompaniment types.
  package static let accompaniment = "accompagnement"

  /// The id.
  package var id: String
  /// The title for readers.
  package var title: String
  /// The situations, in order.
  package var values: [Value]

  /// Creates a group.
  package init(id: String, title: String, values: [Value]) {
    self.id = id
    self.title = title
    self.values = values
  }
}

/// The readers for whom an entry or a passage is meant. The condition lists the accepted situations of some groups. In
/// every other group, all situations are accepted.
package struct AudienceCondition: Sendable, Hashable {
  /// The accepted situations. The key is the id of a group. The value contains the ids of situations in this group.
  package private(set) var accepted: [String: Set<String>]

  /// The condition that every reader meets.
  package static let everyone = AudienceCondition(accepted: [:])

  private init(accepted: [String: Set<String>]) { self.accepted = accepted }

  /// Parses the words of a `pour` value. Words that belong to no group are ignored here, because a check reports such
  /// words.
  package init(words: some Sequence<String>, groups: [AudienceGroup]) {
    accepted = [:]
    for word in words {
      guard let group = groups.first(where: { $0.values.contains { $0.id == word } }) else { continue }
      accepted[group.id, default: []].insert(word)
    }
  }

  /// The readers who meet this condition and another one.
  func limited(to other: AudienceCondition) -> AudienceCondition {
    AudienceCondition(accepted: accepted.merging(other.accepted) { $0.intersection($1) })
  }

  /// Whether no reader can meet the condition. This is possible only for a condition that was limited to another one.
  var isImpossible: Bool { accepted.values.contains(where: \.isEmpty) }
}

/// A tailored edition: a version of the site for readers in the chosen situations.
package struct Edition: Sendable, Hashable {
  /// The id of the edition, which is also the name of its folder.
  package var id: String
  /// The title for readers.
  package var title: String
  /// The chosen situations. The key is the id of a group. The value is the id of a situation. Groups without a choice
  /// are absent.
  package var choice: [String: String]

  /// Creates an edition.
  package init(id: String, title: String, choice: [String: String]) {
    self.id = id
    self.title = title
    self.choice = choice
  }

  /// The id of the accompaniment type that the edition chose; nil if the edition chose no type.
  package var accompaniment: String? { choice[AudienceGroup.accompaniment] }
}

/// Decides which entries and passages an edition shows. Pages, navigation, search, print and counts all use this
/// filter.
package struct AudienceFilter: Sendable {
  /// How an edition shows an entry or a passage.
  package enum Visibility: Sendable, Hashable {
    /// Shown without a label.
    case shown
    /// Shown with a label. The label is needed because the edition chooses no situation in some groups that the
    /// condition restricts. For each of these groups, the value lists the accepted situations.
    case labelled([[AudienceGroup.Value]])
    /// Left out.
    case hidden
  }

  private let groups: [AudienceGroup]
  private let choice: [String: String]

  /// Creates the filter of an edition. If `edition` is nil, creates the filter of the general edition. The general
  /// edition chooses no situation, so it labels every restricted passage.
  package init(groups: [AudienceGroup], edition: Edition?) {
    self.groups = groups
    choice = edition?.choice ?? [:]
  }

  /// How the edition shows an entry or a passage that has this condition.
  package func visibility(of condition: AudienceCondition) -> Visibility {
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

  /// Whether the edition shows an entry or a passage that has this condition, with or without a label.
  package func includes(_ condition: AudienceCondition) -> Bool { visibility(of: condition) != .hidden }
}
