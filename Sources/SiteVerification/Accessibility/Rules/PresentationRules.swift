import Diagnostics
import HTML

extension AccessibilityRules {
  static let presentation = [
    AccessibilityRule(
      .presentation, 1,
      demand: Message(
        fr: "aucun élément ne sert qu’à l’apparence (font, center, big, tt, s, strike…)",
        en: "no element is for looks alone (font, center, big, tt, s, strike…)"),
      help: Message(
        fr: "retirez-le, et réglez l’apparence dans la feuille de style ; un texte barré est un del",
        en: "take it out, and set the looks in the style sheet; struck text is a del")
    ) { page in
      page.faults(page.all(forbiddenElements)) { tag in
        Message(fr: "« \(tag) » ne sert qu’à l’apparence", en: "“\(tag)” is for looks alone")
      }
    },
    AccessibilityRule(
      .presentation, 1,
      demand: Message(
        fr: "aucun attribut ne sert qu’à l’apparence (align, bgcolor, border, valign, width hors images…)",
        en: "no attribute is for looks alone (align, bgcolor, border, valign, width but on images…)"),
      help: Message(
        fr: "retirez l’attribut, et réglez l’apparence dans la feuille de style",
        en: "take out the attribute, and set the looks in the style sheet")
    ) { page in
      let attributes = forbiddenAttributes.flatMap { attribute in page.all(with: attribute).map { ($0, attribute) } }
      let sizes = ["width", "height"].flatMap { attribute in page.all(with: attribute).map { ($0, attribute) } }
        .filter { !sized.contains(page.elements[$0.0].name) }
      let lengths = page.all(with: "size").filter { page.elements[$0].name != "select" }.map { ($0, "size") }
      return (attributes + sizes + lengths).filter { !page.elements[$0.0].isForeign }.map { place, attribute in
        let tag = page.excerpt(place)
        return .init(
          place, fr: "l’attribut « \(attribute) » de « \(tag) » ne sert qu’à l’apparence",
          en: "the attribute “\(attribute)” of “\(tag)” is for looks alone")
      }
    },
    AccessibilityRule(
      .presentation, 1, .warning,
      demand: Message(
        fr: "des espaces ne servent pas à écarter les lettres d’un mot",
        en: "blanks do not set the letters of a word apart"),
      help: Message(
        fr: "écrivez le mot d’une traite, et réglez letter-spacing dans la feuille de style",
        en: "write the word as one, and set letter-spacing in the style sheet")
    ) { page in
      let spaced = page.texts.compactMap { text -> (Int?, String)? in
        page.spacedWord(in: text.range).map { (text.parent, $0) }
      }
      return spaced.map { place, word in
        .init(
          place, clues: [word], fr: "« \(word) » semble un mot aux lettres écartées par des espaces",
          en: "“\(word)” looks like a word whose letters are set apart by blanks")
      }
    },
    AccessibilityRule(
      .presentation, 4,
      demand: Message(fr: "le lecteur peut agrandir la page", en: "readers can zoom the page"),
      help: Message(
        fr: "écrivez <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        en: "write <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    ) { page in
      page.faults(page.viewports().filter { page.forbidsZoom($0) }) { tag in
        Message(fr: "« \(tag) » empêche d’agrandir la page", en: "“\(tag)” keeps readers from zooming the page")
      }
    },
    AccessibilityRule(
      .presentation, 5, .warning,
      demand: Message(
        fr: "une couleur de texte écrite dans « style » va avec une couleur de fond, et l’inverse",
        en: "a text colour written in “style” goes with a background, and the other way round"),
      help: Message(
        fr: "écrivez les deux, ou passez par une classe de la feuille de style",
        en: "write both, or use a class of the style sheet")
    ) { page in
      let single = page.all(with: "style").filter { place in
        guard !page.elements[place].isForeign else { return false }
        let declared = StyleRules.declarations(page.elements[place].value("style") ?? "")
        return declared.contains { $0.property == "color" } != declared.contains(where: isBackgroundColour)
      }
      return page.faults(single) { tag in
        Message(
          fr: "« \(tag) » règle la couleur du texte ou celle du fond, et pas l’autre",
          en: "“\(tag)” sets the colour of the text or of the background, and not the other")
      }
    },
    AccessibilityRule(
      .presentation, 8,
      demand: Message(
        fr: "ce qui est caché aux lecteurs d’écran (aria-hidden) ne s’atteint pas au clavier",
        en: "what is hidden from screen readers (aria-hidden) is not reached by keyboard"),
      help: Message(
        fr: "retirez « aria-hidden », ou ajoutez tabindex=\"-1\" à ce qui s’atteint",
        en: "take out “aria-hidden”, or add tabindex=\"-1\" to what can be reached")
    ) { page in
      guard !page.all(with: "aria-hidden").isEmpty else { return [] }
      let reached = page.elements.indices.filter {
        page.elements[$0].isHiddenFromAssistance && page.isReachedByKeyboard($0)
      }
      return page.faults(reached) { tag in
        Message(
          fr: "« \(tag) » s’atteint au clavier et reste muet : il est dans un élément aria-hidden",
          en: "“\(tag)” is reached by keyboard and says nothing: it is in an element with aria-hidden")
      }
    },
    AccessibilityRule(
      .presentation, 11, .warning,
      demand: Message(
        fr: "une page s’adapte à la largeur de l’écran (meta viewport)",
        en: "a page adapts to the width of the screen (meta viewport)"),
      help: Message(
        fr: "ajoutez au gabarit <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        en: "add to the template <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    ) { page in
      let isAdaptive = page.viewports().contains {
        StyleRules.letters(page.elements[$0].value("content") ?? "").contains("width=device-width")
      }
      return isAdaptive
        ? []
        : [
          .init(fr: "la page ne suit pas la largeur de l’écran", en: "the page does not follow the width of the screen")
        ]
    },
  ]

  /// Whether a declaration sets the background colour. A background image alone does not count.
  private static func isBackgroundColour(_ declaration: StyleRules.Declaration) -> Bool {
    switch declaration.property {
    case "background-color": true
    case "background": !["", "none"].contains(declaration.value.replacing(/url\([^)]*\)/, with: "").trimmingBlanks())
    default: false
    }
  }

  private static let forbiddenElements = [
    "basefont", "big", "blink", "center", "font", "marquee", "s", "strike", "tt",
  ]
  /// The attributes that test 10.1.2 of the RGAA forbids.
  private static let forbiddenAttributes = [
    "align", "alink", "background", "bgcolor", "border", "cellpadding", "cellspacing", "char", "charoff", "clear",
    "color", "compact", "frameborder", "hspace", "link", "marginheight", "marginwidth", "text", "valign", "vlink",
    "vspace",
  ]
  private static let sized: Set<String> = ["img", "svg", "object", "embed", "canvas"]
}

extension PageTree {
  fileprivate func viewports() -> [Int] {
    all("meta").filter { elements[$0].value("name")?.lowercased() == "viewport" }
  }

  fileprivate func forbidsZoom(_ place: Int) -> Bool {
    let settings = (elements[place].value("content") ?? "").lowercased().split { $0 == "," || $0 == ";" }
    return settings.contains { setting in
      let parts = setting.split(separator: "=").map { String($0).trimmingBlanks() }
      guard parts.count == 2 else { return false }
      switch parts[0] {
      case "user-scalable": return ["no", "0"].contains(parts[1])
      case "maximum-scale": return Double(parts[1]).map { $0 < 2 } ?? false
      default: return false
      }
    }
  }

  /// Finds a word that is written as at least five single letters with spaces between them; nil if the text has no such
  /// word.
  fileprivate func spacedWord(in range: Range<Int>) -> String? {
    // A fast test that excludes most texts: it searches for single letters between ASCII spaces.
    let stretch = bytes[range]
    var alone = 0
    var isPossible = false
    for index in stretch.indices.dropFirst().dropLast() where stretch[index] == 0x20 {
      alone = index + 2 < range.upperBound && stretch[index + 2] == 0x20 && stretch[index + 1] > 0x40 ? alone + 1 : 0
      if alone >= 3 { isPossible = true; break }
    }
    guard isPossible else { return nil }
    var run: [Substring] = []
    for word in string(range).split(separator: " ") {
      if word.count == 1, word.first?.isLetter == true {
        run.append(word)
      } else {
        if run.count >= 5 { break }
        run = []
      }
    }
    return run.count >= 5 ? run.joined(separator: " ") : nil
  }
}

extension DiagnosticID {
  package static let rgaaPresentation = DiagnosticID(
    "rgaa-presentation",
    title: Message(fr: "Apparence inaccessible (RGAA 10)", en: "Inaccessible looks (RGAA 10)"),
    meaning: Message(
      fr: """
        Le thème règle l’apparence d’une façon qui gêne des lecteurs : éléments ou attributs réservés à la \
        feuille de style, agrandissement interdit, focus invisible, couleur sans fond. Chacun doit pouvoir \
        agrandir la page, changer ses couleurs et voir où en est le clavier. Le message donne le critère : \
        10.1 pour ce qui revient à la feuille de style, 10.4 et 10.11 pour l’agrandissement, 10.5 pour les \
        couleurs, 10.7 pour le focus, 10.8 pour ce qui est caché.
        """,
      en: """
        The theme sets looks in a way that hinders readers: elements or attributes that belong in the style \
        sheet, no zoom, a focus that is not seen, a colour without its background. Everybody must be able to \
        zoom the page, to change its colours and to see where the keyboard is. The message names the \
        criterion: 10.1 for what belongs in the style sheet, 10.4 and 10.11 for zoom, 10.5 for colours, 10.7 \
        for the focus, 10.8 for what is hidden.
        """
    ),
    remedy: Message(
      fr: """
        Réglez l’apparence dans la feuille de style, et gardez le focus visible :

            :focus-visible { outline: 3px solid var(--accent); }
        """,
      en: """
        Set looks in the style sheet, and keep the focus visible:

            :focus-visible { outline: 3px solid var(--accent); }
        """
    )
  )
}
