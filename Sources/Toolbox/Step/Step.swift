import Diagnostics

/// A step of the accompaniment, such as the kick-off meeting.
package struct Step: Entry {
  package static let kind = EntryKind.step
  package static let traits = EntryTraits(presence: .section, onEditionHome: .all, placing: 0)

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A summary in one sentence.
  package var summary: String?
  /// The weeks in which the step takes place; nil if the source gives no date.
  package var period: Period?
  /// The people to invite.
  package var invitees: [String]
  /// The questions to ask.
  package var questions: [String]
  /// The things to prepare.
  package var preparations: [String]
  /// The decisions to take.
  package var decisions: [String]
  /// The share of each accompaniment type.
  package var roles: [Role]
  /// The success factors that matter in this step.
  package var factors: [Reference]
  /// The resources that help with this step.
  package var resources: [Reference]

  /// Creates a step.
  package init(
    core: EntryCore, title: String, summary: String?, period: Period?, invitees: [String], questions: [String],
    preparations: [String], decisions: [String], roles: [Role], factors: [Reference], resources: [Reference]
  ) {
    self.core = core
    self.title = title
    self.summary = summary
    self.period = period
    self.invitees = invitees
    self.questions = questions
    self.preparations = preparations
    self.decisions = decisions
    self.roles = roles
    self.factors = factors
    self.resources = resources
  }
}

extension Step {
  /// The weeks in which a step takes place.
  package enum Period: Sendable, Hashable {
    /// Before the first week.
    case preparation
    /// From a week to a week, counted from 1.
    case weeks(ClosedRange<Int>)
  }

  /// Who does what in a step, under one accompaniment type.
  package struct Role: Sendable, Hashable {
    /// The accompaniment type.
    package var type: Reference
    /// Who prepares the step; nil if the file does not say.
    package var prepares: String?
    /// Who leads the step; nil if the file does not say.
    package var leads: String?
    /// Who decides; nil if the file does not say.
    package var decides: String?

    /// Creates a role.
    package init(type: Reference, prepares: String?, leads: String?, decides: String?) {
      self.type = type
      self.prepares = prepares
      self.leads = leads
      self.decides = decides
    }
  }

  package var relations: [EntryRelation] {
    [
      EntryRelation(kind: .accompaniment, names: roles.map(\.type)), EntryRelation(kind: .factor, names: factors),
      EntryRelation(kind: .resource, names: resources),
    ]
  }
}

extension ToolboxContent {
  /// The steps, in order.
  package var steps: [Step] { all(Step.self) }
}
