import MarkdownTree

/// The anchors of the groups on section pages, and of the terms in the glossary. These anchors contain an underscore.
/// The anchors of headings and entries are slugs, and no slug contains an underscore. Therefore the anchor of a group
/// or a term is never equal to the anchor of a heading or an entry.
package enum GroupAnchor {
  /// The anchor of the group that contains the success factors of a step.
  package static func step(_ id: String) -> String { "etape_" + Slug.make(id) }

  /// The anchor of the group that contains the success factors that no step names.
  package static let noStep = "facteurs_tout-au-long"

  /// The anchor of the group that contains the resources on a topic.
  package static func topic(_ id: String) -> String { "theme_" + Slug.make(id) }

  /// The anchor of the group that contains the testimonials of one side. The sides are local authorities, and the
  /// organisations that accompany local authorities.
  package static func side(_ id: String) -> String { "cote_" + Slug.make(id) }

  /// The anchor of a term in the glossary.
  package static func term(_ term: String) -> String { "terme_" + Slug.make(term) }

  /// The anchor of an abbreviation in the glossary.
  package static func abbreviation(_ short: String) -> String { "sigle_" + Slug.make(short) }
}
