import Diagnostics

/// A success factor.
package struct SuccessFactor: Entry {
  package static let kind = EntryKind.factor
  package static let traits = EntryTraits(
    presence: .section, onEditionHome: .all, placing: 1, vocabularies: ["moment"], selection: [.word("moment")])

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// The moment at which the factor matters: a word of the vocabulary `moment`.
  package var moment: String?
  /// The resources that help with the factor.
  package var resources: [Reference]

  /// Creates a success factor.
  package init(core: EntryCore, title: String, moment: String?, resources: [Reference]) {
    self.core = core
    self.title = title
    self.moment = moment
    self.resources = resources
  }
}

extension SuccessFactor {
  package var relations: [EntryRelation] { [EntryRelation(kind: .resource, names: resources)] }

  package func values(for key: String, in toolbox: Toolbox) -> [String] {
    key == "moment" ? [moment].compactMap { $0 } : []
  }

  package static func groupAnchors(in toolbox: Toolbox) -> [String] {
    toolbox.factors.compactMap(\.moment).map(GroupAnchor.moment)
  }
}

extension Toolbox {
  /// The success factors, in order.
  package var factors: [SuccessFactor] { all(SuccessFactor.self) }

  /// The success factor with the given name; nil if there is no such factor.
  package func factor(named name: String) -> SuccessFactor? { entry(SuccessFactor.self, named: name) }
}
