import Diagnostics
import Foundation
import MarkdownTree

/// Checks the very files that will be published: every link, anchor and file of every page, and that no page, style sheet or
/// drawing loads anything from another host. Each page is read once, for its accessibility too. What the content's own checks let through is a fault of the theme, or
/// of Trousse.
struct PageVerifier {
  /// Names as bytes: a text that is the same in another Unicode form is another file.
  private let files: Set<[UInt8]>
  private let pages: [String: PageFacts]
  /// Style sheets, and downloads that browsers show.
  private let others: [String: PageFacts]
  private let templates: [SourceText]
  /// What there is to say of the accessibility of each page, in the order in which they were given.
  let accessibility: [PageAccessibility]

  /// How many links of the pages were looked at.
  var linkCount: Int { pages.values.reduce(0) { $0 + $1.links.count } }

  /// - Parameters:
  ///   - pages: every HTML page.
  ///   - others: everything else that will be published.
  ///   - templates: the theme's templates, where the place of a fault is looked for.
  init(pages: [StagedFile], others: [StagedFile], templates: [SourceText]) {
    files = Set((pages + others).map { Array($0.path.utf8) })
    let shown = others.compactMap { file in PageFacts(file).map { (file.path, $0) } }
    self.others = Dictionary(shown) { first, _ in first }
    self.templates = templates.sorted { $0.file < $1.file }
    let read = concurrentMap(pages) { file in
      let tags = Array(HTMLTagScanner(file.bytes))
      let tree = PageTree(file.bytes, tags: tags)
      return (
        facts: PageFacts(file.bytes, tags: tags), accessibility: PageAccessibility(path: file.path, tree: tree)
      )
    }
    accessibility = read.map(\.accessibility)
    self.pages = Dictionary(zip(pages.map(\.path), read.map(\.facts))) { first, _ in first }
  }

  /// Everything that is wrong, each fault once, however many pages show it.
  func run() -> [Diagnostic] {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    let problems = concurrentMap(pages.sorted { $0.key < $1.key }) { path, facts in
      facts.links.compactMap { link in problem(of: link, on: path).map { (path: path, link: link, problem: $0) } }
    }
    for (path, link, problem) in problems.joined() where seen.insert("\(problem) \(link.value)").inserted {
      diagnostics.append(diagnostic(problem, link, on: path))
    }
    for (path, facts) in others.sorted(by: { $0.key < $1.key }) {
      for link in facts.links {
        guard let problem = problem(of: link, on: path), problem == .otherHost || path.hasSuffix(".css"),
          seen.insert("\(problem) \(path) \(link.value)").inserted
        else { continue }
        diagnostics.append(diagnostic(problem, link, on: path))
      }
    }
    return diagnostics
  }

  private enum Problem: Hashable {
    case missingFile, missingAnchor, otherHost, rootAbsolute
  }

  private func problem(of link: PageFacts.Link, on page: String) -> Problem? {
    let value = link.value
    if value.hasPrefix("//") || value.contains("://") { return link.isLoaded ? .otherHost : nil }
    if value.hasPrefix("data:"), link.isLoaded { return nil }
    if value.hasPrefix("mailto:") || value.hasPrefix("tel:") { return nil }
    if value.hasPrefix("/") { return .rootAbsolute }
    guard let target = target(of: value, on: page) else { return .missingFile }
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let facts = pages[target] else { return nil }
    let anchor = parts[1].removingPercentEncoding ?? parts[1]
    return anchor.isEmpty || anchor.lowercased() == "top" || facts.ids.contains(anchor) ? nil : .missingAnchor
  }

  /// The pages, and the files that browsers show.
  var linkingFiles: [String] { Array(pages.keys) + others.keys }

  /// The files of the site that the links of a page, or of a file that browsers show, lead to.
  func targets(of path: String) -> [String] {
    let addresses = Set((pages[path] ?? others[path])?.links.map(\.value) ?? [])
    let targets = addresses.compactMap { $0.contains("://") ? nil : target(of: $0, on: path) }
    return Array(Set(targets))
  }

  /// The pages that link to a file of the site.
  func pages(leadingTo file: String) -> [String] {
    let name = file.split(separator: "/").last ?? ""
    return concurrentMap(accessibility.map(\.path)) { path in
      let links = pages[path]?.links ?? []
      return links.contains { $0.value.contains(name) && target(of: $0.value, on: path) == file } ? path : nil
    }.compactMap { $0 }
  }

  /// What a page says of links and ids; nil where there is no such page.
  func facts(of page: String) -> PageFacts? { pages[page] }

  /// How many elements a page has, by their names.
  func elements(of page: String) -> [String: Int] { pages[page]?.elements ?? [:] }

  /// The files of the site that a browser fetches along with a page, each once, in the order of their names: what the page
  /// names, and what its style sheets do.
  func loaded(with page: String) -> [String] {
    var loaded: [[UInt8]: String] = [:]
    var waiting = [page]
    while let path = waiting.popLast() {
      for link in (pages[path] ?? others[path])?.links ?? [] where link.loading == .withPage {
        guard !link.value.contains("://"), let target = target(of: link.value, on: path), target != page,
          loaded.updateValue(target, forKey: Array(target.utf8)) == nil
        else { continue }
        if target.hasSuffix(".css") { waiting.append(target) }
      }
    }
    return loaded.values.sorted()
  }

  /// The file of the site that an address leads to, or nil where it leads to none.
  private func target(of address: String, on page: String) -> String? {
    let written = address.prefix { $0 != "#" && $0 != "?" }
    return Self.resolve(String(written), on: page).flatMap { files.contains(Array($0.utf8)) ? $0 : nil }
  }

  /// The path that a relative address leads to from a page, or nil where it leads out of the site.
  static func resolve(_ written: String, on page: String) -> String? {
    guard !written.isEmpty else { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in written.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": break
      case "..": guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part).removingPercentEncoding ?? String(part))
      }
    }
    return parts.joined(separator: "/")
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
      let known = pages[Self.resolve(String(link.value.prefix { $0 != "#" }), on: page) ?? ""]?.ids ?? []
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
