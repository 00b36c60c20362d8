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

  /// Creates the trace of a full build.
  ///
  /// - Parameters:
  ///   - rendered: all pages, in the order of the plan.
  ///   - measures: the measures of these pages, in the same order.
  ///   - interfaces: the digests of ``PageInterface`` for these pages, in the same order.
  init(
    outline: ContentOutline, theme: String, shared: Set<String>, rendered: [RenderedPage], measures: [PageMeasure],
    interfaces: [[UInt8]],
    indexes: [SearchIndex], images: [String: ImageSize]
  ) {
    self.outline = outline
    self.theme = theme
    self.shared = shared
    self.images = images
    self.indexes = indexes.map { index in
      let lines = index.lines.map { Line(reading: $0.reading, length: $0.script.count, texts: $0.texts) }
      return Index(path: index.path, lines: lines)
    }
    var places: [[PageMeasure.Part]: Int] = [:]
    var loads: [[PageMeasure.Part]] = []
    pages = zip(zip(rendered, interfaces), measures).map { page, measure in
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

/// The binary form of the trace.
extension SiteTrace {
  func encoded() -> [UInt8] {
    let names = names
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var writer = ByteWriter()
    writer.add(block: outline.encoded())
    writer.add(theme)
    writer.add(each: shared.sorted()) { $0.add($1) }
    writer.add(each: names) { $0.add($1) }
    writer.add(each: pages) { $1.write(to: &$0, places) }
    writer.add(each: indexes) { $1.write(to: &$0, places) }
    writer.add(each: loads) { writer, parts in
      writer.add(each: parts) { writer, part in
        writer.add(part.path)
        writer.add(count: part.bytes)
        writer.add(part.isOwnPicture)
      }
    }
    writer.add(each: images.sorted { $0.key < $1.key }) { writer, image in
      writer.add(image.key)
      writer.add(count: image.value.width)
      writer.add(count: image.value.height)
    }
    return writer.bytes
  }

  /// The paths of the source files of pages and indexes, without duplicates.
  private var names: [String] {
    var names: Set<String> = []
    for page in pages {
      for (file, _) in page.sources.texts { names.insert(file) }
      for file in page.sources.mentions { names.insert(file) }
    }
    for index in indexes { for line in index.lines { for file in line.texts ?? [] { names.insert(file) } } }
    return names.sorted()
  }

  init(_ bytes: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(bytes)
    outline = try ContentOutline(try reader.block())
    theme = try reader.text()
    shared = Set(try reader.each { (reader) throws(DamagedBytes) in try reader.text() })
    let names = try reader.each { (reader) throws(DamagedBytes) in try reader.text() }
    pages = try reader.each { (reader) throws(DamagedBytes) in
      let (path, isPrintEdition) = (try reader.text(), try reader.flag())
      let sources = PageSources(texts: try reader.placedTexts(of: names), mentions: try reader.texts(of: names))
      let interface = try reader.block()
      let (bytes, elements, load) = (try reader.count(), try reader.count(), try reader.count())
      return Page(
        path: path, isPrintEdition: isPrintEdition, sources: sources, interface: interface, bytes: bytes,
        elements: elements,
        commonestElement: try reader.text(), load: load)
    }
    indexes = try reader.each { (reader) throws(DamagedBytes) in
      let path = try reader.text()
      let lines = try reader.each { (reader) throws(DamagedBytes) in
        let edition = try reader.optional { (reader) throws(DamagedBytes) in try reader.text() }
        let reading = SearchIndexes.Reading(edition: edition, page: try reader.count(), isOwn: try reader.flag())
        return Line(
          reading: reading, length: try reader.count(),
          texts: try reader.optional { (reader) throws(DamagedBytes) in try reader.texts(of: names) })
      }
      return Index(path: path, lines: lines)
    }
    loads = try reader.each { (reader) throws(DamagedBytes) in
      try reader.each { (reader) throws(DamagedBytes) in
        PageMeasure.Part(path: try reader.text(), bytes: try reader.count(), isOwnPicture: try reader.flag())
      }
    }
    let sizes = try reader.each { (reader) throws(DamagedBytes) in
      (path: try reader.text(), size: ImageSize(width: try reader.count(), height: try reader.count()))
    }
    images = Dictionary(sizes.map { ($0.path, $0.size) }) { first, _ in first }
    guard reader.isAtEnd, pages.allSatisfy({ loads.indices.contains($0.load) }),
      indexes.allSatisfy({ $0.lines.allSatisfy { pages.indices.contains($0.reading.page) } })
    else { throw DamagedBytes() }
  }
}

extension SiteTrace.Page {
  /// - Parameter places: the index of each source file in the list of encoded paths. The key is the path of the file.
  fileprivate func write(to writer: inout ByteWriter, _ places: [String: Int]) {
    writer.add(path)
    writer.add(isPrintEdition)
    writer.add(each: sources.texts.sorted { $0.key < $1.key }) { writer, text in
      writer.add(count: places[text.key] ?? 0)
      writer.add(optional: text.value.flatMap { places[$0] }) { $0.add(count: $1) }
    }
    writer.add(sources.mentions, places)
    writer.add(block: interface)
    for number in [bytes, elements, load] { writer.add(count: number) }
    writer.add(commonestElement)
  }
}

extension SiteTrace.Index {
  fileprivate func write(to writer: inout ByteWriter, _ places: [String: Int]) {
    writer.add(path)
    writer.add(each: lines) { writer, line in
      writer.add(optional: line.reading.edition) { $0.add($1) }
      writer.add(count: line.reading.page)
      writer.add(line.reading.isOwn)
      writer.add(count: line.length)
      writer.add(optional: line.texts) { $0.add($1, places) }
    }
  }
}

extension ByteWriter {
  fileprivate mutating func add(_ files: Set<String>, _ places: [String: Int]) {
    add(each: files.compactMap { places[$0] }.sorted()) { $0.add(count: $1) }
  }
}

extension ByteReader {
  fileprivate mutating func placedTexts(of names: [String]) throws(DamagedBytes) -> [String: String?] {
    let places = try each { (reader) throws(DamagedBytes) in
      (text: try reader.count(), around: try reader.optional { (reader) throws(DamagedBytes) in try reader.count() })
    }
    var texts: [String: String?] = [:]
    for (text, around) in places {
      guard names.indices.contains(text), around.map(names.indices.contains) ?? true else { throw DamagedBytes() }
      texts.updateValue(around.map { names[$0] }, forKey: names[text])
    }
    return texts
  }

  fileprivate mutating func texts(of names: [String]) throws(DamagedBytes) -> Set<String> {
    let places = try each { (reader) throws(DamagedBytes) in try reader.count() }
    guard places.allSatisfy(names.indices.contains) else { throw DamagedBytes() }
    return Set(places.map { names[$0] })
  }
}
