import MarkdownTree

/// The anchors of the groups on a section's page. A slug never has an underscore, so these anchors differ from those of
/// headings and entries.
public enum GroupAnchor {
  /// Success factors of a moment.
  public static func moment(_ id: String) -> String { "moment_" + Slug.make(id) }

  /// Resources of a topic.
  public static func topic(_ id: String) -> String { "theme_" + Slug.make(id) }

  /// Testimonials of a side.
  public static func side(_ id: String) -> String { "cote_" + Slug.make(id) }

  /// A term in the glossary.
  public static func term(_ term: String) -> String { "terme_" + Slug.make(term) }

  /// An abbreviation in the glossary.
  public static func abbreviation(_ short: String) -> String { "sigle_" + Slug.make(short) }
}
