import Diagnostics

extension Diagnostic {
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
