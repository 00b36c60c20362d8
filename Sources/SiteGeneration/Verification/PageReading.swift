import Diagnostics
import HTML

/// What a page says to checks and to search, read in one pass.
struct PageReading: Sendable {
  let path: String
  let facts: PageFacts
  let accessibility: PageAccessibility
  /// The page's line in search indexes; nil where none has it.
  let searchLine: [UInt8]?

  /// Reads a page.
  ///
  /// - Parameter isSearched: whether a search index has it.
  init(_ file: StagedFile, isSearched: Bool = false) {
    path = file.path
    var sections = SectionReader(file.bytes)
    let tree = PageTree(file.bytes) { if isSearched { sections.read($0) } }
    facts = PageFacts(tree)
    accessibility = PageAccessibility(path: file.path, tree: tree)
    searchLine = isSearched ? SearchScript.page(PageSections(sections), path: file.path) : nil
  }

  /// Reads pages, on all cores.
  ///
  /// - Parameter searched: the places of those that a search index has.
  static func all(of files: [StagedFile], searched: Set<Int> = []) -> [PageReading] {
    concurrentMap(Array(files.enumerated()), heaviestFirst: \.element.bytes.count) { place, file in
      PageReading(file, isSearched: searched.contains(place))
    }
  }
}
