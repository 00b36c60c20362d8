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

  static func missingTemplate(_ name: String, folder: String) -> Diagnostic {
    Diagnostic(
      .missingTemplate, at: SourceLocation(file: folder + "/templates"),
      Message(
        fr: "il manque au thème le gabarit « \(name).mustache »", en: "the theme has no template “\(name).mustache”"),
      help: Message(
        fr: "créez « \(folder)/templates/\(name).mustache »", en: "create “\(folder)/templates/\(name).mustache”"))
  }

  static func missingStyleSheet(folder: String) -> Diagnostic {
    Diagnostic(
      .missingTemplate, at: SourceLocation(file: folder + "/assets"),
      Message(
        fr: "il manque au thème la feuille de style « \(Theme.styleSheet) »",
        en: "the theme has no style sheet “\(Theme.styleSheet)”"),
      help: Message(
        fr: "créez « \(folder)/assets/\(Theme.styleSheet) »", en: "create “\(folder)/assets/\(Theme.styleSheet)”"))
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
