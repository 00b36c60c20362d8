import Encodings
import Engine
import PageRendering
import SiteAudit
import SitePlanning
import SiteVerification

/// What a build keeps of a page: what the checks of the site, the budgets, the search index and the explanations of
/// changes need. The page itself is in the output.
struct PageNotes: Sendable {
  /// The path in the output.
  let path: String
  let summary: FileSummary
  let figures: PageFigures
  let sources: PageSources
  /// The entry of the page in search indexes; nil if no index has the published page.
  let line: SearchLine?
}

/// What a page says to the checks of other files. The value is nil if the site does not have the page.
enum SummaryTopic: Topic {
  typealias Key = PageKey
  static let kind = "page-summary"
  static let isSettledFirst = false
  static let nothing: FileSummary? = nil
}

extension PageNotes {
  init(_ page: RenderedPage, _ key: PageKey) {
    let reading = PageReading(page.file, isSearched: SearchedPages.hasPublished(key))
    path = page.file.path
    summary = FileSummary(reading)
    figures = PageFigures(page.file, elements: reading.facts.elements)
    sources = page.sources
    line = reading.searchLine.map { SearchLine($0) }
  }

  func write(to writer: inout ByteWriter) {
    writer.add(path)
    summary.write(to: &writer)
    figures.write(to: &writer)
    writer.add(each: sources.texts.sorted { $0.key < $1.key }) { writer, text in
      writer.add(text.key)
      writer.add(optional: text.value) { $0.add($1) }
    }
    writer.add(each: sources.mentions.sorted()) { $0.add($1) }
    writer.add(optional: line) { $1.write(to: &$0) }
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    path = try reader.text()
    summary = try FileSummary(&reader)
    figures = try PageFigures(&reader)
    let texts = try reader.each { (reader) throws(DamagedBytes) in
      (try reader.text(), try reader.optional { (reader) throws(DamagedBytes) in try reader.text() })
    }
    sources = PageSources(
      texts: Dictionary(texts) { first, _ in first },
      mentions: Set(try reader.each { (reader) throws(DamagedBytes) in try reader.text() }))
    line = try reader.optional { (reader) throws(DamagedBytes) in try SearchLine(&reader) }
  }
}
