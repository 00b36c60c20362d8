import Diagnostics
import Toolbox

/// What readers search in: one script an edition, and one for the general pages. Each holds the text of the sections once;
/// the page's script cuts it into words when it is loaded, so that there is one definition of what a word is.
struct SearchIndexes {
  private let renderer: SiteRenderer
  private let pages: [StagedFile]

  /// - Parameter pages: every page of the plan, rendered, in its order.
  init(renderer: SiteRenderer, pages: [StagedFile]) {
    self.renderer = renderer
    self.pages = pages
  }

  private var plan: SitePlan { renderer.material.plan }

  /// A page as the readers of an edition are to find it.
  private struct Reading: Sendable {
    let edition: String?
    let page: SitePlan.PlannedPage
    /// Nil where it has to be made anew: what every edition shares shows more than this one does.
    let html: [UInt8]?
  }

  /// The indexes, none where the theme has no search.
  func files() -> [StagedFile] {
    guard renderer.material.theme.path(ofAsset: Theme.searchScript) != nil else { return [] }
    let editions = [nil] + renderer.material.toolbox.editions.map { Optional($0.id) }
    let readings = editions.flatMap { self.readings(for: $0) }
    let renderer = renderer
    let scripts = concurrentMap(readings) { reading -> (edition: String?, script: [UInt8]) in
      let html = reading.html ?? Array(renderer.html(of: reading.page, for: reading.edition).utf8)
      return (reading.edition, SearchScript.page(PageSections(html), path: reading.page.path))
    }
    let byEdition = Dictionary(grouping: scripts) { $0.edition }
    return editions.map { edition in
      let bytes = SearchScript.file((byEdition[edition] ?? []).map(\.script))
      return StagedFile(path: plan.searchIndex(of: edition), bytes: bytes)
    }
  }

  private func readings(for edition: String?) -> [Reading] {
    zip(plan.pages, pages).compactMap { page, file in
      guard Self.finds(page.key, in: edition) else { return nil }
      let isShared = edition != nil && page.key.edition == nil && page.key != .glossary
      return Reading(edition: edition, page: page, html: isShared ? nil : file.bytes)
    }
  }

  /// Whether a page is found in an edition: its own pages, and those that every edition shares. Pages that only repeat
  /// or list others are not.
  private static func finds(_ key: PageKey, in edition: String?) -> Bool {
    switch key {
    case .print, .siteMap, .notFound: false
    case .chapter, .edition, .introduction: key.edition == edition
    // In an edition, its home has these.
    case .home, .section(.chapter), .section(.accompaniment), .section(.factor): edition == nil
    case .section, .page, .declaration, .criteria, .glossary: true
    }
  }
}

/// Writes an index: a list of `[path, title, [anchor, heading, text, anchor, heading, text…]]`.
enum SearchScript {
  /// A page.
  static func page(_ page: PageSections, path: String) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "[")]
    append(path, to: &output)
    output.append(UInt8(ascii: ","))
    append(page.title, to: &output)
    output += ",[".utf8
    for (index, section) in page.sections.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      append(section.anchor, to: &output)
      output.append(UInt8(ascii: ","))
      append(section.heading, to: &output)
      output.append(UInt8(ascii: ","))
      append(section.text, to: &output)
    }
    output += "]]".utf8
    return output
  }

  /// The script that holds some pages: an assignment, since a page on a disk may load a script and nothing else.
  static func file(_ pages: [[UInt8]]) -> [UInt8] {
    Array("var trousseIndex=[".utf8) + Array(pages.joined(separator: ",\n".utf8)) + Array("]\n".utf8)
  }

  /// A string as JavaScript reads it, also as it did before 2019, when two separators ended a line in a string.
  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\"".utf8
      case "\\": output += "\\\\".utf8
      case "\u{2028}": output += "\\u2028".utf8
      case "\u{2029}": output += "\\u2029".utf8
      case "\0"..."\u{1F}": output.append(0x20)
      default: output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
