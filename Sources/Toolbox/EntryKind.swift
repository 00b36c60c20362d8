/// The kinds of entry. The entries of each kind are in one folder of the content. A toolbox lists its entries in the
/// order of the cases.
package enum EntryKind: String, Sendable, CaseIterable, Hashable {
  /// A chapter of the guide.
  case chapter = "guide"
  /// A step of the accompaniment.
  case step = "etapes"
  /// A testimonial (retour d'expérience).
  case testimonial = "rex"
  /// A success factor.
  case factor = "facteurs"
  /// A resource.
  case resource = "ressources"
  /// An accompaniment type.
  case accompaniment = "accompagnements"
  /// A page such as the legal notice.
  case page = "pages"

  /// The folder that holds the entries of this kind, below the content folder.
  package var folder: String { rawValue }

  /// The kinds whose entries have a section page that can be missing, in the order in which readers meet the sections.
  package static let sections: [EntryKind] = [.accompaniment, .step, .factor, .testimonial, .resource]

  /// The type of the entries of this kind.
  package var type: any Entry.Type {
    switch self {
    case .chapter: Chapter.self
    case .step: Step.self
    case .testimonial: Testimonial.self
    case .factor: SuccessFactor.self
    case .resource: Resource.self
    case .accompaniment: AccompanimentType.self
    case .page: Page.self
    }
  }

  /// The facts that all entries of this kind share.
  package var traits: EntryTraits { type.traits }
}
