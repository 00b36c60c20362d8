import Encodings
import Engine
import PageRendering
import SearchIndexing
import SitePlanning

/// The question what the search index of an edition is; `edition` is nil for the general pages.
///
/// An index is a script with the text of the sections of its pages. Only the search script of the theme splits this text
/// into words. Therefore the definition of a word exists only once, in that script.
struct SearchIndexQuery: Query {
  struct Answer: Sendable {
    /// The script; nil if it is that of the last build.
    var bytes: [UInt8]?
    /// The fingerprint of the script.
    var content = Fingerprint.none
    /// The lines, in the order of the script.
    var lines: [SearchLine] = []
  }

  static let kind = "search-index"
  static let keeping = Keeping<Answer>.inRecord(
    write: { answer, writer in
      answer.content.write(to: &writer)
      writer.add(each: answer.lines) { $1.write(to: &$0) }
    },
    read: { (reader) throws(DamagedBytes) in
      Answer(
        bytes: nil, content: try Fingerprint(&reader),
        lines: try reader.each { (reader) throws(DamagedBytes) in try SearchLine(&reader) })
    })

  let edition: String?

  init(of edition: String?) { self.edition = edition }

  var fallback: Answer { Answer(bytes: []) }

  static func fingerprint(of answer: Answer) -> Fingerprint { answer.content }

  func write(to writer: inout ByteWriter) { edition.write(to: &writer) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) { edition = try String?(&reader) }
}

extension SearchIndexQuery {
  /// Makes the index. The bytes of lines that did not change come from the published index, because pages are not
  /// rendered again for them.
  ///
  /// - Parameter published: the bytes of the published index; nil if it is not that of the last build.
  func answer(_ asker: Asker, published: () -> [UInt8]?) -> Answer {
    let pages = (asker.value(AddressesTopic.self)?.plan.pages ?? []).map(\.key)
      .filter { SearchedPages.finds($0, in: edition) }
    let lines = lines(of: pages, asker)
    let isWhole = lines.allSatisfy { $0?.script != nil }
    let former = isWhole ? nil : asker.formerAnswer(to: self)
    let slices = former.flatMap { former in published().map { LineSlices(former.lines, $0) } }
    let scripts = zip(pages, lines).map { page, line -> [UInt8] in
      line?.script ?? line.flatMap { slices?.script(of: $0) } ?? script(of: page, asker)
    }
    let bytes = SearchScript.file(scripts)
    guard asker.isRecorded else { return Answer(bytes: bytes) }
    let kept = zip(lines, scripts).map { ($0 ?? SearchLine($1)).withoutScript }
    return Answer(bytes: bytes, content: Fingerprint(of: bytes), lines: kept)
  }

  private func lines(of pages: [PageKey], _ asker: Asker) -> [SearchLine?] {
    let own = pages.filter { SearchedPages.isOwn($0, in: edition) }
    let ownLines = asker.ask(all: own.map { OwnLineQuery(page: $0, edition: edition ?? "") })
    let rest = pages.filter { !SearchedPages.isOwn($0, in: edition) }
    let notes = asker.ask(all: rest.map { PageNotesQuery($0) }).map { $0?.line }
    let byPage = Dictionary(Array(zip(own, ownLines)) + Array(zip(rest, notes))) { first, _ in first }
    return pages.map { byPage[$0] ?? nil }
  }

  /// The entry of a page whose bytes are not at hand.
  private func script(of page: PageKey, _ asker: Asker) -> [UInt8] {
    Self.script(of: page, in: SearchedPages.isOwn(page, in: edition) ? edition : nil, asker)
  }

  /// The entry of a page that is rendered for an edition.
  static func script(of page: PageKey, in edition: String?, _ asker: Asker) -> [UInt8] {
    let file = asker.ask(About<PageTopic>(page, for: edition)).value.file
    return SearchScript.page(PageSections(file.bytes), path: file.path)
  }
}

/// The lines of a published index.
struct LineSlices {
  private var ranges: [Fingerprint: Range<Int>] = [:]
  private let bytes: [UInt8]

  /// - Parameters:
  ///   - lines: the lines, in the order of the index.
  ///   - bytes: the index. If its length is not that of the lines, none of them is found.
  init(_ lines: [SearchLine], _ bytes: [UInt8]) {
    self.bytes = bytes
    var ranges: [Fingerprint: Range<Int>] = [:]
    var position = SearchScript.start.count
    for line in lines {
      let (end, isBeyond) = position.addingReportingOverflow(line.length)
      guard !isBeyond, end <= bytes.count else { return }
      ranges[line.fingerprint] = position..<end
      position = end + SearchScript.separator.count
    }
    let end = position - (lines.isEmpty ? 0 : SearchScript.separator.count) + SearchScript.end.count
    if end == bytes.count { self.ranges = ranges }
  }

  /// The bytes of a line; nil if the index does not have it.
  func script(of line: SearchLine) -> [UInt8]? { ranges[line.fingerprint].map { Array(bytes[$0]) } }
}
