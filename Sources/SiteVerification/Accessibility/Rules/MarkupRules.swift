import Diagnostics
import HTML

extension AccessibilityRules {
  /// Rules for valid HTML. They report only the errors that the tree of a page shows.
  static let markup = [
    AccessibilityRule(
      .mandatoryElements, 2,
      demand: Message(
        fr: "les éléments se ferment dans l’ordre où ils s’ouvrent",
        en: "elements close in the order in which they open"),
      help: Message(
        fr: "fermez chaque élément avant celui qui le contient, et ne fermez que ce qui est ouvert",
        en: "close each element before the one that holds it, and only what is open")
    ) { page in
      page.nestingFaults.map { fault in
        switch fault {
        case .strayEnd(let name):
          .init(fr: "« </\(name)> » ne ferme aucun élément", en: "“</\(name)>” closes no element")
        case .unclosed(let place):
          .init(
            place, fr: "« \(page.excerpt(place)) » n’est pas fermé", en: "“\(page.excerpt(place))” is not closed")
        }
      }
    },
    AccessibilityRule(
      .mandatoryElements, 2,
      demand: Message(
        fr: "un élément est là où HTML l’admet : pas de bloc dans une ligne de texte, ni de lien dans un lien",
        en: "an element is where HTML allows it: no block in a line of text, no link in a link"),
      help: Message(
        fr: "sortez l’élément de celui qui le contient, ou changez l’un des deux",
        en: "move the element out of the one that holds it, or change one of the two")
    ) { page in
      page.misplaced().map { place, outer in
        let (inner, holder) = (page.excerpt(place), outer.map { page.elements[$0].name } ?? "")
        return .init(
          place, fr: "« \(inner) » ne peut pas être dans « \(holder) »", en: "“\(inner)” cannot be in “\(holder)”")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 2,
      demand: Message(fr: "un attribut n’est écrit qu’une fois", en: "an attribute is written only once"),
      help: Message(fr: "gardez l’un des deux", en: "keep one of the two")
    ) { page in
      let repeating = page.elements.indices.filter { place in
        let attributes = page.elements[place].tag.attributes
        return attributes.count > 1 && Set(attributes.map(\.name)).count < attributes.count
      }
      return page.faults(repeating) { tag in
        Message(fr: "« \(tag) » répète un attribut", en: "“\(tag)” repeats an attribute")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 2, id: .duplicateID,
      demand: Message(
        fr: "un identifiant (id) n’est porté qu’une fois, et n’a pas d’espace",
        en: "an id is there once, and has no blank"),
      help: Message(
        fr: "donnez à l’un des deux titres une autre ancre : « ## Titre {#autre-ancre} »",
        en: "give one of the two headings another anchor: “## Heading {#other-anchor}”")
    ) { page in
      page.all(with: "id").compactMap { place in
        let id = page.elements[place].value("id") ?? ""
        if id.isEmpty || id.hasBlank {
          return .init(
            place, fr: "l’identifiant « \(id) » est vide ou a une espace", en: "the id “\(id)” is empty or has a blank")
        }
        guard page.identified[id] != place else { return nil }
        return .init(
          place, fr: "deux éléments portent l’identifiant « \(id) »", en: "two elements have the id “\(id)”")
      }
    },
    AccessibilityRule(
      .mandatoryElements, 2,
      demand: Message(
        fr: "ce qu’un élément nomme par son identifiant (for, aria-labelledby, aria-describedby) existe",
        en: "what an element names by its id (for, aria-labelledby, aria-describedby) exists"),
      help: Message(
        fr: "corrigez l’identifiant, ou retirez l’attribut", en: "correct the id, or take out the attribute")
    ) { page in
      let places = Set(["for", "aria-labelledby", "aria-describedby"].flatMap { page.all(with: $0) }).sorted()
      return page.faults(places.filter { !page.namesExist($0) }) { tag in
        Message(
          fr: "« \(tag) » nomme un élément que la page n’a pas", en: "“\(tag)” names an element that the page lacks")
      }
    },
  ]
}

extension PageTree {
  /// Finds elements inside an ancestor that must not contain them. `outer` is this ancestor.
  fileprivate func misplaced() -> [(place: Int, outer: Int?)] {
    elements.indices.compactMap { place in
      let traits = elements[place].traits
      guard !elements[place].isForeign || traits.contains(.foreign), let parent = elements[place].parent else {
        return nil
      }
      if traits.contains(.requiresParent), let parents = HTMLForms.parents[elements[place].name],
        !parents.contains(elements[parent].name)
      {
        return elements[parent].name == "template" ? nil : (place, parent)
      }
      if let outer = nestedControl(place) { return (place, outer) }
      guard traits.contains(.block) else { return nil }
      let holder = holder(of: place)
      return holder.map { elements[$0].traits.contains(.phrasingContentOnly) } ?? false ? (place, holder) : nil
    }
  }

  /// The nearest ancestor whose content model is not transparent.
  private func holder(of place: Int) -> Int? {
    nearestAncestor(of: place) { !elements[$0].traits.contains(.transparent) }
  }

  /// The nearest ancestor that must not contain this link, form, label or control; nil if no ancestor forbids it.
  private func nestedControl(_ place: Int) -> Int? {
    let name = elements[place].name
    let outer: [String]
    switch name {
    case "a": outer = elements[place].value("href") == nil ? ["a"] : ["a", "button"]
    case "button", "select", "textarea", "input": outer = ["a", "button"]
    case "form", "label": outer = [name]
    default: return nil
    }
    return nearestAncestor(of: place) { outer.contains(elements[$0].name) }
  }

  fileprivate func namesExist(_ place: Int) -> Bool {
    let element = elements[place]
    if element.name == "label", let id = element.value("for"), identified[id] == nil { return false }
    return ["aria-labelledby", "aria-describedby"].allSatisfy { attribute in
      element.value(attribute)?.words.allSatisfy { identified[String($0)] != nil } ?? true
    }
  }
}

extension DiagnosticID {
  package static let duplicateID = DiagnosticID(
    "duplicate-id",
    title: Message(fr: "Identifiant en double dans une page", en: "Duplicate id in a page"),
    meaning: Message(
      fr: """
        Dans la page terminée, deux éléments portent le même identifiant (`id`). Un lien ne peut atteindre que le \
        premier, et les aides techniques, comme les lecteurs d’écran, s’y perdent.
        """,
      en: """
        In the finished page, two elements bear the same `id`. A link can only reach the first, and assistive \
        technology such as screen readers gets lost.
        """
    ),
    remedy: Message(
      fr: """
        Si l’identifiant vient d’un intertitre, choisissez-lui une autre ancre :

            ## Contenu {#le-contenu}

        Sinon, changez l’un des deux `id` dans le thème.
        """,
      en: """
        If the id comes from a heading, choose another anchor for it:

            ## Contenu {#le-contenu}

        Otherwise, change one of the two `id` in the theme.
        """
    )
  )
}
