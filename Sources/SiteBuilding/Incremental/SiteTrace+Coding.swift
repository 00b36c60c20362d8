import Encodings
import HTML
import PageRendering
import SiteAudit
import ToolboxLoading

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
    writer.add(isRenewable)
    writer.add(each: otherSources.sorted { $0.key < $1.key }) { writer, other in
      writer.add(other.key)
      other.value.write(to: &writer, places)
    }
    return writer.bytes
  }

  /// The paths of the source files of pages, indexes and other files, without duplicates.
  private var names: [String] {
    var names: Set<String> = []
    for sources in pages.map(\.sources) + otherSources.values {
      for (file, _) in sources.texts { names.insert(file) }
      for file in sources.mentions { names.insert(file) }
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
      let sources = try reader.sources(of: names)
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
    isRenewable = try reader.flag()
    let others = try reader.each { (reader) throws(DamagedBytes) in
      (path: try reader.text(), sources: try reader.sources(of: names))
    }
    otherSources = Dictionary(others.map { ($0.path, $0.sources) }) { first, _ in first }
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
    sources.write(to: &writer, places)
    writer.add(block: interface)
    for number in [bytes, elements, load] { writer.add(count: number) }
    writer.add(commonestElement)
  }
}

extension PageSources {
  fileprivate func write(to writer: inout ByteWriter, _ places: [String: Int]) {
    writer.add(each: texts.sorted { $0.key < $1.key }) { writer, text in
      writer.add(count: places[text.key] ?? 0)
      writer.add(optional: text.value.flatMap { places[$0] }) { $0.add(count: $1) }
    }
    writer.add(mentions, places)
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
  fileprivate mutating func sources(of names: [String]) throws(DamagedBytes) -> PageSources {
    PageSources(texts: try placedTexts(of: names), mentions: try texts(of: names))
  }

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
