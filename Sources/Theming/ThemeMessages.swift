import Diagnostics

extension DiagnosticID {
  package static let missingTheme = DiagnosticID(
    "missing-theme",
    title: Message(fr: "Thème absent", en: "No theme"),
    meaning: Message(
      fr: """
        Le thème demandé, qui donne au site son aspect, n’existe pas dans le dossier `themes/`. Sans lui, aucune page \
        ne peut être faite.
        """,
      en: """
        The theme that was asked for, which gives the site its looks, does not exist in the folder `themes/`. Without \
        it no page can be made.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du thème dans `site.yml` (ou après `--theme`), ou ajoutez son dossier à `themes/`.
        """,
      en: """
        Correct the name of the theme in `site.yml` (or after `--theme`), or add its folder to `themes/`.
        """
    )
  )

  package static let themeCycle = DiagnosticID(
    "theme-cycle",
    title: Message(fr: "Thèmes qui s’étendent en rond", en: "Themes that extend each other"),
    meaning: Message(
      fr: """
        Un thème en étend un autre, qui finit par étendre le premier. Trousse chercherait sans fin un fichier qu’aucun \
        des deux n’a.
        """,
      en: """
        A theme extends another one, which in the end extends the first. Trousse would look for ever for a file that \
        neither has.
        """
    ),
    remedy: Message(
      fr: """
        Retirez l’une des lignes `extends` que le message énumère. Un thème du même nom dans un autre dossier, comme le \
        thème par défaut fourni avec Trousse, peut être étendu :

            extends: default
        """,
      en: """
        Remove one of the lines `extends` that the message lists. A theme of the same name in another folder, such as \
        the default theme that comes with Trousse, may be extended:

            extends: default
        """
    )
  )

  package static let missingTemplate = DiagnosticID(
    "missing-template",
    title: Message(fr: "Gabarit absent", en: "Missing template"),
    meaning: Message(
      fr: """
        Il manque au thème un gabarit, c’est-à-dire le modèle d’une sorte de page ou d’un morceau de page. La page, \
        ou le morceau, serait vide. C’est une faute du thème, pas du contenu.
        """,
      en: """
        The theme lacks a template, the model of a kind of page or of a part of one. The page, or the part, would be \
        empty. The theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom dans le gabarit qui l’appelle, ou ajoutez le fichier au thème. Cet appel demande \
        `menu.mustache` :

            {{> menu}}
        """,
      en: """
        Correct the name in the template that calls it, or add the file to the theme. This call asks for \
        `menu.mustache`:

            {{> menu}}
        """
    )
  )

  package static let templateSyntax = DiagnosticID(
    "template-syntax",
    title: Message(fr: "Gabarit mal écrit", en: "Syntax error in a template"),
    meaning: Message(
      fr: """
        Un gabarit du thème ne peut pas être lu : des accolades ne sont pas fermées, ou une section ouverte n’a pas \
        de fin. C’est une faute du thème, pas du contenu.
        """,
      en: """
        A template of the theme cannot be read: braces are not closed, or a section that was opened has no end. The \
        theme is at fault, not the content.
        """
    ),
    remedy: Message(
      fr: """
        Fermez chaque section du même nom que celui qui l’ouvre :

            {{#summary}}<p>{{summary}}</p>{{/summary}}
        """,
      en: """
        Close each section with the name that opens it:

            {{#summary}}<p>{{summary}}</p>{{/summary}}
        """
    )
  )
}

extension Diagnostic {
  package static func missingTheme(_ name: String, known: [String], at place: SourceLocation?) -> Diagnostic {
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
  package static func themeCycle(_ names: [String], at place: SourceLocation?) -> Diagnostic {
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
  package static func missingTemplate(_ template: TemplateDeclaration, folders: [String]) -> Diagnostic {
    let (name, own, purpose) = (template.name, folders.first ?? "", template.purpose)
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
