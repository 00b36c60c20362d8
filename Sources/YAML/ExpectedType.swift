import Diagnostics

/// The type that the value of a key must have. Messages contain the name of this type.
package enum ExpectedType {
  case text, hours, base, wholeNumber, yesNo, list, mapping, date, weekly, preparation, address, siteAddress
  case addressPattern, deadLinkDesk, mailAddress, language, paragraph, mappings, version, percentage, color
  case count(upTo: Int)
  case oneOf([String])
  /// A type that only one kind of file has: its name, and an example.
  case special(Message, example: String)

  var name: Message {
    switch self {
    case .text: Message(fr: "un texte", en: "a text")
    case .hours:
      Message(
        fr: "un nombre d’heures plus grand que zéro, précédé au besoin de « environ », et au plus \(Self.limit.french)",
        en: "a number of hours above zero, after “environ” (about) if need be, and at most \(Self.limit.english)")
    case .base:
      Message(
        fr: "un nombre entier de 1 à \(Self.limit.french), puis ce qu’il compte",
        en: "a whole number from 1 to \(Self.limit.english), then what it counts")
    case .wholeNumber:
      Message(
        fr: "un nombre entier, et au plus \(Self.limit.french)", en: "a whole number, and at most \(Self.limit.english)"
      )
    case .count(let limit):
      Message(
        fr: "un nombre entier de 1 à \(ShownNumber(limit).text(in: .french))",
        en: "a whole number from 1 to \(ShownNumber(limit).text(in: .english))")
    case .yesNo: Message(fr: "« oui » ou « non »", en: "“oui” (yes) or “non” (no)")
    case .list: Message(fr: "une liste de mots", en: "a list of words")
    case .mapping:
      Message(fr: "des clés et leurs valeurs, une par ligne et décalées", en: "keys and values, one a line, indented")
    case .date: Message(fr: "une date (année-mois-jour) ou une année", en: "a date (year-month-day) or a year")
    case .weekly:
      Message(
        fr: "un nombre d’heures ou de journées, et au plus \(Self.limit.french)",
        en: "a number of hours (heures) or days (journées), and at most \(Self.limit.english)")
    case .preparation:
      Message(
        fr: "« comprise » ou un nombre d’heures, et au plus \(Self.limit.french)",
        en: "“comprise” (counted in) or a number of hours, and at most \(Self.limit.english)")
    case .address: Message(fr: "une adresse complète", en: "a complete address")
    case .siteAddress:
      Message(fr: "une adresse complète, sans « ? » ni « # »", en: "a complete address without “?” or “#”")
    case .addressPattern:
      Message(
        fr: "une adresse complète où « {fichier} » tient la place du fichier",
        en: "a complete address where “{fichier}” stands for the file")
    case .deadLinkDesk:
      Message(
        fr: "une adresse de courriel, ou une adresse complète où « {page} » peut tenir la place de la page",
        en: "a mail address, or a complete address where “{page}” may stand for the page")
    case .mailAddress: Message(fr: "une adresse de courriel, seule", en: "a mail address alone")
    case .language: Message(fr: "un code de langue", en: "a language code")
    case .paragraph:
      Message(
        fr: "un texte d’un seul paragraphe, sans titre ni liste", en: "a text of one paragraph, without heading or list"
      )
    case .mappings:
      Message(fr: "une liste dont chaque élément a ses clés", en: "a list whose items have keys of their own")
    case .version: Message(fr: "un numéro de version", en: "a version number")
    case .percentage: Message(fr: "un taux de 0 à 100", en: "a rate from 0 to 100")
    case .color:
      Message(
        fr: "une couleur : « # » et 3 ou 6 chiffres hexadécimaux, entre guillemets",
        en: "a colour: “#” and 3 or 6 hexadecimal digits, in quotes")
    case .special(let name, _): name
    case .oneOf(let words):
      Message(
        fr: "l’un de ces mots : \(words.joined(separator: ", "))",
        en: "one of these words: \(words.joined(separator: ", "))")
    }
  }

  var example: String {
    switch self {
    case .text: "Un texte"
    case .hours: "environ 50"
    case .base: "2 dispositifs"
    case .wholeNumber: "3"
    case .count: "15"
    case .yesNo: "oui"
    case .list: "[un-mot, un-autre]"
    case .mapping: "{cle: valeur}"
    case .date: "2026-01-31"
    case .weekly: "3 heures"
    case .preparation: "comprise"
    case .address: "https://www.exemple.fr/page"
    case .siteAddress: "https://www.exemple.fr"
    case .addressPattern: "https://forge.exemple.fr/boite/edit/main/{fichier}"
    case .deadLinkDesk, .mailAddress: "contact@exemple.fr"
    case .language: "fr"
    case .paragraph: "Un texte, avec [un lien](https://www.exemple.fr) au besoin"
    case .mappings: "[{navigateur: Firefox}]"
    case .version: "4.1.2"
    case .percentage: "83,5"
    case .color: "\"#0b5d50\""
    case .oneOf(let words): words.first ?? ""
    case .special(_, let example): example
    }
  }

  /// The largest number that is accepted, as text.
  private static var limit: Message {
    let limit = ShownNumber(FrenchNumber.limit)
    return Message(fr: limit.text(in: .french), en: limit.text(in: .english))
  }
}
