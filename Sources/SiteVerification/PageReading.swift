import Diagnostics
import HTML
import SearchIndexing
import SitePlanning

/// The data of a page for the checks and the search index, read in one pass.
package struct PageReading: Sendable {
  package let path: String
  package let facts: PageFacts
  package let accessibility: PageAccessibility
  /// The entry of the page in search indexes; nil if no index contains the page.
  package let searchLine: [UInt8]?

  /// Reads a page.
  ///
  /// - Parameter isSearched: whether the page is in a search index.
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
  /// - Parameter searched: the positions in `files` of the pages that are in a search index.
  package static func all(of files: [StagedFile], searched: Set<Int> = []) -> [PageReading] {
    concurrentMap(Array(files.enumerated()), heaviestFirst: \.element.bytes.count) { place, file in
      PageReading(file, isSearched: searched.contains(place))
    }
  }
}
