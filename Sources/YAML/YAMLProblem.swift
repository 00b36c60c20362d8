import Diagnostics

/// The errors of the YAML library, in words that the authors of the content understand.
package enum YAMLProblem: Sendable, Hashable {
  case colonInText
  case missingColon
  case missingKey
  case unclosed
  case indentedKey
  case forbiddenStart
  case listNotClosed
  case itemNotExpected
  case unknownEscape
  case severalDocuments
  /// Any other error, with the library's message.
  case unknown(String)

  /// Recognizes a message of the library.
  init(_ problem: String) {
    self =
      switch problem {
      case "mapping values are not allowed in this context": .colonInText
      case "could not find expected ':'": .missingColon
      case "did not find expected key", "did not find expected '-' indicator": .missingKey
      case "found unexpected end of stream": .unclosed
      case "found character that cannot start any token": .forbiddenStart
      case "did not find expected ',' or ']'", "did not find expected ',' or '}'": .listNotClosed
      case "block sequence entries are not allowed in this context": .itemNotExpected
      case "found unknown escape character": .unknownEscape
      case "did not find expected <document start>", "but found another document": .severalDocuments
      default: .unknown(problem)
      }
  }

  /// The problem in plain words, or nil for an unknown problem without a message.
  var message: Message? {
    switch self {
    case .colonInText: Message(fr: "un deux-points de trop", en: "one colon too many")
    case .missingColon:
      Message(fr: "il manque « : » et une espace après la clé", en: "“:” and a space are missing after the key")
    case .missingKey:
      Message(
        fr: "une clé est attendue ici ; la ligne est mal décalée, ou la précédente mal fermée",
        en: "a key is expected here; the line is badly indented, or the one before is badly closed")
    case .unclosed:
      Message(
        fr: "un guillemet ou un crochet ouvert ici n’est pas fermé",
        en: "a quote or a bracket that opens here is not closed")
    case .indentedKey:
      Message(
        fr: "la ligne commence par une espace de trop", en: "the line begins with a space too many")
    case .forbiddenStart:
      Message(fr: "une valeur ne peut pas commencer par ce signe", en: "a value cannot begin with this sign")
    case .listNotClosed:
      Message(
        fr: "il manque une virgule, ou le crochet qui ferme la liste",
        en: "a comma is missing, or the bracket that closes the list")
    case .itemNotExpected:
      Message(fr: "un élément de liste n’est pas attendu ici", en: "a list item is not expected here")
    case .unknownEscape:
      Message(
        fr: "entre guillemets doubles, une barre oblique inverse s’écrit « \\\\ »",
        en: "in double quotes, a backslash is written “\\\\”")
    case .severalDocuments:
      Message(
        fr: "la valeur est déjà finie, et il y a encore du texte", en: "the value has ended, and there is more text")
    case .unknown(let words): words.isEmpty ? nil : Message(fr: "réponse du lecteur YAML : \(words)", en: words)
    }
  }
}
