import Diagnostics

/// A success factor.
package struct SuccessFactor: Entry {
  package static let kind = EntryKind.factor
  package static let traits = EntryTraits(
    presence: .section, onEditionHome: .all, placing: 1, selection: [.name("etape", of: .step)])

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// The resources that help with the factor.
  package var resources: [Reference]

  /// Creates a success factor.
  package init(core: EntryCore, title: String, resources: [Reference]) {
    self.core = core
    self.title = title
    self.resources = resources
  }
}

extension SuccessFactor {
  package var relations: [EntryRelation] { [EntryRelation(kind: .resource, names: resources)] }

  package func values(for key: String, in toolbox: Toolbox) -> [String] {
    guard key == "etape" else { return [] }
    return toolbox.steps.filter { $0.names(id.name) }.map(\.id.name)
  }

  package static func groupAnchors(in toolbox: Toolbox) -> [String] {
    FactorGrouping.all(of: toolbox.factors, by: toolbox.steps).map(\.anchor)
  }
}

extension Step {
  /// Whether the step names a success factor.
  package func names(_ factor: String) -> Bool { factors.contains { $0.name == factor } }
}

extension ToolboxContent {
  /// The success factors, in order.
  package var factors: [SuccessFactor] { all(SuccessFactor.self) }

  /// The success factor with the given name; nil if there is no such factor.
  package func factor(named name: String) -> SuccessFactor? { entry(SuccessFactor.self, named: name) }
}
