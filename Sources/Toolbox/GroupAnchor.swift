import MarkdownTree

/// The anchors of the groups on the page of a section. Each of these anchors contains an underscore, which no slug
/// contains. Therefore these anchors differ from those of headings and entries.
public enum GroupAnchor {
  /// The anchor of the success factors of a moment.
  public static func moment(_ id: String) -> String { "moment_" + Slug.make(id) }

  /// The anchor of the resources of a topic.
  public static func topic(_ id: String) -> String { "theme_" + Slug.make(id) }

  /// The anchor of the testimonials of one side: local authorities, or the organisations that accompany them.
  public static func side(_ id: String) -> String { "cote_" + Slug.make(id) }

  /// The anchor of a term in the glossary.
  public static func term(_ term: String) -> String { "terme_" + Slug.make(term) }

  /// The anchor of an abbreviation in the glossary.
  public static func abbreviation(_ short: String) -> String { "sigle_" + Slug.make(short) }
}
