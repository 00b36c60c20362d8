import Diagnostics
import SitePublication

/// The causes of a page's change, as text for people.
struct CauseText {
  private let causes: [ChangeCause]

  init(_ causes: [ChangeCause]) { self.causes = causes }

  /// An arrow, the first cause, and the number of the other causes; nil if there is no cause.
  var short: Message? {
    guard let first = causes.first.map(name) else { return nil }
    let rest = causes.dropFirst().reduce(0) { $0 + $1.count }
    return Message(
      fr: " ← \(first.french)" + (rest == 0 ? "" : rest == 1 ? " et une autre cause" : " et \(rest) autres causes"),
      en: " ← \(first.english)" + (rest == 0 ? "" : rest == 1 ? " and another cause" : " and \(rest) other causes"))
  }

  /// One line for each cause.
  var lines: [Message] {
    causes.map { cause in
      let (name, reason) = (name(cause), reason(cause))
      return Message(fr: "\(name.french), \(reason.french)", en: "\(name.english), \(reason.english)")
    }
  }

  private func name(_ cause: ChangeCause) -> Message {
    if let file = cause.file { return Message(fr: file, en: file) }
    if cause.role == .program { return Message(fr: "Trousse ou ses options", en: "Trousse or its options") }
    return Message(
      fr: cause.count > 1 ? "\(cause.count) autres fichiers" : "un autre fichier",
      en: cause.count > 1 ? "\(cause.count) other files" : "another file")
  }

  private func reason(_ cause: ChangeCause) -> Message {
    switch cause.role {
    case .text:
      cause.within.map {
        Message(fr: "placé dans le texte de \($0)", en: "placed in the text of \($0)")
      } ?? Message(fr: "dont la page montre le texte", en: "whose text the page shows")
    case .mention: Message(fr: "que la page nomme, lie ou montre", en: "which the page names, links to or shows")
    case .site: Message(fr: "dont toutes les pages dépendent", en: "which all pages depend on")
    case .theme: Message(fr: "qui fait partie du thème", en: "which belongs to the theme")
    case .content: Message(fr: "qui change les listes ou l’ordre", en: "which changes lists or the order")
    case .record: Message(fr: "que Trousse tient à jour", en: "which Trousse keeps up to date")
    case .program: Message(fr: "qui ont changé", en: "which changed")
    }
  }
}
