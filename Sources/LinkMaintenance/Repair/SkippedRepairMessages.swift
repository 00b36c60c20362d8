import Diagnostics

extension SkippedRepair.Reason {
  /// The reason why the address is not replaced. The text is a clause that follows the address.
  package var message: Message {
    switch self {
    case .unreadableFile:
      Message(fr: "le fichier ne peut pas être lu comme du texte", en: "the file cannot be read as text")
    case .otherText:
      Message(
        fr: "ce n’est pas exactement cette adresse qui est écrite ici ; corrigez-la à la main",
        en: "this is not exactly the address that is written here; mend it by hand")
    case .notAnAddress:
      Message(fr: "la nouvelle adresse n’est pas celle d’une page", en: "the new address is not that of a page")
    case .unconfirmed:
      Message(
        fr: "la mémoire des liens dit que cette page a changé d’adresse ; son site, redemandé, ne l’a pas confirmé",
        en: "the record of links says that this page has moved; its site, asked again, did not confirm it")
    case .nothingToChange:
      Message(fr: "c’est déjà cette adresse qui est écrite", en: "this is the address that is written already")
    case .contradiction:
      Message(
        fr: "plusieurs nouvelles adresses sont proposées pour cet endroit ; choisissez à la main",
        en: "several new addresses are proposed for this place; choose by hand")
    case .sideEffect:
      Message(
        fr: "la corriger changerait autre chose dans le fichier ; corrigez-la à la main",
        en: "mending it would change something else in the file; mend it by hand")
    }
  }
}
