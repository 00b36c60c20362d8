import Addresses
import Diagnostics
import HTML
import MarkdownTree
import SitePlanning

/// Checks the final files before publication: the target and the anchor of every link on a page must exist, and no
/// page, style sheet or drawing may load anything from another host. Links of the content were checked before, so most
/// errors found here are errors of the theme or of Trousse.
///
/// Files are judged by their summaries. The bytes of a file are read only if something is wrong.
package struct PageVerifier: Sendable {
  /// All files to publish.
  package let files: SiteFiles
  /// For each file, the index of the target of each link of its summary; nil if the site has no such file.
  private let linkTargets: [[Int?]]
  private let bytes: @Sendable (String) -> [UInt8]
  private let templates: [SourceText]

  /// - Parameters:
  ///   - files: all files to publish.
  ///   - templates: the templates of the theme. If an address is wrong, its source is searched in these templates.
  ///   - bytes: the bytes of the file at a path. Called only for files in which something is wrong.
  package init(
    _ files: [SiteFile], templates: [SourceText] = [], bytes: @escaping @Sendable (_ path: String) -> [UInt8]
  ) {
    let all = SiteFiles(files)
    self.files = all
    self.bytes = bytes
    self.templates = templates.sorted { $0.file < $1.file }
    linkTargets = all.all.map { file in file.summary?.links.map { all.index(of: $0.target) } ?? [] }
  }

  /// Reads and checks files whose bytes are in memory.
  package init(_ files: [StagedFile]) {
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    self.init(concurrentMap(files) { SiteFile($0) }) { bytes[$0] ?? [] }
  }

  /// The number of links on pages.
  package var linkCount: Int { files.all.reduce(0) { $0 + ($1.isPage ? $1.summary?.linkCount ?? 0 : 0) } }

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
    let places = files.all.indices.filter { files.all[$0].isPage == isPage && isWrong($0) }
    let found = concurrentMap(places.sorted { files.path($0) < files.path($1) }) { place -> [Found] in
      let path = files.path(place)
      let folder = AddressFolder(of: path)
      return (facts(of: place)?.links ?? []).compactMap { link in
        problem(of: link, in: folder).map { Found(path: path, link: link, problem: $0) }
      }
    }
    return found.flatMap { $0 }
  }

  /// Whether a file has a wrong link.
  private func isWrong(_ place: Int) -> Bool {
    guard let summary = files.all[place].summary else { return false }
    return summary.hasWrongAddress
      || zip(summary.links, linkTargets[place]).contains { link, target in
        guard let target else { return true }
        guard let ids = link.ids, files.all[target].isPage, let page = files.all[target].summary else { return false }
        return !ids.contains(where: page.has)
      }
  }

  private func problem(of link: PageFacts.Link, in folder: AddressFolder) -> Problem? {
    guard let target = files.index(of: link.value, in: folder) else {
      return PublishedAddress(link.value).problem(isLoaded: link.isLoaded)
    }
    guard link.value.utf8.contains(UInt8(ascii: "#")), let fragment = AddressReference(link.value).fragment,
      files.all[target].isPage, let page = files.all[target].summary
    else { return nil }
    let isThere = fragment.isTop || fragment.name { page.has(id: FileSummary.hash($0.utf8)) } != nil
    return isThere ? nil : .missingAnchor
  }

  /// The links and ids of a file.
  private func facts(of place: Int) -> PageFacts? {
    let file = files.all[place]
    guard file.summary != nil else { return nil }
    let bytes = bytes(file.path)
    return file.isPage ? PageFacts(bytes) : PageFacts(StagedFile(path: file.path, bytes: bytes))
  }

  /// For each file, the indexes of the files to which it links.
  var targets: [[Int]] { linkTargets.map { $0.compactMap { $0 } } }

  /// The paths of the pages that link to a file.
  package func pages(leadingTo file: String) -> [String] {
    guard let target = files.index(of: file) else { return [] }
    return files.all.indices.filter { files.all[$0].isPage && linkTargets[$0].contains(target) }.map { files.path($0) }
  }

  /// The pages with accessibility faults of their own.
  package var faultyPages: [PageAccessibility] {
    concurrentMap(files.all.filter { $0.summary?.shape?.hasFault ?? false }) {
      PageAccessibility(path: $0.path, tree: PageTree(bytes($0.path)))
    }
  }

  /// The files of the site that a browser loads with a page, directly or through the style sheets of the page.
  /// Ordered by path, without duplicates.
  package func loaded(with page: String) -> [SiteFile] {
    guard let start = files.index(of: page) else { return [] }
    var loaded: Set<Int> = []
    var waiting = [start]
    while let place = waiting.popLast() {
      for (link, target) in zip(files.all[place].summary?.links ?? [], linkTargets[place]) where link.isLoaded {
        guard let target, target != start, loaded.insert(target).inserted else { continue }
        if files.path(target).hasSuffix(".css") { waiting.append(target) }
      }
    }
    return loaded.map { files.all[$0] }.sorted { $0.path < $1.path }
  }

  private func diagnostic(
    _ problem: Problem, _ link: PageFacts.Link, on page: String, _ written: WrittenLinks?
  ) -> Diagnostic {
    let path = AddressFolder(of: page).path(of: link.value).map { String(decoding: $0, as: UTF8.self) }
    let target = problem == .missingAnchor ? path.flatMap { files.index(of: $0) } : nil
    let known = target.flatMap { facts(of: $0)?.ids } ?? []
    let inContent = path.flatMap { written?.place(leadingTo: $0, AddressReference(link.value).fragment) }
    return .brokenAddress(
      problem, link.value, on: page, at: place(of: link.value) ?? inContent, knownAnchors: known)
  }

  /// Reports a `base` element, once per site. This element changes the targets of all addresses, so the results of the
  /// link checks are not valid.
  private func baseElements() -> [Diagnostic] {
    let pages = files.all.filter { $0.summary?.hasBase ?? false }.map(\.path)
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
