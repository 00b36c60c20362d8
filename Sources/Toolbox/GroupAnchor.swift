import MarkdownTree

/// The anchors of the groups that the page of a section shows its entries in. The underscore cannot come from a slug, so
/// that no heading and no entry ever takes the same.
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
