import Diagnostics

extension Diagnostic {
  static func yamlSign(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .yamlAlias, at: location,
      Message(
        fr: "« & », « * », « ! » ou « ? » en début de valeur a un sens particulier en YAML, que Trousse n’admet pas",
        en: "“&”, “*”, “!” or “?” at the start of a value has a special meaning in YAML, which Trousse does not allow"),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "mettez la valeur entre guillemets droits : \"…\"", en: "put the value in straight quotes: \"…\""))
  }

  /// The finding on a text without quotes that contains a colon and a space.
  ///
  /// - Parameter rightLine: the corrected line, or nil if the text spans several lines.
  static func yamlColon(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .yamlColon, at: location,
      Message(
        fr: "un texte qui contient un deux-points suivi d’une espace doit être entre guillemets",
        en: "a text with a colon and a space in it needs quotes"),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "mettez tout le texte entre guillemets droits : \"…\"", en: "put the whole text in straight quotes: \"…\""
        ))
  }

  static func yamlComment(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlComment, at: location,
      Message(
        fr: "« # » après une espace commence un commentaire : la fin du texte serait perdue",
        en: "“#” after a space begins a comment: the end of the text would be lost"),
      help: .writeLine(rightLine))
  }

  static func yamlLostColor(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlComment, at: location,
      Message(
        fr: "« # » après une espace commence un commentaire : sans guillemets, la couleur serait perdue",
        en: "“#” after a space begins a comment: without quotes, the colour would be lost"),
      help: .writeLine(rightLine))
  }

  static func yamlAmbiguousText(_ value: String, at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlAmbiguousText, at: location,
      Message(
        fr: "« \(value) » sans guillemets n’est pas un texte pour YAML",
        en: "“\(value)” without quotes is not a text to YAML"),
      help: .writeLine(rightLine))
  }
}
