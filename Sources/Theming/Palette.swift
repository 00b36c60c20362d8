import Diagnostics
import Toolbox

/// The colours of the pages. The theme gives all colours, and the publisher may replace some colours.
struct Palette: Sendable {
  /// A colour for one colour scheme, and the origin of its value.
  struct Entry: Sendable {
    enum Origin: Sendable {
      /// The theme gives the value.
      case theme
      /// `site.yml` gives the value.
      case chosen
      /// The value is computed from a colour in `site.yml`. This is either the colour of the same role on light
      /// screens, or the colour of the role that this role follows. `from` is the name of the role in `site.yml`.
      case derived(from: String)
    }

    var color: Color
    var origin: Origin
    /// The place in a file where the value is written. For a computed value, the place of the colour from which the
    /// value is computed.
    var location: SourceLocation
  }

  let roles: [ColorRole]
  private let entries: [ColorScheme: [String: Entry]]

  /// - Parameters:
  ///   - roles: the roles of the theme.
  ///   - choices: the colours that the publisher chose. Colours for roles that the theme does not have are ignored.
  ///   - schemes: the colour schemes to compute.
  init(roles: [ColorRole], choices: [Site.ColorChoice], schemes: [ColorScheme] = ColorScheme.allCases) {
    self.roles = roles
    let chosen = Dictionary(choices.map { ($0.role.name, $0) }) { first, _ in first }
    let schemes = schemes.map { ($0, Self.entries(of: roles, chosen, in: $0)) }
    entries = Dictionary(schemes) { first, _ in first }
  }

  /// The colour of a role; nil if the theme has no such role.
  subscript(role: String, scheme: ColorScheme) -> Entry? { entries[scheme]?[role] }

  private static func entries(
    of roles: [ColorRole], _ chosen: [String: Site.ColorChoice], in scheme: ColorScheme
  ) -> [String: Entry] {
    let pairs = roles.map { ($0.name, entry(of: $0, chosen, in: scheme)) }
    let raw = Dictionary(pairs) { first, _ in first }
    var entries = raw
    // Only a colour that a person wrote should fail the checks. Therefore a computed colour with too little contrast is
    // replaced by the nearest shade with sufficient contrast.
    for role in roles {
      guard let own = raw[role.name], case .derived = own.origin else { continue }
      let backgrounds = role.backgrounds.compactMap { raw[$0.name]?.color }
      guard backgrounds.contains(where: { own.color.contrast(with: $0) < role.threshold }) else { continue }
      let passing = own.color.nearestShade { shade in
        backgrounds.allSatisfy { shade.contrast(with: $0) >= role.threshold }
      }
      entries[role.name]?.color = passing ?? own.color
    }
    return entries
  }

  private static func entry(
    of role: ColorRole, _ chosen: [String: Site.ColorChoice], in scheme: ColorScheme
  ) -> Entry {
    let own = role.color(in: scheme)
    if let written = chosen[role.name]?.color(in: scheme) {
      return Entry(color: written.color, origin: .chosen, location: written.location)
    }
    // If the publisher chose a colour for light screens only, dark screens get the same hue.
    if scheme == .dark, let light = chosen[role.name]?.light {
      let color = own.color.inHue(of: light.color)
      return Entry(color: color, origin: .derived(from: role.name), location: light.location)
    }
    if let followed = role.follows?.name, let model = chosen[followed]?.color(in: scheme) ?? chosen[followed]?.light {
      let color = own.color.inHue(of: model.color)
      return Entry(color: color, origin: .derived(from: followed), location: model.location)
    }
    return Entry(color: own.color, origin: .theme, location: own.location)
  }

  /// The colours as CSS custom properties, for light screens and paper, then for dark screens.
  var style: String {
    guard !roles.isEmpty else { return "" }
    func properties(in scheme: ColorScheme) -> String {
      roles.compactMap { role in self[role.name, scheme].map { "--\(role.property):\($0.color.hex)" } }
        .joined(separator: ";")
    }
    return """
      :root{\(properties(in: .light))}
      @media screen and (prefers-color-scheme:dark){:root{\(properties(in: .dark))}}

      """
  }
}

extension Site.ColorChoice {
  /// The chosen colour for a colour scheme; nil if the publisher chose no colour for it.
  func color(in scheme: ColorScheme) -> PlacedColor? { scheme == .light ? light : dark }
}
