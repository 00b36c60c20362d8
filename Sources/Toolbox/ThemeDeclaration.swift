import Diagnostics

/// The content of a theme's `theme.yml`. A theme without this file declares nothing and extends no theme.
package struct ThemeDeclaration: Sendable, Hashable {
  /// The declaration of a colour role. If a value is left out, the value of the extended theme is used.
  package struct Role: Sendable, Hashable {
    /// The name of the role, with its place. Publishers use this name in `site.yml`.
    package var name: Reference
    /// A description of the colour's use.
    package var title: String?
    /// The name of the custom property in the style sheets, without the two hyphens at its start.
    package var property: Reference?
    /// The colour for light screens.
    package var light: PlacedColor?
    /// The colour for dark screens.
    package var dark: PlacedColor?
    /// The roles whose colours are backgrounds for this role's colour.
    package var backgrounds: [Reference]?
    /// The minimum contrast ratio with the backgrounds.
    package var threshold: Double?
    /// Another role that can give its hue to this role. If the publisher chose a colour for the other role but not for
    /// this role, this role takes the hue of the chosen colour.
    package var follows: Reference?

    /// Creates a role with only a name.
    package init(name: Reference) { self.name = name }
  }

  /// The path of `theme.yml`; nil if the theme does not have this file.
  package var file: String?
  /// The name that people see.
  package var title: String?
  /// The theme that this theme extends.
  package var parent: Reference?
  /// The style sheets, in the order in which they are joined into one file.
  package var sheets: [Reference]?
  /// The oldest version of Trousse that the theme supports.
  package var oldestProgram: Reference?
  /// The keys of `site.yml` that the theme requires.
  package var neededKeys: [Reference] = []
  /// The colour roles.
  package var roles: [Role] = []

  /// Creates an empty declaration.
  package init(file: String?) { self.file = file }
}
