import Diagnostics

/// Checks the requirements of the RGAA that concern several pages of a site together.
package struct SiteAccessibility {
  struct Demand: Sendable {
    let criterion: Criterion
    let severity: Severity
    let demand: Message
    let help: Message
  }

  /// A requirement that some pages do not meet.
  package struct Fault {
    let demand: Demand
    /// The paths of the pages that do not meet the requirement. The finding is located on the first of these pages.
    let pages: [String]
    let message: Message
  }

  static let demands = [titles, twoWays, order, siteMapEverywhere, searchEverywhere]

  /// A page of the site.
  package struct Page: Sendable {
    package let path: String
    package let shape: PageShape

    package init(path: String, shape: PageShape) {
      self.path = path
      self.shape = shape
    }
  }

  private let siteTitle: String
  private let pages: [Page]
  private let siteMap: String?
  private let linksToSiteMap: Set<String>

  /// Creates the check.
  ///
  /// - Parameters:
  ///   - siteMap: the path of the site map; nil if the site has no site map.
  ///   - linksToSiteMap: the paths of the pages that link to the site map.
  package init(siteTitle: String, pages: [Page], siteMap: String?, linksToSiteMap: Set<String>) {
    self.siteTitle = siteTitle
    self.pages = pages
    self.siteMap = siteMap
    self.linksToSiteMap = linksToSiteMap
  }

  package func run() -> [Fault] {
    titleFaults() + wayFaults()
      + orderFaults(\.landmarks) { first, second, there in
        Message(
          fr: "« \(first) » vient avant « \(second) », et après dans la page « \(there) »",
          en: "“\(first)” comes before “\(second)”, and after it on the page “\(there)”")
      }
      + orderFaults(\.menu) { first, second, there in
        Message(
          fr: "dans le menu, « \(first) » vient avant « \(second) », et après dans la page « \(there) »",
          en: "in the menu, “\(first)” comes before “\(second)”, and after it on the page “\(there)”")
      }
      + presenceFaults()
  }

  // MARK: Titles

  private func titleFaults() -> [Fault] {
    let titled = pages.compactMap { page in page.shape.title.map { (path: page.path, title: $0) } }
    let nameless = titled.filter { !$0.title.hasSuffix(siteTitle) || $0.title.utf8.count <= siteTitle.utf8.count }
    var faults: [Fault] = []
    if let first = nameless.first {
      faults.append(
        Fault(
          demand: Self.titles, pages: nameless.map(\.path),
          message: Message(
            fr: "le titre « \(first.title) » ne dit pas le nom de la page puis celui du site",
            en: "the title “\(first.title)” does not say the name of the page, then that of the site")))
    }
    var owners: [String: String] = [:]
    for (path, title) in titled {
      guard let owner = owners[title] else {
        owners[title] = path
        continue
      }
      faults.append(
        Fault(
          demand: Self.titles, pages: [path],
          message: Message(
            fr: "le titre « \(title) » est aussi celui de la page « \(owner) »",
            en: "the title “\(title)” is that of the page “\(owner)” too")))
    }
    return faults
  }

  // MARK: Ways

  private func wayFaults() -> [Fault] {
    guard pages.count > 1 else { return [] }
    let lacking = pages.filter { page in
      let isMapped = siteMap != nil && (linksToSiteMap.contains(page.path) || page.path == siteMap)
      return [!page.shape.menu.isEmpty, isMapped, page.shape.hasSearch].count { $0 } < 2
    }
    guard !lacking.isEmpty else { return [] }
    return [
      Fault(
        demand: Self.twoWays, pages: lacking.map(\.path),
        message: Message(
          fr: "on ne dispose pas de deux moyens parmi le menu, le plan du site et la recherche",
          en: "there are not two of a menu, a link to the site map and a search"))
    ]
  }

  /// If some pages link to the site map, reports the pages without such a link. If some pages have the search, reports
  /// the pages without the search.
  private func presenceFaults() -> [Fault] {
    let mapped = pages.filter { $0.path != siteMap }
    let unmapped = mapped.filter { !linksToSiteMap.contains($0.path) }
    let unsearched = pages.filter { !$0.shape.hasSearch }
    var faults: [Fault] = []
    if siteMap != nil, !unmapped.isEmpty, unmapped.count < mapped.count {
      faults.append(
        Fault(
          demand: Self.siteMapEverywhere, pages: unmapped.map(\.path),
          message: Message(
            fr: "aucun lien ne mène au plan du site, alors que d’autres pages y mènent",
            en: "no link leads to the site map, while other pages have one")))
    }
    if !unsearched.isEmpty, unsearched.count < pages.count {
      faults.append(
        Fault(
          demand: Self.searchEverywhere, pages: unsearched.map(\.path),
          message: Message(
            fr: "il manque la recherche que d’autres pages ont", en: "the search that other pages have is missing")))
    }
    return faults
  }

  // MARK: Order

  /// Reports pairs of names whose order differs between two pages. Most pages have the same sequence of names, so each
  /// sequence is checked only once.
  private func orderFaults(
    _ sequence: (PageShape) -> String,
    _ message: (_ first: String, _ second: String, _ other: String) -> Message
  ) -> [Fault] {
    struct Pair: Hashable {
      let first: String
      let second: String
    }
    var known: Set<String> = []
    var pages: [Pair: String] = [:]
    var faults: [Fault] = []
    for page in self.pages where known.insert(sequence(page.shape)).inserted {
      let all = PageShape.names(in: sequence(page.shape))
      // A name that occurs twice has no unique position, so it cannot be compared.
      let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
      let names = all.filter { counts[$0] == 1 }
      for (index, first) in names.enumerated() {
        for second in names[(index + 1)...] {
          if let other = pages[Pair(first: second, second: first)] {
            faults.append(
              Fault(demand: Self.order, pages: [page.path], message: message(first, second, other)))
          } else if pages[Pair(first: first, second: second)] == nil {
            pages[Pair(first: first, second: second)] = page.path
          }
        }
      }
    }
    // One fault per page is enough to find the error.
    var seen: Set<String> = []
    return faults.filter { seen.insert($0.pages.first ?? "").inserted }
  }
}

extension SiteAccessibility {
  private static let titles = Demand(
    criterion: Criterion(.mandatoryElements, 6), severity: .warning,
    demand: Message(
      fr: "le titre d’une page (title) la nomme, puis le site, et n’est à aucune autre",
      en: "the title of a page (title) names it, then the site, and belongs to no other"),
    help: Message(
      fr: "écrivez <title>{{page.headTitle}}</title> dans le gabarit, et donnez à chaque page un titre à elle",
      en: "write <title>{{page.headTitle}}</title> in the template, and give each page a title of its own"))

  /// A warning and not an error, because the RGAA exempts sites with very few pages but gives no number of pages.
  private static let twoWays = Demand(
    criterion: Criterion(.navigation, 1), severity: .warning,
    demand: Message(
      fr: "deux moyens au moins mènent aux pages : menu, plan du site, recherche",
      en: "at least two ways lead to pages: menu, site map, search"),
    help: Message(
      fr: "dans le thème, gardez le menu dans header, le lien au plan du site ou la recherche",
      en: "in the theme, keep the menu in header, the link to the site map or the search"))

  private static let order = Demand(
    criterion: Criterion(.navigation, 2), severity: .error,
    demand: Message(
      fr: "les menus et les zones communes sont à la même place dans toutes les pages",
      en: "menus and shared regions are in the same place on all pages"),
    help: Message(
      fr: "gardez le même ordre dans tous les gabarits ; le mieux est de ne l’écrire que dans layout",
      en: "keep the same order in all templates; best write it only in layout"))

  private static let siteMapEverywhere = Demand(
    criterion: Criterion(.navigation, 4), severity: .error,
    demand: Message(
      fr: "toutes les pages mènent de la même façon au plan du site",
      en: "all pages lead to the site map in the same way"),
    help: Message(
      fr: "mettez le lien dans le gabarit layout ou footer", en: "put the link in the template layout or footer"))

  private static let searchEverywhere = Demand(
    criterion: Criterion(.navigation, 5), severity: .error,
    demand: Message(
      fr: "toutes les pages mènent de la même façon à la recherche", en: "all pages lead to the search in the same way"),
    help: Message(
      fr: "mettez la recherche dans le gabarit layout ou header", en: "put the search in the template layout or header")
  )
}
