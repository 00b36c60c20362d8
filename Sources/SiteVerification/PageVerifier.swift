import Addresses
import Diagnostics
import HTML
import MarkdownTree
import SitePlanning

/// Checks the final files before publication: the target and the anchor of every link on a page must exist, and no
/// page, style sheet or drawing may load anything from another host. Links of the content were checked before, so most
/// errors found here are errors of the theme or of Trousse.
package struct PageVerifier {
  /// The links of a page, a drawing or a style sheet, with their targets.
  private struct Reading: Sendable {
    let facts: PageFacts
    /// The index of the target file of each link; nil if the link leads to no file of the site.
    let targets: [Int?]
    let isPage: Bool

    init(_ facts: PageFacts, of path: String, among files: SiteFiles, isPage: Bool) {
      let folder = AddressFolder(of: path)
      self.facts = facts
      self.isPage = isPage
      targets = facts.links.map { files.index(of: $0.value, in: folder) }
    }
  }

  /// All files to publish.
  package let files: SiteFiles
  /// The links of each file, in the order of ``files``; nil for a file that is not a page, a drawing or a style sheet.
  private let readings: [Reading?]
  private let templates: [SourceText]
  /// The accessibility data of the pages.
  package let accessibility: [PageAccessibility]

  /// The number of links on pages.
  package var linkCount: Int { readings.reduce(0) { $0 + ($1.flatMap { $0.isPage ? $0.targets.count : nil } ?? 0) } }

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - files: all files to publish.
  ///   - known: the pages that are already read. Every other page in `files` is read here.
  ///   - templates: the templates of the theme. If an address is wrong, its source is searched in these templates.
  package init(_ files: [StagedFile], known: [PageReading] = [], templates: [SourceText] = []) {
    let all = SiteFiles(files)
    self.files = all
    self.templates = templates.sorted { $0.file < $1.file }
    let read = Set(known.compactMap { all.index(of: $0.path) })
    let rest = files.indices.filter { files[$0].role == .page && !read.contains($0) }
    let pages = known + PageReading.all(of: rest.map { files[$0] })
    accessibility = pages.map(\.accessibility)
    let links = concurrentMap(pages) { page in
      (all.index(of: page.path), Reading(page.facts, of: page.path, among: all, isPage: true))
    }
    var readings = [Reading?](repeating: nil, count: files.count)
    for case (let place?, let reading) in links { readings[place] = reading }
    for (place, file) in files.enumerated() where file.role == .resource {
      // If two files have the same path, only the first file is read.
      guard readings[place] == nil, all.index(of: file.path) == place else { continue }
      readings[place] = PageFacts(file).map { Reading($0, of: file.path, among: all, isPage: false) }
    }
    self.readings = readings
  }

  /// Checks all links. An error that several pages share is one finding.
  ///
  /// - Parameter written: the links of the content. If no template contains a wrong address, the address is located in
  ///   these links.
  package func run(_ written: WrittenLinks? = nil) -> [Diagnostic] {
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

  /// The problems of all pages or, if `isPage` is false, of all other files. The problems are ordered by path.
  private func problems(isPage: Bool) -> [Found] {
    let places = readings.indices.filter { readings[$0]?.isPage == isPage }
    let found = concurrentMap(places.sorted { files.path($0) < files.path($1) }) { place -> [Found] in
      guard let reading = readings[place] else { return [] }
      return zip(reading.facts.links, reading.targets).compactMap { link, target in
        problem(of: link, leadingTo: target).map { Found(path: files.path(place), link: link, problem: $0) }
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

  /// For each file, the indexes of the files to which it links.
  var targets: [[Int]] { readings.map { $0?.targets.compactMap { $0 } ?? [] } }

  /// The paths of the pages that link to a file.
  package func pages(leadingTo file: String) -> [String] {
    guard let target = files.index(of: file) else { return [] }
    return readings.indices.filter { place in
      readings[place].map { $0.isPage && $0.targets.contains(target) } ?? false
    }.map { files.path($0) }
  }

  /// The facts of a page; nil if there is no such page.
  package func facts(of page: String) -> PageFacts? { files.index(of: page).flatMap { readings[$0]?.facts } }

  /// The number of elements with each name on a page. The key is the name of the elements.
  package func elements(of page: String) -> [String: Int] { reading(of: page)?.facts.elements ?? [:] }

  /// The files of the site that a browser loads with a page, directly or through the style sheets of the page.
  /// Ordered by path, without duplicates.
  package func loaded(with page: String) -> [StagedFile] {
    guard let start = files.index(of: page) else { return [] }
    var loaded: Set<Int> = []
    var waiting = [start]
    while let place = waiting.popLast() {
      guard let reading = readings[place] else { continue }
      for (link, target) in zip(reading.facts.links, reading.targets) where link.loading == .withPage {
        guard let target, target != start, loaded.insert(target).inserted else { continue }
        if files.path(target).hasSuffix(".css") { waiting.append(target) }
      }
    }
    return loaded.map { files.all[$0] }.sorted { $0.path < $1.path }
  }

  private func reading(of path: String) -> Reading? { files.index(of: path).flatMap { readings[$0] } }

  private func diagnostic(
    _ problem: Problem, _ link: PageFacts.Link, on page: String, _ written: WrittenLinks?
  ) -> Diagnostic {
    let path = AddressFolder(of: page).path(of: link.value).map { String(decoding: $0, as: UTF8.self) }
    let known = path.flatMap { files.index(of: $0) }.flatMap { readings[$0]?.facts.ids } ?? []
    let inContent = path.flatMap { written?.place(leadingTo: $0, AddressReference(link.value).fragment) }
    return .brokenAddress(
      problem, link.value, on: page, at: place(of: link.value) ?? inContent, knownAnchors: known)
  }

  /// Reports a `base` element, once per site. This element changes the targets of all addresses, so the results of the
  /// link checks are not valid.
  private func baseElements() -> [Diagnostic] {
    let pages = readings.indices.filter { readings[$0]?.facts.hasBase ?? false }.map { files.path($0) }
    guard let page = pages.min() else { return [] }
    return [.baseElement(on: page, at: templates.lazy.compactMap(Self.placeOfBase).first)]
  }

  private static func placeOfBase(in template: SourceText) -> SourceLocation? {
    for case .start(let tag) in HTMLTokenizer(template.bytes) where tag.name == "base" {
      return template.location(tag.range)
    }
    return nil
  }

  /// The location of this exact address in a template; nil if no template contains it.
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
