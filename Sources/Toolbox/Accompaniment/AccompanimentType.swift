import Diagnostics

/// An accompaniment type: a way in which a shared-services organisation accompanies a local authority.
package struct AccompanimentType: Entry {
  package static let kind = EntryKind.accompaniment
  package static let traits = EntryTraits(presence: .section, onEditionHome: .chosen, hasAudience: false)

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The title.
  package var title: String
  /// A short name for labels; nil if labels use the title.
  package var label: String?
  /// A summary in one sentence.
  package var summary: String?
  /// The workload of the organisation that accompanies the local authority.
  package var workload: Workload

  /// Creates an accompaniment type.
  package init(core: EntryCore, title: String, label: String?, summary: String?, workload: Workload) {
    self.core = core
    self.title = title
    self.label = label
    self.summary = summary
    self.workload = workload
  }

  /// The name for labels.
  package var shortTitle: String { label ?? title }
}

extension AccompanimentType {
  package func check() -> [Diagnostic] { workload.isCoherent ? [] : [.workloadMismatch(self)] }
}

extension ToolboxContent {
  /// The accompaniment types, in order.
  package var accompaniments: [AccompanimentType] { all(AccompanimentType.self) }

  /// The accompaniment type with the given name; nil if there is no such type.
  package func accompaniment(named name: String) -> AccompanimentType? { entry(AccompanimentType.self, named: name) }

  /// The accompaniment type that an edition chose; nil if the edition chose no type.
  package func accompaniment(of edition: Edition) -> AccompanimentType? {
    edition.accompaniment.flatMap(accompaniment(named:))
  }
}
