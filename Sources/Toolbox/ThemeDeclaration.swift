import Diagnostics

/// The content of a theme's `theme.yml`. A theme without this file declares nothing and extends no theme.
public struct ThemeDeclaration: Sendable, Hashable {
  /// The declaration of a colour role. Values that are left out are inherited from the extended theme.
  public struct Role: Sendable, Hashable {
    /// The name, which publishers use too, with its place.
    public var name: Reference
    /// What the colour is used for, in words.
    public var title: String?
    /// The custom property in the style sheets, without its two hyphens.
    public var property: Reference?
    /// The colour for light screens.
    public var light: PlacedColor?
    /// The colour for dark screens.
    public var dark: PlacedColor?
    /// The roles that are its backgrounds.
    public var backgrounds: [Reference]?
    /// The minimum contrast ratio with the backgrounds.
    public var threshold: Double?
    /// The role whose hue this role takes if the publisher chose a colour for the other role only.
    public var follows: Reference?

    /// Creates a role with only a name.
    public init(name: Reference) { self.name = name }
  }

  /// The path of `theme.yml`, or nil if there is none.
  public var file: String?
  /// The name for people.
  public var title: String?
  /// The theme that this one extends.
  public var parent: Reference?
  /// The style sheets, in the order in which they are joined into one file.
  public var sheets: [Reference]?
  /// The oldest version of Trousse that the theme supports.
  public var oldestProgram: Reference?
  /// The keys of `site.yml` that the theme requires.
  public var neededKeys: [Reference] = []
  /// The colours.
  public var roles: [Role] = []

  /// Creates an empty declaration.
  public init(file: String?) { self.file = file }
}
