import Diagnostics
import Foundation
import MarkdownTree

/// Checks the very HTML that will be published: every link, anchor and file of every page, ids, and that nothing is loaded
/// from another host. What the content's own checks let through is a fault of the theme, or of Trousse.
struct PageVerifier {
  private let files: Set<String>
  private let pages: [String: PageFacts]
  private let templates: [SourceText]

  /// How many links of the pages were looked at.
  var linkCount: Int { pages.values.reduce(0) { $0 + $1.links.count } }

  /// - Parameters:
  ///   - pages: every HTML page.
  ///   - files: the paths of everything that will be published.
  ///   - templates: the theme's templates, where the place of a fault is looked for.
  init(pages: [StagedFile], files: Set<String>, templates: [SourceText]) {
    self.files = files
    self.templates = templates.sorted { $0.file < $1.file }
    let facts = concurrentMap(pages) { ($0.path, PageFacts($0.bytes)) }
    self.pages = Dictionary(facts) { first, _ in first }
  }

  /// Everything that is wrong, each fault once, however many pages show it.
  func run() -> [Diagnostic] {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for (path, facts) in pages.sorted(by: { $0.key < $1.key }) {
      for id in facts.duplicateIDs where seen.insert("id " + path + id).inserted {
        diagnostics.append(.duplicateID(id, page: path))
      }
      for link in facts.links {
        guard let problem = problem(of: link, on: path), seen.insert("\(problem) \(link.value)").inserted else {
          continue
        }
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
    let parts = value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let written = parts[0].prefix { $0 != "?" }
    guard let target = Self.resolve(String(written), on: page) else { return .missingFile }
    guard files.contains(target) else { return .missingFile }
    guard parts.count == 2, let facts = pages[target] else { return nil }
    let anchor = parts[1].removingPercentEncoding ?? parts[1]
    return anchor.isEmpty || anchor.lowercased() == "top" || facts.ids.contains(anchor) ? nil : .missingAnchor
  }

  private static func resolve(_ written: String, on page: String) -> String? {
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

/// What a page says of links and ids.
struct PageFacts: Sendable {
  /// An address on a page.
  struct Link: Sendable, Hashable {
    var value: String
    /// Whether a browser loads it with the page, rather than when somebody follows it.
    var isLoaded: Bool
  }

  private(set) var ids: Set<String> = []
  private(set) var duplicateIDs: [String] = []
  private(set) var links: [Link] = []

  private static let loadedAttributes = ["src", "poster", "data"]
  private static let loadedRelations: Set<String> = ["stylesheet", "icon", "preload", "modulepreload", "manifest"]

  init(_ html: [UInt8]) {
    for tag in HTMLTagScanner(html) where !tag.isEnd && !tag.name.isEmpty {
      for attribute in tag.attributes {
        switch attribute.name {
        case "id":
          if !ids.insert(attribute.value).inserted { duplicateIDs.append(attribute.value) }
        case "name" where tag.name == "a": ids.insert(attribute.value)
        case "href" where tag.name != "base":
          links.append(Link(value: attribute.value, isLoaded: Self.loadsTarget(tag)))
        case "action", "formaction", "cite": links.append(Link(value: attribute.value, isLoaded: false))
        case "srcset", "imagesrcset":
          links += Self.candidates(attribute.value).map { Link(value: $0, isLoaded: true) }
        case let name where Self.loadedAttributes.contains(name):
          links.append(Link(value: attribute.value, isLoaded: true))
        default: break
        }
      }
    }
  }

  private static func loadsTarget(_ tag: HTMLTagScanner.Tag) -> Bool {
    guard tag.name == "link" else { return tag.name == "use" || tag.name == "image" }
    let relations = (tag.value(of: "rel") ?? "").lowercased().split(separator: " ").map(String.init)
    return relations.contains { loadedRelations.contains($0) }
  }

  /// The addresses of a `srcset`, as the HTML standard reads it: an address runs to the next blank, and commas at its end
  /// end the candidate.
  static func candidates(_ text: String) -> [String] {
    var candidates: [String] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "," }
      guard !rest.isEmpty else { return candidates }
      let address = rest.prefix { !$0.isWhitespace }
      rest = rest[address.endIndex...]
      var trimmed = address
      while trimmed.last == "," { trimmed = trimmed.dropLast() }
      candidates.append(String(trimmed))
      if trimmed.endIndex == address.endIndex { rest = rest.drop { $0 != "," } }
    }
  }
}

extension Diagnostic {
  fileprivate static func duplicateID(_ id: String, page: String) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: SourceLocation(file: page),
      Message(
        fr: "dans la page « \(page) », deux éléments portent l’identifiant « \(id) »",
        en: "on the page “\(page)”, two elements have the id “\(id)”"),
      help: Message(
        fr: "donnez à l’un des deux titres une autre ancre : « ## Titre {#autre-ancre} »",
        en: "give one of the two headings another anchor: “## Heading {#other-anchor}”"))
  }
}
