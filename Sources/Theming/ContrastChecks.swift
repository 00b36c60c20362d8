import Diagnostics
import Toolbox

/// Checks the contrast of each colour with its backgrounds, on light and on dark screens. The theme declares the
/// backgrounds. WCAG 2.1 defines the contrast ratio.
struct ContrastChecks {
  /// A pair of roles with too little contrast.
  struct Failure {
    let role: ColorRole
    let background: String
    let scheme: ColorScheme
    let ratio: Double
    /// The role whose colour must change, and the place where this colour is written.
    let culprit: (role: String, location: SourceLocation)
    /// The place where the other colour of the pair is written.
    let other: SourceLocation
  }

  private let roles: [ColorRole]
  private let choices: [Site.ColorChoice]

  init(roles: [ColorRole], choices: [Site.ColorChoice]) {
    self.roles = roles
    self.choices = choices
  }

  /// Returns one finding for each colour that must change. The finding describes the pair with the least contrast,
  /// relative to its threshold.
  func run() -> [Diagnostic] {
    let failures = Self.failures(of: Palette(roles: roles, choices: choices))
    var seen: Set<String> = []
    return failures.sorted { $0.ratio / $0.role.threshold < $1.ratio / $1.role.threshold }.compactMap { failure in
      guard seen.insert(failure.culprit.role + failure.scheme.key).inserted else { return nil }
      return .lowContrast(failure, proposal: proposal(for: failure), isSingle: isSingle(failure))
    }
  }

  static func failures(of palette: Palette) -> [Failure] {
    ColorScheme.allCases.flatMap { scheme in
      palette.roles.flatMap { role in
        role.backgrounds.compactMap { background -> Failure? in
          guard let own = palette[role.name, scheme], let other = palette[background.name, scheme] else { return nil }
          let ratio = own.color.contrast(with: other.color)
          guard ratio < role.threshold else { return nil }
          let isOwn = own.isChosen || !other.isChosen
          return Failure(
            role: role, background: background.name, scheme: scheme, ratio: ratio,
            culprit: isOwn
              ? (own.answerable(role.name), own.location) : (other.answerable(background.name), other.location),
            other: isOwn ? other.location : own.location)
        }
      }
    }
  }

  /// The nearest shade of the failing colour that has enough contrast in all pairs of its role; nil if there is no such
  /// shade.
  private func proposal(for failure: Failure) -> Color? {
    let palette = Palette(roles: roles, choices: choices)
    guard let present = palette[failure.culprit.role, failure.scheme]?.color else { return nil }
    return present.nearestShade { shade in
      let trial = trial(shade, for: failure)
      return !Self.failures(of: trial).contains {
        $0.culprit.role == failure.culprit.role || $0.involves(failure.culprit.role)
      }
    }
  }

  /// The palette in which another colour replaces the failing colour.
  private func trial(_ color: Color, for failure: Failure) -> Palette {
    let (name, location) = failure.culprit
    var choice =
      choices.first { $0.role.name == name }
      ?? Site.ColorChoice(role: Reference(name: name, location: location), light: nil, dark: nil, isSingle: false)
    switch failure.scheme {
    case .light: choice.light = PlacedColor(color, at: location)
    case .dark: choice.dark = PlacedColor(color, at: location)
    }
    return Palette(
      roles: roles, choices: choices.filter { $0.role.name != name } + [choice], schemes: [failure.scheme])
  }

  /// Whether `site.yml` gives one colour for both colour schemes to the role that must change.
  private func isSingle(_ failure: Failure) -> Bool {
    choices.contains { $0.role.name == failure.culprit.role && $0.isSingle }
  }
}

extension ContrastChecks.Failure {
  fileprivate func involves(_ name: String) -> Bool { role.name == name || background == name }
}

extension Palette.Entry {
  /// Whether the publisher chose this colour, or the colour from which this colour is computed.
  fileprivate var isChosen: Bool { if case .theme = origin { false } else { true } }

  /// The role whose colour is written in `site.yml` or `theme.yml`. If the colour of the given role is computed from
  /// the colour of another role, this is the other role. Else it is the given role.
  fileprivate func answerable(_ role: String) -> String {
    if case .derived(let source) = origin { source } else { role }
  }
}

extension DiagnosticID {
  package static let lowContrast = DiagnosticID(
    "low-contrast",
    title: Message(fr: "Contraste trop faible", en: "Contrast too low"),
    meaning: Message(
      fr: """
        Une couleur ressort trop peu sur celle qui lui sert de fond : une partie des lecteurs ne lirait pas le texte. \
        Le RGAA (critère 3.2) et WCAG 2.1 demandent un rapport de 4,5 pour les textes ; 3 suffit aux traits et aux \
        cadres qu’il faut voir. Le thème dit dans `theme.yml` quelles couleurs se rencontrent.
        """,
      en: """
        A colour stands out too little from the one behind it: some readers would not be able to read the text. RGAA \
        (criterion 3.2) and WCAG 2.1 ask for a ratio of 4.5 for text; 3 is enough for lines and frames that have to be \
        seen. The theme says in `theme.yml` which colours meet.
        """
    ),
    remedy: Message(
      fr: """
        Prenez la nuance que le message propose : c’est la plus proche de la vôtre, dans la même teinte, qui convienne. \
        Dans `site.yml`, une couleur par sorte d’écran s’écrit ainsi :

            couleurs:
              accent: {clair: "#7a1f52", sombre: "#e7a3c6"}
        """,
      en: """
        Use the shade that the message proposes: it is the nearest to yours, in the same hue, that will do. In \
        `site.yml`, a colour for each kind of screen is written like this:

            couleurs:
              accent: {clair: "#7a1f52", sombre: "#e7a3c6"}
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func lowContrast(
    _ failure: ContrastChecks.Failure, proposal: Color?, isSingle: Bool
  ) -> Diagnostic {
    let (role, background) = (failure.role.name, failure.background)
    let isLight = failure.scheme == .light
    let isText = failure.role.threshold >= ColorRole.textThreshold
    let (ratio, needed) = (Self.shown(failure.ratio), Self.shown(failure.role.threshold))
    return Diagnostic(
      .lowContrast, at: failure.culprit.location,
      Message(
        fr: "« \(role) » sur « \(background) » n’a qu’un contraste de \(ratio.text(in: .french)) sur écran "
          + "\(isLight ? "clair" : "sombre") ; il faut \(needed.text(in: .french)) pour être \(isText ? "lu" : "vu")",
        en: "“\(role)” on “\(background)” has a contrast of only \(ratio.text(in: .english)) on a "
          + "\(isLight ? "light" : "dark") screen; it takes \(needed.text(in: .english)) to be \(isText ? "read" : "seen")"
      ),
      help: proposal.map { help($0, for: failure, isSingle: isSingle) }
        ?? Message(
          fr: "aucune nuance de cette teinte ne convient : changez aussi « \(failure.otherRole) »",
          en: "no shade of this hue will do: change “\(failure.otherRole)” too"),
      related: failure.other == failure.culprit.location
        ? []
        : [.init(failure.other, Message(fr: "l’autre couleur est ici", en: "the other colour is here"))])
  }

  /// A contrast ratio with two decimals. Rounds down, because a ratio below a limit must not be shown as the limit.
  private static func shown(_ ratio: Double) -> ShownNumber { ShownNumber(ratio, .upTo(2), rounded: .down) }

  private static func help(_ color: Color, for failure: ContrastChecks.Failure, isSingle: Bool) -> Message {
    let (name, key) = (failure.culprit.role, failure.scheme.key)
    let right =
      switch (isSingle, failure.scheme) {
      case (true, .light): "\(name): \"\(color.hex)\""
      case (true, .dark): "\(name): {clair: …, sombre: \"\(color.hex)\"}"
      case (false, _): "\(key): \"\(color.hex)\""
      }
    return Message(
      fr: "la nuance la plus proche qui convient : écrivez « \(right) »",
      en: "the nearest shade that will do: write “\(right)”")
  }
}

extension ContrastChecks.Failure {
  fileprivate var otherRole: String { culprit.role == role.name ? background : role.name }
}
