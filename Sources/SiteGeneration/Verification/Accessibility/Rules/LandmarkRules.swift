import Diagnostics

extension AccessibilityRules {
  static let landmarks = [
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

/// A landmark: a region of a page to which assistive technology can move directly.
enum Landmark: Sendable, CaseIterable {
  case banner, navigation, main, contentInfo, search

  var role: String {
    switch self {
    case .banner: "banner"
    case .navigation: "navigation"
    case .main: "main"
    case .contentInfo: "contentinfo"
    case .search: "search"
    }
  }

  var element: String {
    switch self {
    case .banner: "header"
    case .navigation: "nav"
    case .main: "main"
    case .contentInfo: "footer"
    case .search: "search"
    }
  }
}

extension PageTree {
  /// Elements whose `header` and `footer` descendants are not landmarks of the page.
  private static let sections: Set<String> = ["article", "aside", "main", "nav", "section", "blockquote", "figure"]

  /// Finds the landmarks of this kind, in reading order.
  func findLandmarks(_ landmark: Landmark) -> [Int] {
    let byElement = all(landmark.element).filter { place in
      guard elements[place].role == nil || elements[place].role == landmark.role else { return false }
      guard landmark == .banner || landmark == .contentInfo else { return true }
      return nearestAncestor(of: place) { Self.sections.contains(elements[$0].name) } == nil
    }
    let byRole = all(with: "role").filter { elements[$0].role == landmark.role }
    return Set(byElement + byRole).sorted().filter {
      !elements[$0].isNotShown && !elements[$0].isHiddenFromAssistance
    }
  }
}
