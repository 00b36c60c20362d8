import SiteSupport
import TextSupport
import Testing

/// Print editions.
@Suite struct PrintPageTests {
  private static let pages = ["guide/imprimer.html", "binome/imprimer.html", "referent/imprimer.html"]
  private let site: FixtureSite

  init() {
    site = PrintedSite.fixture()
    #expect(site.build().diagnostics.filter { $0.severity == .error } == [])
  }

  private func main(_ path: String) throws -> HTMLElement { try #require(site.page(path)?.first("main"), "\(path)") }

  private func links(_ path: String) throws -> [String] {
    try main(path).all("a").compactMap { $0.attributes["href"] }
  }

  private static func ids(_ element: HTMLElement) -> [String] {
    element.all { $0.attributes["id"] != nil }.compactMap { $0.attributes["id"] }
  }

  /// The texts of a page, one for each element that holds some.
  private static func bits(_ element: HTMLElement) -> [String] {
    let read: Set = ["h2", "h3", "h4", "h5", "p", "li", "td", "th", "dt", "dd", "figcaption", "caption"]
    return element.all { read.contains($0.name) }.map(\.text).filter { !$0.isEmpty }
  }

  @Test(
    arguments: ["guide", "binome", "referent"])
  func `every heading, paragraph, item and cell of the texts of an edition is on its print page`(edition: String) throws
  {
    let printed = Set(Self.bits(try main("\(edition)/imprimer.html")))
    let chapters = edition == "referent" ? ["charge", "suite", "seul"] : ["charge", "suite"]
    for chapter in chapters {
      let path = "\(edition)/\(chapter).html"
      let text = try #require(main(path).all(part: "text").first)
      let bits = Self.bits(text)
      #expect(!bits.isEmpty)
      for bit in bits where !["p", "a"].contains(bit) { #expect(printed.contains(bit), "\(path): \(bit)") }
    }
  }

  @Test
  func `the introduction, the role, the factors, the resources, the voices and the terms are there as well`() throws {
    let text = try main("binome/imprimer.html").text
    for words in [
      "À vous.", "Résumé de En binôme.", "Le rôle de En binôme.", "Ce qui réussit.", "Il faut rassurer.", "Des voix.",
      "Nous l’avons fait.", "Il fallait oser.", "Pour aller plus loin.", "Il compte.", "comité de pilotage",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func `the workload stands once, with its reserve, where a text places it`() throws {
    let page = try main("binome/imprimer.html")
    let figures = page.all(part: "figures").count
    #expect(figures == 1)
    #expect(page.text.count(of: "Réserve de En binôme.") == 1)
  }

  @Test func `a testimonial that a chapter quotes is not printed twice`() throws {
    let text = try main("binome/imprimer.html").text
    #expect(text.count(of: "Il fallait oser.") == 1)
    #expect(text.count(of: "Nous l’avons fait.") == 1)
  }

  @Test func `a tailored edition holds nothing of the other one`() throws {
    let page = try main("binome/imprimer.html").text
    for words in [
      "Tout seul", "Rien que vous", "Texte du référent.", "Seul à bord.", "Elle viendra.", "Le rôle de Comme référent.",
      "Réserve de Comme référent.", "110",
    ] {
      #expect(!page.contains(words), "\(words)")
      #expect(try main("referent/imprimer.html").text.contains(words), "\(words)")
    }
    #expect(page.contains("À deux."))
    #expect(try !main("referent/imprimer.html").text.contains("À deux."))
  }

  @Test func `the cover says what it is: edition, title, version, date, publisher, source and licence`() throws {
    let cover = try #require(main("binome/imprimer.html").all(part: "cover").first)
    #expect(cover.first("h1")?.text == "Édition binôme")
    for words in [
      "Ma boîte", "Pour apprendre", "2.1", "mars 2026", "Syndicat du Val", "Le guide premier", "Une agence",
      "Elle peut être reprise.",
    ] {
      #expect(cover.text.contains(words), "\(words)")
    }
  }

  @Test(arguments: pages)
  func `ids are unique, though chapters have headings and notes of the same name`(path: String) throws {
    let ids = try Self.ids(#require(site.page(path)))
    #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
    #expect(ids.contains("guide_charge--chiffres") && ids.contains("guide_suite--chiffres"))
  }

  @Test func `the note of each chapter is reached from that chapter, and leads back to it`() throws {
    let page = try main("binome/imprimer.html")
    for (chapter, words) in [("guide_charge", "Note de la charge."), ("guide_suite", "Note de la suite.")] {
      let part = try #require(page.element(id: chapter))
      let call = try #require(part.first("sup")?.first("a")?.attributes["href"])
      let note = try #require(part.element(id: String(call.dropFirst())))
      #expect(note.text.contains(words))
      let back = try #require(note.all("a").last?.attributes["href"])
      #expect(part.element(id: String(back.dropFirst())) != nil)
    }
  }

  @Test(arguments: pages)
  func `links within the page lead to an anchor of it`(path: String) throws {
    let ids = Set(Self.ids(try #require(site.page(path))))
    let inward = try links(path).filter { $0.hasPrefix("#") }
    #expect(!inward.isEmpty)
    for link in inward { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
  }

  @Test func `a link to what is on the page is turned inward, to its very place`() throws {
    let page = try main("binome/imprimer.html")
    let targets = Dictionary(
      page.all("a").compactMap { link in link.attributes["href"].map { (link.text, $0) } }
    ) { first, _ in first }
    for (words, target) in [
      ("la suite", "#guide_suite"), ("son début", "#guide_suite--chiffres"), ("l’introduction", "#introduction_guide"),
      ("rassurer", "#facteurs_rassurer"), ("l’outil", "#ressources_outil"), ("le maire", "#rex_maire"),
      ("les ressources", "#introduction_ressources"), ("sa collègue", "#guide_charge"),
    ] {
      #expect(targets[words] == target, "\(words): \(targets[words] ?? "no link")")
    }
  }

  @Test
  func `the other links lead out of the page, and are right: what an edition does not hold, and what was asked for`()
    throws
  {
    let outward = try links("binome/imprimer.html").filter { !$0.hasPrefix("#") && !$0.contains(":") }
    #expect(outward == ["../a-propos.html", "../guide/suite.html"])
    for link in outward { #expect(site.output[String(link.dropFirst(3))] != nil, "\(link)") }
  }

  @Test func `the table of contents has every part, in the order of the page`() throws {
    let page = try main("binome/imprimer.html")
    let contents = try #require(page.all(part: "contents").first).all("a")
    let titles = contents.map(\.text)
    for title in [
      "Le guide", "En binôme", "Quelle charge ?", "Les facteurs", "Les voix", "Les ressources", "Glossaire",
    ] {
      #expect(titles.map(Self.plain).contains(title), "\(title): \(titles)")
    }
    let order = Self.ids(page).filter { id in contents.contains { $0.attributes["href"] == "#" + id } }
    #expect(contents.compactMap { $0.attributes["href"] } == order.map { "#" + $0 })
  }

  private static func plain(_ text: String) -> String { text.replacing("\u{202F}", with: " ") }

  @Test(arguments: pages)
  func `each address of another site stands once in the notes; links to it have its number`(path: String) throws {
    let page = try main(path)
    let notes = try #require(page.all(part: "addresses").first).all("li").map(\.text)
    let outside = page.all("a").filter { $0.attributes["href"]?.hasPrefix("https://") ?? false }
    #expect(Set(notes).count == notes.count)
    #expect(Set(notes) == [PrintedSite.source, PrintedSite.tool, PrintedSite.law])
    #expect(outside.count > notes.count)
    for link in outside {
      let number = try #require(link.attributes["data-note"].flatMap { Int($0) }, "\(link.text)")
      try #require(notes.indices.contains(number - 1))
      #expect(notes[number - 1] == link.attributes["href"])
    }
    for link in page.all("a") where link.attributes["href"]?.hasPrefix("#") ?? true {
      #expect(link.attributes["data-note"] == nil)
    }
  }
}

extension String {
  /// The number of occurrences of another text.
  fileprivate func count(of words: String) -> Int { ranges(of: words).count }
}
