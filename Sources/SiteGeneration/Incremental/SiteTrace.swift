import Toolbox
import ToolboxLoading

/// How a site was made from its content: enough to make anew the few pages that a changed text concerns, and to know that
/// nothing is to be said of them that concerns others.
struct SiteTrace: Sendable {
  /// A page of the plan.
  struct Page: Sendable {
    /// Its path in the output.
    var path: String
    /// Whether all of an edition is on it.
    var isPrintEdition: Bool
    /// The files whose texts it shows.
    var texts: Set<String>
    /// What is fetched along with it: a place in ``loads``.
    var load: Int
  }

  /// A file that a browser fetches along with a page.
  struct Part: Sendable, Hashable {
    /// How many bytes cross the network.
    var bytes: Int
    /// See ``PageMeasure/Part``.
    var isOwnPicture: Bool
  }

  /// A page in an index.
  struct Line: Sendable {
    /// The page, and for whom.
    var reading: SearchIndexes.Reading
    /// How many bytes the index says of it.
    var length: Int
    /// The files whose texts stand in it, where it was made for this index alone.
    var texts: Set<String>?
  }

  /// What readers search in.
  struct Index: Sendable {
    /// Its path in the output.
    var path: String
    /// In the order in which they stand there.
    var lines: [Line]
  }

  /// The content as it was read.
  var outline: ContentOutline
  /// In the order of the plan.
  var pages: [Page]
  /// The search indexes.
  var indexes: [Index]
  /// What pages load, each set once.
  var loads: [[Part]]
  /// The sizes of images, by their paths in the output.
  var images: [String: ImageSize]

  /// - Parameters:
  ///   - rendered: every page of the plan, in its order.
  ///   - measures: the same pages, measured.
  init(
    outline: ContentOutline, rendered: [RenderedPage], measures: [PageMeasure], indexes: [SearchIndex],
    images: [String: ImageSize]
  ) {
    self.outline = outline
    self.images = images
    self.indexes = indexes.map { index in
      Index(path: index.path, lines: index.lines.map { Line(reading: $0.reading, length: $0.script.count, texts: $0.texts) })
    }
    var places: [[Part]: Int] = [:]
    var loads: [[Part]] = []
    pages = zip(rendered, measures).map { page, measure in
      let parts = measure.parts.dropFirst().map { Part(bytes: $0.bytes, isOwnPicture: $0.isOwnPicture) }
      let place = places[parts] ?? loads.count
      if place == loads.count {
        loads.append(parts)
        places[parts] = place
      }
      return Page(path: page.file.path, isPrintEdition: measure.isPrintEdition, texts: page.texts, load: place)
    }
    self.loads = loads
  }

  /// What it costs to load a page.
  ///
  /// - Parameters:
  ///   - file: the page.
  ///   - facts: what it holds.
  func measure(of page: Page, as file: StagedFile, _ facts: PageFacts) -> PageMeasure {
    let own = PageMeasure.Part(path: page.path, bytes: TransferSize.of(file), isOwnPicture: false)
    let others = loads.indices.contains(page.load) ? loads[page.load] : []
    return PageMeasure(
      path: page.path, isPrintEdition: page.isPrintEdition,
      parts: [own] + others.map { PageMeasure.Part(path: "", bytes: $0.bytes, isOwnPicture: $0.isOwnPicture) },
      elements: facts.elements)
  }
}

/// The trace as bytes.
extension SiteTrace {
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.add(block: outline.encoded())
    let names = Set(pages.flatMap(\.texts) + indexes.flatMap { $0.lines.flatMap { $0.texts ?? [] } }).sorted()
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    func add(_ texts: Set<String>, to writer: inout ByteWriter) {
      writer.add(each: texts.compactMap { places[$0] }.sorted()) { $0.add(count: $1) }
    }
    writer.add(each: names) { $0.add($1) }
    writer.add(each: pages) { writer, page in
      writer.add(page.path)
      writer.add(page.isPrintEdition)
      add(page.texts, to: &writer)
      writer.add(count: page.load)
    }
    writer.add(each: indexes) { writer, index in
      writer.add(index.path)
      writer.add(each: index.lines) { writer, line in
        writer.add(optional: line.reading.edition) { $0.add($1) }
        writer.add(count: line.reading.page)
        writer.add(line.reading.isOwn)
        writer.add(count: line.length)
        writer.add(optional: line.texts) { add($1, to: &$0) }
      }
    }
    writer.add(each: loads) { writer, parts in
      writer.add(each: parts) { writer, part in
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

  init(_ bytes: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(bytes)
    outline = try ContentOutline(try reader.block())
    let names = try reader.each { (reader) throws(DamagedBytes) in try reader.text() }
    pages = try reader.each { (reader) throws(DamagedBytes) in
      Page(
        path: try reader.text(), isPrintEdition: try reader.flag(), texts: try reader.texts(of: names),
        load: try reader.count())
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
        Part(bytes: try reader.count(), isOwnPicture: try reader.flag())
      }
    }
    let sizes = try reader.each { (reader) throws(DamagedBytes) in
      (path: try reader.text(), size: ImageSize(width: try reader.count(), height: try reader.count()))
    }
    images = Dictionary(sizes.map { ($0.path, $0.size) }) { first, _ in first }
    guard reader.isAtEnd else { throw DamagedBytes() }
  }
}

extension ByteReader {
  fileprivate mutating func texts(of names: [String]) throws(DamagedBytes) -> Set<String> {
    let places = try each { (reader) throws(DamagedBytes) in try reader.count() }
    guard places.allSatisfy(names.indices.contains) else { throw DamagedBytes() }
    return Set(places.map { names[$0] })
  }
}
