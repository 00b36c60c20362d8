import Diagnostics

/// A testimonial. The body is the literal quotation.
package struct Testimonial: Entry {
  package static let kind = EntryKind.testimonial
  package static let traits = EntryTraits(
    presence: .section, placing: 3, isQuotation: true, vocabularies: ["cote"],
    selection: [.word("cote"), .name("chapitre", of: .chapter)])

  /// The part that all kinds of entries share.
  package var core: EntryCore
  /// The quoted person.
  package var author: String
  /// The job of the quoted person.
  package var role: String
  /// The organisation that the quoted person works for.
  package var organisation: String
  /// The person's side in the accompaniment: a word of the vocabulary `cote`.
  package var side: String
  /// The other organisation in the accompaniment. This organisation accompanied the person's organisation, or the
  /// person's organisation accompanied this organisation.
  package var partner: String?
  /// The series of accompaniments to which the testimonial belongs. Example: `Vague 1`.
  package var wave: String?
  /// The chapters that the testimonial is about.
  package var chapters: [Reference]

  /// Creates a testimonial.
  package init(
    core: EntryCore, author: String, role: String, organisation: String, side: String, partner: String?, wave: String?,
    chapters: [Reference]
  ) {
    self.core = core
    self.author = author
    self.role = role
    self.organisation = organisation
    self.side = side
    self.partner = partner
    self.wave = wave
    self.chapters = chapters
  }

  /// The author's name.
  package var title: String { author }
}

extension Testimonial {
  package var relations: [EntryRelation] { [EntryRelation(kind: .chapter, names: chapters)] }

  package func values(for key: String, in toolbox: Toolbox) -> [String] {
    switch key {
    case "cote": [side]
    case "chapitre": chapters.map(\.name)
    default: []
    }
  }

  package static func groupAnchors(in toolbox: Toolbox) -> [String] {
    toolbox.testimonials.map { GroupAnchor.side($0.side) }
  }
}

extension ToolboxContent {
  /// The testimonials, in order.
  package var testimonials: [Testimonial] { all(Testimonial.self) }

  /// The testimonial with the given name; nil if there is no such testimonial.
  package func testimonial(named name: String) -> Testimonial? { entry(Testimonial.self, named: name) }
}
