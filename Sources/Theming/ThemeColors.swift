import YAML
import Diagnostics
import Toolbox

extension Theme {
  /// The findings about this theme when a site uses it: keys that the theme needs and `site.yml` lacks, colours in
  /// `site.yml` that the theme does not have, and colours with too little contrast.
  package func check(for site: Site) -> [Diagnostic] {
    let known = roles.map(\.name)
    let unknown = site.colors.filter { !known.contains($0.role.name) }
    let choices = site.colors.filter { known.contains($0.role.name) }
    return ThemeNeeds(declarations).findings(for: site, theme: name)
      + unknown.map { .unknownColor($0.role, theme: name, known: known) }
      + ContrastChecks(roles: roles, choices: choices).run()
  }
}

extension Diagnostic {
  fileprivate static func unknownColor(_ role: Reference, theme: String, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(role.name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: role.location,
      Message(
        fr: "le thème « \(theme) » n’a pas de couleur « \(role.name) »",
        en: "the theme “\(theme)” has no colour “\(role.name)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? (known.isEmpty
          ? Message(
            fr: "ce thème ne laisse choisir aucune couleur : retirez la clé « couleurs »",
            en: "this theme lets no colour be chosen: remove the key “couleurs”")
          : Message(fr: "couleurs de ce thème : \(list)", en: "this theme’s colours: \(list)")))
  }
}
