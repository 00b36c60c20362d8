import Diagnostics
import HTML

extension AccessibilityRules {
  /// Rules for elements that are used for presentation only.
  static let paragraphs = [
    AccessibilityRule(
      .mandatoryElements, 9, .warning,
      demand: Message(
        fr: "deux sauts de ligne (br) de suite ne tiennent pas lieu de paragraphes",
        en: "two line breaks (br) in a row do not stand for paragraphs"),
      help: Message(
        fr: "faites deux paragraphes : une ligne vide entre les deux",
        en: "make two paragraphs: an empty line between them")
    ) { page in
      page.faults(page.doubleBreaks(), clues: { _ in ["<br><br>", "<br>", "<br/>", "<br />"] }) { _ in
        Message(
          fr: "deux sauts de ligne de suite, « <br><br> », séparent des paragraphes",
          en: "two line breaks in a row, “<br><br>”, part paragraphs")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 9, .warning,
      demand: Message(
        fr: "un paragraphe est un p, ni vide, ni fait d’un div",
        en: "a paragraph is a p, neither empty nor made of a div"),
      help: Message(
        fr: "mettez le texte dans un p ; pour un espace, réglez la feuille de style",
        en: "put the text in a p; for a gap, use the style sheet")
    ) { page in
      let empty = page.all("p").filter { page.isEmpty($0) }
      let faked = page.directTexts().filter { page.elements[$0].name == "div" && page.elements[$0].role == nil }
      return page.faults(empty) { tag in
        Message(fr: "le paragraphe « \(tag) » est vide", en: "the paragraph “\(tag)” is empty")
      }
        + page.faults(faked) { tag in
          Message(
            fr: "« \(tag) » contient du texte qui n’est dans aucun paragraphe",
            en: "“\(tag)” holds text that is in no paragraph")
        }
    },
  ]

  static let headings = [
    AccessibilityRule(
      .structure, 1,
      demand: Message(fr: "une page a un titre de niveau 1 (h1)", en: "a page has a first-level heading (h1)"),
      help: Message(
        fr: "mettez le titre de la page dans un h1 : <h1>{{page.title}}</h1>",
        en: "put the title of the page in an h1: <h1>{{page.title}}</h1>")
    ) { page in
      guard !page.headings().contains(where: { $0.level == 1 }) else { return [] }
      return [.init(fr: "il n’y a pas de titre de niveau 1 (h1)", en: "there is no first-level heading (h1)")]
    },
    AccessibilityRule(
      .structure, 1, .warning,
      demand: Message(fr: "une page n’a qu’un titre de niveau 1", en: "a page has only one first-level heading"),
      help: Message(fr: "faites des autres des h2", en: "make h2 of the others")
    ) { page in
      page.headings().filter { $0.level == 1 }.dropFirst().map { heading in
        let text = page.content(of: heading.place).trimmingBlanks()
        return .init(
          heading.place, fr: "« \(text) » est un second titre de niveau 1",
          en: "“\(text)” is a second first-level heading")
      }
    },
    AccessibilityRule(
      .structure, 1, .warning,
      demand: Message(
        fr: "les niveaux de titre ne sautent pas : après un h2, un h3 et non un h4",
        en: "levels of headings do not jump: after an h2, an h3 and not an h4"),
      help: Message(
        fr: "changez le niveau du titre, ou ajoutez celui qui manque avant lui",
        en: "change the level of the heading, or add the one that is missing before it")
    ) { page in
      let headings = page.headings()
      return zip([0] + headings.map(\.level), headings).filter { $1.level > $0 + 1 }.map { before, heading in
        let text = page.content(of: heading.place).trimmingBlanks()
        let (here, previous) = (heading.level, before)
        return .init(
          heading.place, clues: ["# \(text)"],
          fr: "le titre « \(text) », de niveau \(here), vient après un niveau \(previous)",
          en: "the heading “\(text)”, of level \(here), comes after level \(previous)")
      }
    },
    AccessibilityRule(
      .structure, 1,
      demand: Message(
        fr: "un titre a un texte, et un niveau", en: "a heading has a text, and a level"),
      help: Message(
        fr: "écrivez le texte du titre, ou retirez le titre ; avec role=\"heading\", dites aria-level",
        en: "write the text of the heading, or take it out; with role=\"heading\", say aria-level")
    ) { page in
      let empty = page.headings().filter { !page.isNamed($0.place) }.map(\.place)
      let without = page.all(with: "role").filter { place in
        let element = page.elements[place]
        return element.role == "heading" && page.headingLevel(place) == nil
      }
      return page.faults(empty) { tag in
        Message(fr: "le titre « \(tag) » est vide", en: "the heading “\(tag)” is empty")
      }
        + page.faults(without) { tag in
          Message(fr: "le titre « \(tag) » ne dit pas son niveau", en: "the heading “\(tag)” does not say its level")
        }
    },
  ]

  static let quotations = [
    AccessibilityRule(
      .structure, 4, .warning,
      demand: Message(
        fr: "une citation est un blockquote ou un q, qui n’est pas vide",
        en: "a quotation is a blockquote or a q, and not empty"),
      help: Message(
        fr: "dans un texte, commencez chaque ligne de la citation par « > » ; dans un gabarit, prenez blockquote",
        en: "in a text, begin each line of the quotation with “>”; in a template, use blockquote")
    ) { page in
      let quotations = page.all(["blockquote", "q"])
      return page.faults(quotations.filter { page.isEmpty($0) }) { tag in
        Message(fr: "la citation « \(tag) » est vide", en: "the quotation “\(tag)” is empty")
      }
        + page.unmarkedQuotations().map { place in
          let start = page.content(of: place).trimmingBlanks().prefix(40)
          return .init(
            place, fr: "un paragraphe entre guillemets, « \(start)… », n’est pas dans un blockquote",
            en: "a paragraph in quotation marks, “\(start)…”, is not in a blockquote")
        }
    }
  ]
}

extension PageTree {
  /// The headings that assistive technology recognizes, in reading order, with their levels.
  func headings() -> [(place: Int, level: Int)] {
    let marked = all(with: "role").filter { elements[$0].role == "heading" }
    let places = marked.isEmpty ? all(HTMLForms.headings) : Set(all(HTMLForms.headings) + marked).sorted()
    return places.compactMap { place in
      guard !elements[place].isHiddenFromAssistance, !elements[place].isNotShown else { return nil }
      return headingLevel(place).map { (place, $0) }
    }
  }

  fileprivate func headingLevel(_ place: Int) -> Int? {
    let level = elements[place].value("aria-level").flatMap { Int($0.trimmingBlanks()) }
    if let level, level > 0 { return level }
    return HTMLForms.headings.firstIndex(of: elements[place].name).map { $0 + 1 }
  }

  /// The line breaks that directly follow another line break.
  fileprivate func doubleBreaks() -> [Int] {
    let breaks = all("br")
    return zip(breaks, breaks.dropFirst()).filter { first, second in
      second == first + 1 && elements[first].parent == elements[second].parent
        && isBlank(elements[first].tag.range.upperBound..<elements[second].tag.range.lowerBound)
    }.map { $1 }
  }

  /// Whether an element contains neither text nor an element with visible content.
  package func isEmpty(_ place: Int) -> Bool {
    let inner = inside(place)
    guard inner.count <= Self.reach else { return false }
    let shows = inner.contains { place in
      let element = elements[place]
      let isText = element.traits.contains(.phrasingContentOnly) && element.name != "button" && element.role == nil
      return !isText && element.name != "br"
    }
    return !shows && texts[elements[place].texts].allSatisfy { isBlank($0.range) }
  }

  /// The elements that have text as a direct child, without duplicates.
  func directTexts() -> [Int] {
    var hold = [Bool](repeating: false, count: elements.count)
    for text in texts {
      if let parent = text.parent, !hold[parent], !isBlank(text.range) { hold[parent] = true }
    }
    return elements.indices.filter { hold[$0] && !elements[$0].isForeign && !elements[$0].isNotShown }
  }

  /// The long paragraphs that begin and end with French quotation marks and are not in a quotation element.
  fileprivate func unmarkedQuotations() -> [Int] {
    all("p").filter { place in
      let texts = self.texts[elements[place].texts]
      guard texts.count < 20, let first = texts.first, bytes[first.range].starts(with: "«".utf8) else { return false }
      let text = content(of: place).trimmingBlanks()
      guard text.count > 80, text.first == "«", text.last == "»", text.dropLast().lastIndex(of: "»") == nil else {
        return false
      }
      return !([place] + ancestors(of: place) + inside(place).prefix(Self.reach)).contains {
        ["blockquote", "q", "figure"].contains(elements[$0].name)
      }
    }
  }
}

extension DiagnosticID {
  package static let rgaaStructure = DiagnosticID(
    "rgaa-structure",
    title: Message(fr: "Structure inaccessible (RGAA 9)", en: "Inaccessible structure (RGAA 9)"),
    meaning: Message(
      fr: """
        Les titres, les listes, les citations ou les grandes parties de la page ne sont pas marqués pour ce \
        qu’ils sont. Un lecteur d’écran s’en sert pour parcourir la page : un titre qui manque, ou un niveau \
        sauté, y fait perdre son chemin. Le message donne le critère : 9.1 pour les titres, 9.2 pour les \
        parties, 9.3 pour les listes, 9.4 pour les citations.
        """,
      en: """
        Headings, lists, quotations or the main parts of the page are not marked as what they are. Screen \
        readers use them to move about the page: where a heading is missing, or a level left out, one loses \
        the way. The message names the criterion: 9.1 for headings, 9.2 for parts, 9.3 for lists, 9.4 for \
        quotations.
        """
    ),
    remedy: Message(
      fr: """
        Dans un texte, écrivez de vrais titres, listes et citations :

            ## Préparer la démarche
            - choisir une collectivité
            > Ce que nous avons appris.
        """,
      en: """
        In a text, write real headings, lists and quotations:

            ## Préparer la démarche
            - choisir une collectivité
            > Ce que nous avons appris.
        """
    )
  )
}
