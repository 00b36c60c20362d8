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
  package init(_ file: StagedFile, isSearched: Bool = false) {
    path = file.path
    var sections = SectionReader(file.bytes)
    let tree = PageTree(file.bytes) { if isSearched { sections.read($0) } }
    facts = PageFacts(tree)
    accessibility = PageAccessibility(path: file.path, tree: tree)
    searchLine = isSearched ? SearchScript.page(PageSections(sections), path: file.path) : nil
  }
}
