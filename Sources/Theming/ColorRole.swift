import YAML
import Diagnostics
import Toolbox

/// The two colour schemes that a reader can choose.
enum ColorScheme: CaseIterable, Sendable {
  case light, dark

  /// The key in `site.yml` and `theme.yml`.
  var key: String { self == .light ? "clair" : "sombre" }
}

/// A colour role of a theme. Its properties come from the `theme.yml` of the theme and of the themes that this theme
/// extends.
package struct ColorRole: Sendable {
  /// The name that publishers write in `site.yml`.
  let name: String
  /// The custom property of the style sheet, without the two hyphens at its start.
  let property: String
  let light: PlacedColor
  let dark: PlacedColor
  /// The backgrounds of this role. The role must have sufficient contrast with every background.
  let backgrounds: [Reference]
  /// The minimum contrast ratio.
  let threshold: Double
  /// The role that this role follows. If the publisher chose a colour for the followed role, but no colour for this
  /// role, this role takes the hue of the chosen colour.
  let follows: Reference?

  /// The contrast ratio that text needs (WCAG 2.1, success criterion 1.4.3).
  static let textThreshold = 4.5

  /// The roles of a theme and of the themes that it extends. The roles of the last theme in `declarations` come first.
  ///
  /// - Parameter declarations: the declaration of the theme itself, then the declarations of the themes that it
  ///   extends, nearest first.
  static func all(of declarations: [ThemeDeclaration]) -> (roles: [ColorRole], diagnostics: [Diagnostic]) {
    var said: [String: ThemeDeclaration.Role] = [:]
    var order: [String] = []
    for role in declarations.reversed().flatMap(\.roles) {
      if said[role.name.name] == nil { order.append(role.name.name) }
      said[role.name.name] = said[role.name.name].map { role.over($0) } ?? role
    }
    var roles: [ColorRole] = []
    var diagnostics: [Diagnostic] = []
    for role in order.compactMap({ said[$0] }) {
      let references = (role.backgrounds ?? []) + (role.follows.map { [$0] } ?? [])
      diagnostics += references.filter { said[$0.name] == nil }.map { .unknownRole($0, known: order) }
      guard let light = role.light, let dark = role.dark else {
        diagnostics.append(.colorlessRole(role.name, lacking: role.light == nil ? .light : .dark))
        continue
      }
      roles.append(ColorRole(role, light: light, dark: dark))
    }
    return (roles, diagnostics)
  }

  private init(_ role: ThemeDeclaration.Role, light: PlacedColor, dark: PlacedColor) {
    name = role.name.name
    property = role.property?.name ?? role.name.name
    (self.light, self.dark) = (light, dark)
    backgrounds = role.backgrounds ?? []
    threshold = role.threshold ?? Self.textThreshold
    follows = role.follows
  }

  func color(in scheme: ColorScheme) -> PlacedColor { scheme == .light ? light : dark }
}

extension ThemeDeclaration.Role {
  /// This declaration, with the missing keys taken from the other declaration.
  fileprivate func over(_ other: ThemeDeclaration.Role) -> ThemeDeclaration.Role {
    var role = other
    role.name = name
    role.title = title ?? other.title
    role.property = property ?? other.property
    role.light = light ?? other.light
    role.dark = dark ?? other.dark
    role.backgrounds = backgrounds ?? other.backgrounds
    role.threshold = threshold ?? other.threshold
    role.follows = follows ?? other.follows
    return role
  }
}

extension Diagnostic {
  fileprivate static func unknownRole(_ role: Reference, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(role.name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownValue, at: role.location,
      Message(fr: "le thème n’a pas de couleur « \(role.name) »", en: "the theme has no colour “\(role.name)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "couleurs du thème : \(list)", en: "the theme’s colours: \(list)"))
  }

  fileprivate static func colorlessRole(_ role: Reference, lacking scheme: ColorScheme) -> Diagnostic {
    let isLight = scheme == .light
    return Diagnostic(
      .missingKey, at: role.location,
      Message(
        fr: "la couleur « \(role.name) » n’a pas de valeur pour les écrans \(isLight ? "clairs" : "sombres")",
        en: "the colour “\(role.name)” has no value for \(isLight ? "light" : "dark") screens"),
      help: Message(
        fr: "ajoutez par exemple « \(scheme.key): \"#0b5d50\" »", en: "add for example “\(scheme.key): \"#0b5d50\"”"))
  }
}
