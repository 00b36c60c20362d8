import Diagnostics
import Encodings
import Toolbox

/// What readers of an edition, or of the general pages, search in.
struct SearchIndex: Sendable {
  /// A page of it.
  struct Line: Sendable {
    /// The page, as the edition's readers are to find it.
    var reading: SearchIndexes.Reading
    /// What is said of it.
    var script: [UInt8]
    /// The files whose texts stand in it, where it was made for this index alone.
    var texts: Set<String>?
  }

  /// Its path in the output.
  var path: String
  /// In the order of the plan.
  var lines: [Line]

  /// The script that pages load.
  var file: StagedFile { StagedFile(path: path, bytes: SearchScript.file(lines.map(\.script))) }
}

/// What readers search in: one script an edition, and one for the general pages. Each holds the text of the sections once;
/// the page's script cuts it into words when it is loaded, so that there is one definition of what a word is.
struct SearchIndexes {
  /// A page as the readers of an edition are to find it.
  struct Reading: Sendable, Hashable {
    /// The edition; nil is the general one.
    var edition: String?
    /// The place of the page in the plan.
    var page: Int
    /// Whether the page is made anew for it: what every edition shares shows more than this one does.
    var isOwn: Bool
  }

  private let renderer: SiteRenderer

  init(renderer: SiteRenderer) { self.renderer = renderer }

  private var plan: SitePlan { renderer.material.plan }

  /// The indexes, none where the theme has no search.
  ///
  /// - Parameter pages: every page of the plan, rendered, in its order.
  func all(of pages: [RenderedPage]) -> [SearchIndex] {
    guard renderer.material.theme.path(ofAsset: Theme.searchScript) != nil else { return [] }
    let editions = [nil] + renderer.material.toolbox.editions.map { Optional($0.id) }
    let lines = concurrentMap(editions.flatMap { self.readings(for: $0) }) { line(for: $0, of: pages[$0.page].file) }
    let byEdition = Dictionary(grouping: lines) { $0.reading.edition }
    return editions.map { SearchIndex(path: plan.searchIndex(of: $0), lines: byEdition[$0] ?? []) }
  }

  /// What an index says of a page.
  ///
  /// - Parameter page: the page as everyone sees it.
  func line(for reading: Reading, of page: StagedFile) -> SearchIndex.Line {
    let own = reading.isOwn ? renderer.page(plan.pages[reading.page], for: reading.edition) : nil
    let script = SearchScript.page(PageSections(own?.file.bytes ?? page.bytes), path: page.path)
    return SearchIndex.Line(reading: reading, script: script, texts: own?.sources.files)
  }

  private func readings(for edition: String?) -> [Reading] {
    plan.pages.enumerated().compactMap { place, page in
      guard Self.finds(page.key, in: edition) else { return nil }
      let isOwn = edition != nil && page.key.edition == nil && page.key != .glossary
      return Reading(edition: edition, page: place, isOwn: isOwn)
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

/// Writes an index: a list of `[path, title, [anchor, heading, text, anchor, heading, text…]]`. What JSON escapes suits every
/// version of JavaScript.
enum SearchScript {
  /// What stands before the pages.
  static let start = Array("var trousseIndex=[".utf8)
  /// What stands between two of them.
  static let separator = Array(",\n".utf8)
  /// What stands behind them.
  static let end = Array("]\n".utf8)

  /// A page.
  static func page(_ page: PageSections, path: String) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "[")]
    JSONText.append(path, to: &output)
    output.append(UInt8(ascii: ","))
    JSONText.append(page.title, to: &output)
    output += ",[".utf8
    for (index, section) in page.sections.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONText.append(section.anchor, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append(section.heading, to: &output)
      output.append(UInt8(ascii: ","))
      JSONText.append(section.text, to: &output)
    }
    output += "]]".utf8
    return output
  }

  /// The script that holds some pages: an assignment, since a page on a disk may load a script and nothing else.
  static func file(_ pages: [[UInt8]]) -> [UInt8] { start + Array(pages.joined(separator: separator)) + end }
}
