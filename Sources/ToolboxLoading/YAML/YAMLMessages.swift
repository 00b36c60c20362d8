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
        fr: "une tabulation, que YAML n’admet pas pour mettre en forme", en: "a tab, which YAML does not allow for layout"),
      help: Message(fr: "remplacez-la par des espaces", en: "replace it by spaces"))
  }

  static func yamlAlias(at location: SourceLocation, line: String) -> Diagnostic {
    Diagnostic(
      .yamlAlias, at: location,
      Message(
        fr: "« & », « * » ou « ? » en début de valeur a un sens particulier en YAML, que Trousse n’admet pas",
        en: "“&”, “*” or “?” at the start of a value has a special meaning in YAML, which Trousse does not allow"),
      help: Message(fr: "mettez la valeur entre guillemets droits : \"…\"", en: "put the value in straight quotes: \"…\""))
  }

  static func yamlSyntax(at location: SourceLocation, problem: String?) -> Diagnostic {
    let detail = problem.map { " (\($0))" } ?? ""
    return Diagnostic(
      .yamlSyntax, at: location,
      Message(fr: "ce n’est pas du YAML correct\(detail)", en: "this is not correct YAML\(detail)"),
      help: Message(
        fr: "une clé par ligne, suivie de « : » et d’une espace ; mettez les textes délicats entre guillemets droits",
        en: "one key a line, followed by “:” and a space; put delicate texts in straight quotes"))
  }

  static func yamlColon(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlColon, at: location,
      Message(
        fr: "un texte qui contient un deux-points suivi d’une espace doit être entre guillemets",
        en: "a text with a colon and a space in it needs quotes"),
      help: .writeLine(rightLine))
  }

  static func yamlComment(at location: SourceLocation, rightLine: String) -> Diagnostic {
    Diagnostic(
      .yamlComment, at: location,
      Message(
        fr: "« # » après une espace commence un commentaire : la fin du texte serait perdue",
        en: "“#” after a space begins a comment: the end of the text would be lost"),
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

  static func duplicateKey(_ key: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .duplicateKey, at: location,
      Message(fr: "la clé « \(key) » est écrite deux fois", en: "the key “\(key)” is written twice"),
      help: Message(fr: "gardez-en une seule", en: "keep one of them"))
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

  static func wrongType(_ key: String, expected: ExpectedType, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .wrongType, at: location,
      Message(
        fr: "« \(key) » attend \(expected.name.french)", en: "“\(key)” takes \(expected.name.english)"),
      help: Message(
        fr: "écrivez par exemple « \(key): \(expected.example) »", en: "write for example “\(key): \(expected.example)”"))
  }
}

/// What a key takes, in plain words.
enum ExpectedType {
  case text, number, wholeNumber, yesNo, list, mapping, date, weekly, preparation, address, oneOf([String])

  var name: Message {
    switch self {
    case .text: Message(fr: "un texte", en: "a text")
    case .number: Message(fr: "un nombre", en: "a number")
    case .wholeNumber: Message(fr: "un nombre entier", en: "a whole number")
    case .yesNo: Message(fr: "« oui » ou « non »", en: "“oui” (yes) or “non” (no)")
    case .list: Message(fr: "une liste de mots", en: "a list of words")
    case .mapping: Message(fr: "des clés et leurs valeurs, une par ligne et décalées", en: "keys and values, one a line, indented")
    case .date: Message(fr: "une date (année-mois-jour) ou une année", en: "a date (year-month-day) or a year")
    case .weekly: Message(fr: "un nombre d’heures ou de journées", en: "a number of hours (heures) or days (journées)")
    case .preparation: Message(fr: "« comprise » ou un nombre d’heures", en: "“comprise” (counted in) or a number of hours")
    case .address: Message(fr: "une adresse complète", en: "a complete address")
    case .oneOf(let words):
      Message(
        fr: "l’un de ces mots : \(words.joined(separator: ", "))", en: "one of these words: \(words.joined(separator: ", "))")
    }
  }

  var example: String {
    switch self {
    case .text: "Un texte"
    case .number: "50"
    case .wholeNumber: "3"
    case .yesNo: "oui"
    case .list: "[un-mot, un-autre]"
    case .mapping: "{cle: valeur}"
    case .date: "2026-01-31"
    case .weekly: "3 heures"
    case .preparation: "comprise"
    case .address: "https://www.exemple.fr/page"
    case .oneOf(let words): words.first ?? ""
    }
  }
}

extension Message {
  fileprivate static func writeLine(_ line: String) -> Message {
    let line = String(line.drop(while: \.isWhitespace))
    return Message(fr: "écrivez « \(line) »", en: "write “\(line)”")
  }
}
