import Diagnostics
import HTML

extension AccessibilityRules {
  package static let links = [
    AccessibilityRule(
      .links, 1,
      demand: Message(
        fr: "le nom d’un lien contient son intitulé visible", en: "the name of a link holds the text that is seen"),
      help: Message(
        fr: "reprenez l’intitulé visible, mot pour mot, dans « aria-label »",
        en: "repeat the text that is seen, word for word, in “aria-label”")
    ) { page in
      page.faults(page.links().filter { !page.isVisibleTextNamed($0) }) { tag in
        Message(
          fr: "le nom du lien « \(tag) » ne contient pas son intitulé visible",
          en: "the name of the link “\(tag)” does not hold the text that is seen")
      }
    },
    AccessibilityRule(
      .links, 1, .warning,
      demand: Message(
        fr: "l’intitulé d’un lien dit où il mène", en: "the text of a link says where it leads"),
      help: Message(
        fr: "nommez la page où mène le lien : « la charte du réseau » plutôt que « ici »",
        en: "name the page that the link leads to: “the network’s charter” rather than “here”")
    ) { page in
      let short = page.links().filter { page.elements[$0].value("aria-label") != nil || page.isShort($0) }
      let links = short.map { (place: $0, name: page.name(of: $0)) }
      return links.filter { vague.contains(PageTree.letters($0.name)) }.map { link in
        let text = link.name.trimmingBlanks()
        return Fault(
          link.place, clues: ["[\(text)]"], fr: "l’intitulé du lien « \(text) » ne dit pas où il mène",
          en: "the text of the link “\(text)” does not say where it leads")
      }
    },
    AccessibilityRule(
      .links, 2,
      demand: Message(fr: "un lien a un intitulé", en: "a link has a text"),
      help: Message(
        fr: "écrivez un texte entre les balises du lien, ou « alt » si c’est une image",
        en: "write a text between the tags of the link, or “alt” if it is an image")
    ) { page in
      page.faults(page.links().filter { !page.isNamed($0) }, clues: { _ in ["[](", "[ ]("] }) { tag in
        Message(fr: "le lien « \(tag) » n’a pas d’intitulé", en: "the link “\(tag)” has no text")
      }
    },
  ]

  private typealias Fault = AccessibilityRule.Fault

  /// Link texts that do not describe their target, written as `PageTree.letters` returns them.
  private static let vague: Set<String> = [
    "ici", "cliquezici", "cliquerici", "lirelasuite", "ensavoirplus", "here", "clickhere", "readmore", "learnmore",
  ]
}

extension PageTree {
  /// Whether a link text is short enough to be one of the vague texts. This fast test excludes most links.
  fileprivate func isShort(_ place: Int) -> Bool {
    let texts = self.texts[elements[place].texts]
    guard let first = texts.first, let last = texts.last else { return false }
    return last.range.upperBound - first.range.lowerBound < 60 && texts.reduce(0) { $0 + $1.range.count } < 30
  }

  /// The links that assistive technology finds on the page.
  package func links() -> [Int] {
    (all("a").filter { elements[$0].value("href") != nil } + all(with: "role").filter { elements[$0].role == "link" })
      .filter { !elements[$0].isHiddenFromAssistance && !elements[$0].isNotShown && !elements[$0].isForeign }
  }
}

extension DiagnosticID {
  package static let rgaaLinks = DiagnosticID(
    "rgaa-links",
    title: Message(fr: "Lien inaccessible (RGAA 6)", en: "Inaccessible link (RGAA 6)"),
    meaning: Message(
      fr: """
        Un lien n’a pas d’intitulé, ou le sien ne dit pas où il mène. Un lecteur d’écran lit souvent les liens \
        les uns après les autres, hors de leur phrase ; et qui commande à la voix dit ce qu’il voit. Le \
        message donne le critère : 6.1 pour un intitulé qui dise où l’on va, 6.2 pour un lien vide.
        """,
      en: """
        A link has no text, or its text does not say where it leads. Screen readers often read links one after \
        the other, out of their sentences; and who commands by voice says what is seen. The message names the \
        criterion: 6.1 for a text that says where one goes, 6.2 for an empty link.
        """
    ),
    remedy: Message(
      fr: """
        Nommez la page où mène le lien :

            Lisez [la charte du réseau](charte.md).
        """,
      en: """
        Name the page that the link leads to:

            Lisez [la charte du réseau](charte.md).
        """
    )
  )
}
