import Diagnostics

extension Diagnostic {
  static func missingTheme(_ name: String, known: [String], at place: SourceLocation?) -> Diagnostic {
    let nearest = NearestMatch.find(name, among: known)
    let list = Set(known).sorted().joined(separator: ", ")
    return Diagnostic(
      .missingTheme, at: place,
      Message(fr: "le thème « \(name) » n’existe pas", en: "there is no theme “\(name)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: list.isEmpty ? "créez le dossier « themes/\(name) »" : "thèmes disponibles : \(list)",
          en: list.isEmpty ? "create the folder “themes/\(name)”" : "available themes: \(list)"))
  }

  /// - Parameter names: the themes of the cycle, from the first to the repeated one.
  static func themeCycle(_ names: [String], at place: SourceLocation?) -> Diagnostic {
    let chain = names.joined(separator: " → ")
    return Diagnostic(
      .themeCycle, at: place,
      Message(
        fr: "ces thèmes s’étendent en rond : \(chain)", en: "these themes extend each other in a circle: \(chain)"),
      help: Message(
        fr: "retirez cette ligne « extends », ou nommez un thème qui n’en étend aucun, comme « default »",
        en: "remove this line “extends”, or name a theme that extends none, such as “default”"))
  }

  /// - Parameter folders: the folders that were searched; the folder of the theme itself comes first.
  static func missingTemplate(_ template: TemplateName, folders: [String]) -> Diagnostic {
    let (name, own, purpose) = (template.rawValue, folders.first ?? "", template.purpose)
    let places = folders.map { "« \($0)/templates »" }.joined(separator: ", ")
    let englishPlaces = folders.map { "“\($0)/templates”" }.joined(separator: ", ")
    return Diagnostic(
      .missingTemplate, at: SourceLocation(file: own + "/templates"),
      Message(
        fr: "il manque au thème le gabarit « \(name).mustache » (\(purpose.french)), cherché dans \(places)",
        en: "the theme has no template “\(name).mustache” (\(purpose.english)), looked for in \(englishPlaces)"),
      help: Message(
        fr:
          "créez « \(own)/templates/\(name).mustache », ou prenez celui d’un autre thème : « extends: default » dans « \(own)/theme.yml »",
        en:
          "create “\(own)/templates/\(name).mustache”, or use that of another theme: “extends: default” in “\(own)/theme.yml”"
      ))
  }

  static func missingStyleSheet(
    _ name: String, at place: SourceLocation?, folders: [String], known: [String]
  ) -> Diagnostic {
    let own = folders.first ?? ""
    let nearest = place == nil ? nil : NearestMatch.find(name, among: known)
    let places = folders.map { "« \($0)/assets »" }.joined(separator: ", ")
    let englishPlaces = folders.map { "“\($0)/assets”" }.joined(separator: ", ")
    return Diagnostic(
      .missingTemplate, at: place ?? SourceLocation(file: own + "/assets"),
      Message(
        fr: "il manque au thème la feuille de style « \(name) », cherchée dans \(places)",
        en: "the theme has no style sheet “\(name)”, looked for in \(englishPlaces)"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "créez « \(own)/assets/\(name) »", en: "create “\(own)/assets/\(name)”"))
  }

  static func templateDoesNotParse(_ file: String, line: Int?, error: any Error) -> Diagnostic {
    let location = line.map { SourceLocation(file: file, at: SourcePosition(line: max($0, 1), column: 1)) }
    return Diagnostic(
      .templateSyntax, at: location ?? SourceLocation(file: file),
      Message(fr: "ce gabarit ne peut pas être lu", en: "this template cannot be read"),
      help: Message(
        fr: "vérifiez les balises {{…}} de cette ligne", en: "check the {{…}} tags of this line"))
  }
}
