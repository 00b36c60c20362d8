import Diagnostics

extension Diagnostic {
  static func missingFrontMatter(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .missingFrontMatter, at: SourceLocation(file: source.file, at: SourcePosition(line: 1, column: 1)),
      Message(
        fr: "ce fichier n’a pas d’en-tête : il doit commencer par une ligne « --- »",
        en: "this file has no front matter: it must begin with a line “---”"),
      help: Message(
        fr: "écrivez en haut du fichier « --- », puis « titre: … », puis « --- »",
        en: "write “---” at the top of the file, then “titre: …”, then “---”"))
  }

  static func unclosedFrontMatter(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .unclosedFrontMatter, at: SourceLocation(file: source.file, at: SourcePosition(line: 1, column: 1)),
      Message(
        fr: "l’en-tête ouvert ici n’est jamais fermé", en: "the front matter that opens here is never closed"),
      help: Message(
        fr: "ajoutez une ligne qui ne contient que « --- » après la dernière clé",
        en: "add a line with nothing but “---” after the last key"))
  }

  static func tabInYAML(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .tabInYAML, at: location,
      Message(
        fr: "une tabulation, que YAML n’admet pas pour mettre en forme",
        en: "a tab, which YAML does not allow for layout"),
      help: Message(fr: "remplacez-la par des espaces", en: "replace it by spaces"))
  }

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

  static func yamlSyntax(
    at location: SourceLocation, problem: YAMLProblem, rightLine: String? = nil
  ) -> Diagnostic {
    let detail = problem.message
    return Diagnostic(
      .yamlSyntax, at: location,
      Message(
        fr: "ce n’est pas du YAML correct" + (detail.map { " : \($0.french)" } ?? ""),
        en: "this is not correct YAML" + (detail.map { ": \($0.english)" } ?? "")),
      help: rightLine.map(Message.writeLine)
        ?? Message(
          fr: "une clé par ligne, suivie de « : » et d’une espace ; mettez les textes délicats entre guillemets droits",
          en: "one key a line, followed by “:” and a space; put delicate texts in straight quotes"))
  }

  static func yamlControlCharacter(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location,
      Message(fr: "un caractère invisible que YAML n’admet pas", en: "an invisible character that YAML does not allow"),
      help: Message(
        fr: "effacez-le : supprimez les caractères autour de cette place, et tapez-les de nouveau",
        en: "erase it: delete the characters around this place, and type them again"))
  }

  static func yamlTooLarge(at location: SourceLocation, size: Int, limit: Int) -> Diagnostic {
    let (weight, permitted) = (ShownNumber(size / 1_000).kilobytes, ShownNumber(limit / 1_000).kilobytes)
    return Diagnostic(
      .fileTooLarge, at: location,
      Message(
        fr: "ce YAML pèse \(weight.french) ; la limite est de \(permitted.french)",
        en: "this YAML weighs \(weight.english); the limit is \(permitted.english)"),
      help: Message(
        fr: "mettez le texte après l’en-tête, pas dedans", en: "put the text after the front matter, not in it"))
  }

  static func tooManyValues(at location: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: location,
      Message(
        fr: "ce YAML a plus de \(limit) valeurs : la suite n’est pas lue",
        en: "this YAML has more than \(limit) values: the rest is not read"),
      help: Message(fr: "partagez-le en plusieurs fichiers", en: "split it into several files"))
  }

  static func yamlTooDeep(at location: SourceLocation, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: location,
      Message(
        fr: "ce YAML est imbriqué sur plus de \(limit) niveaux",
        en: "this YAML is nested more than \(limit) levels deep"),
      help: Message(fr: "une clé et sa valeur suffisent", en: "a key and its value are enough"))
  }

  static func complexKey(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .yamlSyntax, at: location,
      Message(fr: "une clé doit être un mot, pas une liste", en: "a key must be a word, not a list"),
      help: Message(
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

  static func duplicateKey(_ key: String, at location: SourceLocation, first: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: location,
      Message(fr: "la clé « \(key) » est écrite deux fois", en: "the key “\(key)” is written twice"),
      help: Message(fr: "gardez-en une seule", en: "keep one of them"),
      related: first.map { [.init($0, Message(fr: "la première est ici", en: "the first one is here"))] } ?? [])
  }

  static func unknownKey(_ key: String, at location: SourceLocation, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(key, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownKey, at: location,
      Message(fr: "la clé « \(key) » n’existe pas ici", en: "there is no key “\(key)” here"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "clés possibles : \(list)", en: "possible keys: \(list)"))
  }

  static func missingKey(_ key: String, example: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .missingKey, at: location,
      Message(fr: "il manque la clé « \(key) »", en: "the key “\(key)” is missing"),
      help: Message(fr: "ajoutez une ligne « \(key): \(example) »", en: "add a line “\(key): \(example)”"))
  }

  /// The finding on a value of the wrong type.
  ///
  /// - Parameter right: the corrected value. If it is nil, the message gives an example.
  static func wrongType(
    _ key: String, expected: ExpectedType, at location: SourceLocation, right: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "« \(key) » attend \(expected.name.french)", en: "“\(key)” takes \(expected.name.english)"),
      help: right.map { Message(fr: "écrivez « \(key): \($0) »", en: "write “\(key): \($0)”") }
        ?? Message(
          fr: "écrivez par exemple « \(key): \(expected.example) »",
          en: "write for example “\(key): \(expected.example)”"))
  }

  /// The finding on a value that has no keys, at a place where a mapping is expected.
  ///
  /// - Parameter rightLine: the corrected line, if it is known.
  static func notKeys(at location: SourceLocation, rightLine: String?) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "des clés et leurs valeurs sont attendues ici, une par ligne",
        en: "keys and their values are expected here, one a line"),
      help: rightLine.map(Message.writeLine)
        ?? Message(fr: "écrivez par exemple « titre: Le titre »", en: "write for example “titre: The title”"))
  }
}

extension Message {
  fileprivate static func writeLine(_ line: String) -> Message {
    let line = String(line.drop(while: \.isWhitespace))
    return Message(fr: "écrivez « \(line) »", en: "write “\(line)”")
  }
}
