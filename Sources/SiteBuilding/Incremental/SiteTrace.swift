import Diagnostics
import Encodings
import HTML
import PageRendering
import SiteAudit
import Toolbox
import ToolboxLoading

/// The data of a build that the next partial build needs. With this data, a partial build finds the pages that a
/// changed text affects, and makes sure that other pages and findings do not change.
struct SiteTrace: Sendable {
  /// A page of the plan.
  struct Page: Sendable {
    /// The path in the output.
    var path: String
    /// Whether the page is the print page of an edition.
    var isPrintEdition: Bool
    var sources: PageSources
    /// The digest of the data that checks of other pages use: see ``PageInterface``.
    var interface: ArraySlice<UInt8>
    /// The size of the page in bytes when a server transfers it.
    var bytes: Int
    /// See ``PageMeasure/elements``.
    var elements: Int
    /// See ``PageMeasure/commonestElement``.
    var commonestElement: String
    /// An index in ``loads``. It selects the list of the files that the page loads.
    var load: Int
  }

  /// The entry of a page in a search index.
  struct Line: Sendable {
    /// The page, and the edition of the search index.
    var reading: SearchIndexes.Reading
    /// The length of the entry in bytes.
    var length: Int
    /// The files of the texts in the entry. Nil if the entry was made from the published page, and not from a page that
    /// was rendered for this index only.
    var texts: Set<String>?
  }

  /// A search index.
  struct Index: Sendable {
    /// The path in the output.
    var path: String
    /// The entries, in the order of the file.
    var lines: [Line]
  }

  /// The outline of the content.
  var outline: ContentOutline
  /// The name of the theme.
  var theme: String
  /// The files of the content on which all pages depend.
  var shared: Set<String>
  /// The pages, in the order of the plan.
  var pages: [Page]
  /// The search indexes.
  var indexes: [Index]
  /// The lists of files that pages load. Pages that load the same files share one list.
  var loads: [[PageMeasure.Part]]
  /// The sizes of the images. The key is the path of the image in the output.
  var images: [String: ImageSize]
  /// Whether a partial build can renew the whole site after a change of words: see ``WordChange``.
  var isRenewable: Bool
  /// The sources of files that are no pages of the plan, if they are known. The key is the path of the file.
  var otherSources: [String: PageSources]

  /// Creates the trace of a full build.
  ///
  /// - Parameters:
  ///   - theme: the name of the theme.
  ///   - measures: the measures of the pages of the plan, in its order.
  init(outline: ContentOutline, theme: String, made: MadeOutputs, measures: [PageMeasure]) {
    self.outline = outline
    self.theme = theme
    shared = made.material.sharedFiles
    images = made.material.imageSizes
    isRenewable = !made.outputs.contains(where: \.needsFullBuild)
    let others = made.origins.compactMap { file in file.sources.map { (file.file.path, $0) } }
    otherSources = Dictionary(others) { first, _ in first }
    indexes = made.indexes.map { index in
      let lines = index.lines.map { Line(reading: $0.reading, length: $0.script.count, texts: $0.texts) }
      return Index(path: index.path, lines: lines)
    }
    var places: [[PageMeasure.Part]: Int] = [:]
    var loads: [[PageMeasure.Part]] = []
    let interfaces = concurrentMap(made.readings) { PageInterface.digest($0.facts, $0.accessibility) }
    pages = zip(zip(made.pages, interfaces), measures).map { page, measure in
      let parts = Array(measure.parts.dropFirst())
      let place = places[parts] ?? loads.count
      if place == loads.count {
        loads.append(parts)
        places[parts] = place
      }
      return Page(
        path: measure.path, isPrintEdition: measure.isPrintEdition, sources: page.0.sources, interface: page.1[...],
        bytes: measure.parts.first?.bytes ?? 0, elements: measure.elements,
        commonestElement: measure.commonestElement, load: place)
    }
    self.loads = loads
  }

  /// The cost of loading a page.
  func measure(of page: Page) -> PageMeasure {
    let own = PageMeasure.Part(path: page.path, bytes: page.bytes, isOwnPicture: false)
    return PageMeasure(
      path: page.path, isPrintEdition: page.isPrintEdition, parts: [own] + loads[page.load], elements: page.elements,
      commonestElement: page.commonestElement)
  }
}
