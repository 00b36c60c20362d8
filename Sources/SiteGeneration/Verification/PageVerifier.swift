import Diagnostics
import MarkdownTree

/// Checks the very files that will be published: every link, anchor and file of every page, and that no page, style sheet or
/// drawing loads anything from another host. Each page is read once, for its accessibility too. What the content's own checks let through is a fault of the theme, or
/// of Trousse.
struct PageVerifier {
  /// A page, or another file that browsers show: what it says, and where that leads.
  private struct Reading: Sendable {
    let facts: PageFacts
    /// For each of its links, the place of the file that it leads to, or nil where it leads to none.
    let targets: [Int?]
    let isPage: Bool

    init(_ facts: PageFacts, of path: String, among files: SiteFiles, isPage: Bool) {
      let folder = AddressFolder(of: path)
      self.facts = facts
      self.isPage = isPage
      targets = facts.links.map { files.place(of: $0.value, in: folder) }
    }
  }

  /// Every file that will be published.
  let files: SiteFiles
  /// What was read, by the place of the file; nil for one that browsers do not show.
  private let readings: [Reading?]
  private let templates: [SourceText]
  /// What there is to say of the accessibility of each page, in the order in which they were given.
  let accessibility: [PageAccessibility]

  /// How many links of the pages were looked at.
  var linkCount: Int { readings.reduce(0) { $0 + ($1.flatMap { $0.isPage ? $0.targets.count : nil } ?? 0) } }

  /// - Parameters:
  ///   - pages: every HTML page.
  ///   - others: everything else that will be published.
  ///   - templates: the theme's templates, where the place of a fault is looked for.
  init(pages: [StagedFile], others: [StagedFile], templates: [SourceText]) {
    let files = SiteFiles((pages + others).map(\.path))
    self.files = files
    self.templates = templates.sorted { $0.file < $1.file }
    let read = concurrentMap(pages, heaviestFirst: \.bytes.count) { file in
      let tags = Array(HTMLTagScanner(file.bytes))
      let tree = PageTree(file.bytes, tags: tags)
      return (
        reading: Reading(PageFacts(file.bytes, tags: tags), of: file.path, among: files, isPage: true),
        accessibility: PageAccessibility(path: file.path, tree: tree)
      )
    }
    accessibility = read.map(\.accessibility)
    let shown = others.map { file in
      PageFacts(file).map { Reading($0, of: file.path, among: files, isPage: false) }
    }
    // Of two files with one path, the first counts.
    readings = zip(files.paths.indices, read.map(\.reading) + shown).map { place, reading in
      files.place(of: files.paths[place]) == place ? reading : nil
    }
  }

  /// Everything that is wrong, each fault once, however many pages show it.
  func run() -> [Diagnostic] {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for found in problems(isPage: true) where seen.insert("\(found.problem) \(found.link.value)").inserted {
      diagnostics.append(diagnostic(found.problem, found.link, on: found.path))
    }
    for found in problems(isPage: false) {
      guard found.problem == .otherHost || found.path.hasSuffix(".css"),
        seen.insert("\(found.problem) \(found.path) \(found.link.value)").inserted
      else { continue }
      diagnostics.append(diagnostic(found.problem, found.link, on: found.path))
    }
    return diagnostics
  }

  private enum Problem: Hashable {
    case missingFile, missingAnchor, otherHost, rootAbsolute
  }

  private struct Found {
    let path: String
    let link: PageFacts.Link
    let problem: Problem
  }

  /// The problems of all pages, or of the other files, in the order of their paths.
  private func problems(isPage: Bool) -> [Found] {
    let places = readings.indices.filter { readings[$0]?.isPage == isPage }
    let found = concurrentMap(places.sorted { files.paths[$0] < files.paths[$1] }) { place -> [Found] in
      guard let reading = readings[place] else { return [] }
      return zip(reading.facts.links, reading.targets).compactMap { link, target in
        problem(of: link, leadingTo: target).map { Found(path: files.paths[place], link: link, problem: $0) }
      }
    }
    return found.flatMap { $0 }
  }

  private func problem(of link: PageFacts.Link, leadingTo target: Int?) -> Problem? {
    let value = link.value
    guard let target else {
      if value.hasPrefix("//") || value.hasHost { return link.isLoaded ? .otherHost : nil }
      if value.hasPrefix("data:"), link.isLoaded { return nil }
      if value.hasPrefix("mailto:") || value.hasPrefix("tel:") { return nil }
      return value.hasPrefix("/") ? .rootAbsolute : .missingFile
    }
    guard let anchor = value.fragment, let reading = readings[target], reading.isPage else { return nil }
    return anchor.isEmpty || reading.facts.ids.contains(anchor) || anchor.lowercased() == "top" ? nil : .missingAnchor
  }

  /// The places of the files that the links of each file lead to, by its own place.
  var targets: [[Int]] { readings.map { $0?.targets.compactMap { $0 } ?? [] } }

  /// The pages that link to a file of the site.
  func pages(leadingTo file: String) -> [String] {
    guard let target = files.place(of: file) else { return [] }
    return readings.indices.filter { place in
      readings[place].map { $0.isPage && $0.targets.contains(target) } ?? false
    }.map { files.paths[$0] }
  }

  /// What a page says of links and ids; nil where there is no such page.
  func facts(of page: String) -> PageFacts? { files.place(of: page).flatMap { readings[$0]?.facts } }

  /// How many elements a page has, by their names.
  func elements(of page: String) -> [String: Int] { reading(of: page)?.facts.elements ?? [:] }

  /// The files of the site that a browser fetches along with a page, each once, in the order of their names: what the page
  /// names, and what its style sheets do.
  func loaded(with page: String) -> [String] {
    guard let start = files.place(of: page) else { return [] }
    var loaded: Set<Int> = []
    var waiting = [start]
    while let place = waiting.popLast() {
      guard let reading = readings[place] else { continue }
      for (link, target) in zip(reading.facts.links, reading.targets) where link.loading == .withPage {
        guard let target, target != start, loaded.insert(target).inserted else { continue }
        if files.paths[target].hasSuffix(".css") { waiting.append(target) }
      }
    }
    return loaded.map { files.paths[$0] }.sorted()
  }

  private func reading(of path: String) -> Reading? { files.place(of: path).flatMap { readings[$0] } }

  /// The path that a relative address leads to from a page, or nil where it leads out of the site.
  static func resolve(_ written: String, on page: String) -> String? {
    AddressFolder(of: page).path(of: written[...].utf8).map { String(decoding: $0, as: UTF8.self) }
  }

  private func diagnostic(_ problem: Problem, _ link: PageFacts.Link, on page: String) -> Diagnostic {
    let location = place(of: link.value) ?? SourceLocation(file: page)
    switch problem {
    case .missingFile, .rootAbsolute:
      let isAbsolute = problem == .rootAbsolute
      return Diagnostic(
        .brokenPageLink, at: location,
        Message(
          fr: "dans la page « \(page) », « \(link.value) » ne mène à aucun fichier du site",
          en: "on the page “\(page)”, “\(link.value)” leads to no file of the site"),
        help: Message(
          fr: isAbsolute
            ? "une adresse qui commence par « / » ne marche ni dans un sous-dossier ni hors ligne : prenez celle que le gabarit reçoit"
            : "prenez dans le gabarit l’adresse qu’il reçoit, par exemple {{page.next.href}}",
          en: isAbsolute
            ? "an address that begins with “/” works neither in a subfolder nor offline: use the one that the template is given"
            : "use in the template the address that it is given, for example {{page.next.href}}"))
    case .missingAnchor:
      let target = files.place(of: link.value, in: AddressFolder(of: page))
      let known = target.flatMap { readings[$0]?.facts.ids } ?? []
      let anchor = link.value.split(separator: "#").last.map(String.init) ?? ""
      let nearest = NearestMatch.find(anchor, among: known)
      return Diagnostic(
        .brokenPageLink, at: location,
        Message(
          fr: "dans la page « \(page) », l’ancre de « \(link.value) » n’existe pas",
          en: "on the page “\(page)”, the anchor of “\(link.value)” does not exist"),
        help: nearest.map { Message(fr: "écrivez « #\($0) »", en: "write “#\($0)”") })
    case .otherHost:
      return Diagnostic(
        .externalSubresource, at: location,
        Message(
          fr: "la page « \(page) » chargerait « \(link.value) » depuis un autre site",
          en: "the page “\(page)” would load “\(link.value)” from another site"),
        help: Message(
          fr: "placez ce fichier dans le dossier « assets » du thème",
          en: "put this file in the theme’s folder “assets”"))
    }
  }

  /// Where a template says this very address, if one does.
  private func place(of value: String) -> SourceLocation? {
    let needle = Array(value.utf8)
    guard !needle.isEmpty else { return nil }
    for template in templates {
      guard template.bytes.count >= needle.count else { continue }
      for start in 0...(template.bytes.count - needle.count) where template.bytes[start] == needle[0] {
        if template.bytes[start..<start + needle.count].elementsEqual(needle) {
          return template.location(start..<start + needle.count)
        }
      }
    }
    return nil
  }
}
