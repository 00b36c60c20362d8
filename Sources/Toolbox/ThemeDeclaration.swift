import Diagnostics

/// The content of a theme's `theme.yml`. A theme without this file declares nothing and extends no theme.
public struct ThemeDeclaration: Sendable, Hashable {
  /// The declaration of a colour role. If a value is left out, the value of the extended theme is used.
  public struct Role: Sendable, Hashable {
    /// The name of the role, with its place. Publishers use this name in `site.yml`.
    public var name: Reference
    /// A description of the colour's use.
    public var title: String?
    /// The name of the custom property in the style sheets, without the two hyphens at its start.
    public var property: Reference?
    /// The colour for light screens.
    public var light: PlacedColor?
    /// The colour for dark screens.
    public var dark: PlacedColor?
    /// The roles whose colours are backgrounds for this role's colour.
    public var backgrounds: [Reference]?
    /// The minimum contrast ratio with the backgrounds.
    public var threshold: Double?
    /// Another role that can give its hue to this role. If the publisher chose a colour for the other role but not for
    /// this role, this role takes the hue of the chosen colour.
    public var follows: Reference?

    /// Creates a role with only a name.
    public init(name: Reference) { self.name = name }
  }

  /// The path of `theme.yml`; nil if the theme does not have this file.
  public var file: String?
  /// The name that people see.
  public var title: String?
  /// The theme that this theme extends.
  public var parent: Reference?
  /// The style sheets, in the order in which they are joined into one file.
  public var sheets: [Reference]?
  /// The oldest version of Trousse that the theme supports.
  public var oldestProgram: Reference?
  /// The keys of `site.yml` that the theme requires.
  public var neededKeys: [Reference] = []
  /// The colour roles.
  public var roles: [Role] = []

  /// Creates an empty declaration.
  public init(file: String?) { self.file = file }
}
