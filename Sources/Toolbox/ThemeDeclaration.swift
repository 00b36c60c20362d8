import Diagnostics

/// What a theme says of itself in its `theme.yml`. A theme without one says nothing, and stands on its own.
public struct ThemeDeclaration: Sendable, Hashable {
  /// What is said of one colour. Whatever is not said is as in the theme that is extended.
  public struct Role: Sendable, Hashable {
    /// Its name, which publishers use too, and where it stands.
    public var name: Reference
    /// What it paints, in words.
    public var title: String?
    /// The custom property that the style sheets use, without its two hyphens.
    public var property: Reference?
    /// Its colour on a light screen.
    public var light: PlacedColor?
    /// Its colour on a dark screen.
    public var dark: PlacedColor?
    /// The roles that it must stand out from.
    public var backgrounds: [Reference]?
    /// By which contrast ratio.
    public var threshold: Double?
    /// The role whose hue it takes where a publisher chose that one and not this one.
    public var follows: Reference?

    /// Creates a role of which nothing but the name is said.
    public init(name: Reference) { self.name = name }
  }

  /// Its file, or nil where there is none.
  public var file: String?
  /// What it is called, for people.
  public var title: String?
  /// The theme that has what this one has not.
  public var parent: Reference?
  /// The style sheets that make the published one, in order.
  public var sheets: [Reference]?
  /// The oldest version of Trousse that it works with.
  public var oldestProgram: Reference?
  /// The keys of `site.yml` that it cannot do without.
  public var neededKeys: [Reference] = []
  /// Its colours.
  public var roles: [Role] = []

  /// Creates the declaration of a theme that says nothing.
  public init(file: String?) { self.file = file }
}
