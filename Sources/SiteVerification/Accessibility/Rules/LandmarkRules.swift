import Diagnostics
import HTML

extension AccessibilityRules {
  package static let landmarks = [
    AccessibilityRule(
      .structure, 2,
      demand: Message(
        fr: "une page a un seul contenu principal (main)", en: "a page has one main content (main)"),
      help: Message(
        fr: "entourez d’un seul <main> ce que la page a en propre", en: "put what is the page’s own in one <main>")
    ) { page in
      let mains = page.landmarks(.main)
      if mains.isEmpty { return [.init(fr: "il n’y a pas d’élément main", en: "there is no element main")] }
      return page.faults(mains.dropFirst()) { tag in
        Message(fr: "« \(tag) » est un second contenu principal", en: "“\(tag)” is a second main content")
      }
    },
    AccessibilityRule(
      .structure, 2, .warning,
      demand: Message(
        fr: "une page a un en-tête (header), une navigation (nav) et un pied (footer)",
        en: "a page has a header (header), a navigation (nav) and a footer (footer)"),
      help: Message(
        fr: "entourez ces parties de <header>, <nav> et <footer>", en: "put these parts in <header>, <nav> and <footer>"
      )
    ) { page in
      [Landmark.banner, .navigation, .contentInfo].filter { page.landmarks($0).isEmpty }.map { landmark in
        let name = landmark.element
        return .init(fr: "il n’y a pas d’élément \(name)", en: "there is no element \(name)")
      }
    },
    AccessibilityRule(
      .navigation, 6,
      demand: Message(
        fr: "chaque zone commune à plusieurs pages s’atteint : un champ de recherche est dans role=\"search\"",
        en: "each region that pages share can be reached: a search field is in role=\"search\""),
      help: Message(fr: "écrivez <form role=\"search\">", en: "write <form role=\"search\">")
    ) { page in
      let fields = page.all("input").filter { place in
        page.elements[place].value("type")?.lowercased() == "search" && !page.elements[place].isNotShown
          && page.nearestAncestor(of: place) {
            page.elements[$0].role == "search" || page.elements[$0].name == "search"
          } == nil
      }
      return page.faults(fields) { tag in
        Message(
          fr: "le champ de recherche « \(tag) » n’est pas dans une zone de recherche",
          en: "the search field “\(tag)” is not in a search region")
      }
    },
    AccessibilityRule(
      .navigation, 6, .warning,
      demand: Message(
        fr: "plusieurs navigations (nav) ont chacune leur nom",
        en: "navigations (nav), where there are several, each have a name"),
      help: Message(
        fr: "distinguez-les par « aria-label »", en: "tell them apart by “aria-label”")
    ) { page in
      let named = page.landmarks(.navigation).map { (place: $0, name: PageTree.letters(page.label(of: $0) ?? "")) }
      var seen: Set<String> = []
      let alike = named.filter { !seen.insert($0.name).inserted || (named.count > 1 && $0.name.isEmpty) }
      return page.faults(alike.map(\.place)) { tag in
        Message(
          fr: "la navigation « \(tag) » n’a pas un nom à elle", en: "the navigation “\(tag)” has no name of its own")
      }
    },
  ]
}
