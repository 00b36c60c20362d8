import Diagnostics

extension Diagnostic {
  static func spacedAddress(_ file: String, _ range: SourceRange, address: String) -> Diagnostic {
    Diagnostic(
      .spacedAddress, at: SourceLocation(file: file, range: range),
      Message(
        fr: "ce n’est pas un lien : son adresse contient une espace", en: "this is no link: its address holds a space"),
      help: Message(fr: "écrivez « (<\(address)>) »", en: "write “(<\(address)>)”"))
  }

  static func undefinedReference(_ file: String, _ range: SourceRange, name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .undefinedReference, at: SourceLocation(file: file, range: range),
      Message(
        fr: "aucune ligne « [\(name)]: adresse » ne dit où mène ce lien",
        en: "no line “[\(name)]: address” says where this link leads"),
      help: nearest.map { Message(fr: "écrivez « [\($0)] »", en: "write “[\($0)]”") }
        ?? Message(
          fr: "ajoutez cette ligne ; des crochets qui ne sont pas un lien s’écrivent « \\[ » et « \\] »",
          en: "add this line; brackets that are no link are written “\\[” and “\\]”"))
  }

  static func undefinedFootnote(_ file: String, _ range: SourceRange, name: String, nearest: String?) -> Diagnostic {
    Diagnostic(
      .undefinedFootnote, at: SourceLocation(file: file, range: range),
      Message(
        fr: "la note « [\(name)] » n’existe pas dans ce fichier", en: "there is no footnote “[\(name)]” in this file"),
      help: nearest.map { Message(fr: "écrivez « [\($0)] »", en: "write “[\($0)]”") }
        ?? Message(
          fr: "ajoutez une ligne « [\(name)]: texte de la note »", en: "add a line “[\(name)]: text of the footnote”"))
  }

  static func unreferencedFootnote(_ file: String, _ range: SourceRange, name: String, first: Int?) -> Diagnostic {
    let message =
      first.map {
        Message(
          fr: "la note « [\(name)] » est déjà donnée ligne \($0) : celle-ci ne paraîtra pas",
          en: "the footnote “[\(name)]” is already given on line \($0): this one will not appear")
      }
      ?? Message(
        fr: "aucun appel ne renvoie à la note « [\(name)] » : elle ne paraîtra pas",
        en: "nothing refers to the footnote “[\(name)]”: it will not appear")
    return Diagnostic(
      .unreferencedFootnote, .warning, at: SourceLocation(file: file, range: range), message,
      help: first == nil
        ? Message(
          fr: "écrivez « [\(name)] » là où elle doit être appelée, ou supprimez-la",
          en: "write “[\(name)]” where it should be referred to, or remove it")
        : Message(fr: "donnez-lui un autre nom, ou supprimez-la", en: "give it another name, or remove it"))
  }

  static func unknownCallout(_ file: String, _ range: SourceRange, word: String) -> Diagnostic {
    let known = Callout.allCases.map(\.rawValue)
    let nearest = NearestMatch.find(String(word.prefix(100)), among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownCallout, at: SourceLocation(file: file, range: range),
      Message(
        fr: "« [!\(word)] » n’annonce aucun encadré connu", en: "“[!\(word)]” announces no callout that is known"),
      help: nearest.map { Message(fr: "écrivez « [!\($0)] »", en: "write “[!\($0)]”") }
        ?? Message(fr: "les encadrés sont : \(list)", en: "the callouts are: \(list)"))
  }
}
