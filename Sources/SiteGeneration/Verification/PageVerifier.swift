import Addresses
import Diagnostics
import HTML

/// Checks the very files that will be published: every link, anchor and file of every page, and that no page, style sheet or
/// drawing loads anything from another host. What the content's own checks let through is a fault of the theme, or of
/// Trousse.
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
  ///   - pages: every HTML page, read.
  ///   - others: everything else that will be published.
  ///   - templates: the theme's templates, where the place of a fault is looked for.
  init(pages: [PageReading], others: [StagedFile], templates: [SourceText]) {
    let files = SiteFiles(pages.map(\.path) + others.map(\.path))
    self.files = files
    self.templates = templates.sorted { $0.file < $1.file }
    accessibility = pages.map(\.accessibility)
    let read = concurrentMap(pages) { Reading($0.facts, of: $0.path, among: files, isPage: true) }
    let shown = others.map { file in
      PageFacts(file).map { Reading($0, of: file.path, among: files, isPage: false) }
    }
    // Of two files with one path, the first counts.
    readings = zip(files.paths.indices, read + shown).map { place, reading in
      files.place(of: files.paths[place]) == place ? reading : nil
    }
  }

  /// Everything that is wrong, each fault once, however many pages show it.
  ///
  /// - Parameter written: where an editor wrote a link, where no template did.
  func run(_ written: WrittenLinks? = nil) -> [Diagnostic] {
    var seen: Set<String> = []
    var diagnostics = baseElements()
    for found in problems(isPage: true) where seen.insert("\(found.problem) \(found.link.value)").inserted {
      diagnostics.append(diagnostic(found.problem, found.link, on: found.path, written))
    }
    for found in problems(isPage: false) {
      guard found.problem == .otherHost || found.path.hasSuffix(".css"),
        seen.insert("\(found.problem) \(found.path) \(found.link.value)").inserted
      else { continue }
      diagnostics.append(diagnostic(found.problem, found.link, on: found.path, written))
    }
    return diagnostics
  }

  private typealias Problem = PublishedAddress.Problem

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
    guard let target else { return PublishedAddress(link.value).problem(isLoaded: link.isLoaded) }
    guard link.value.utf8.contains(UInt8(ascii: "#")), let fragment = AddressReference(link.value).fragment,
      let reading = readings[target], reading.isPage
    else { return nil }
    return fragment.isTop || fragment.name(where: reading.facts.ids.contains) != nil ? nil : .missingAnchor
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

  private func diagnostic(
    _ problem: Problem, _ link: PageFacts.Link, on page: String, _ written: WrittenLinks?
  ) -> Diagnostic {
    let path = AddressFolder(of: page).path(of: link.value).map { String(decoding: $0, as: UTF8.self) }
    let known = path.flatMap { files.place(of: $0) }.flatMap { readings[$0]?.facts.ids } ?? []
    let inContent = path.flatMap { written?.place(leadingTo: $0, AddressReference(link.value).fragment) }
    return .brokenAddress(
      problem, link.value, on: page, at: place(of: link.value) ?? inContent, knownAnchors: known)
  }

  /// The element `base`, once a theme: with it, no address leads where it was checked to lead.
  private func baseElements() -> [Diagnostic] {
    let pages = readings.indices.filter { readings[$0]?.facts.hasBase ?? false }.map { files.paths[$0] }
    guard let page = pages.min() else { return [] }
    return [.baseElement(on: page, at: templates.lazy.compactMap(Self.placeOfBase).first)]
  }

  private static func placeOfBase(in template: SourceText) -> SourceLocation? {
    for case .start(let tag) in HTMLTokenizer(template.bytes) where tag.name == "base" {
      return template.location(tag.range)
    }
    return nil
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
