import CompiledBody
import Diagnostics
import Encodings
import Toolbox

/// Encodes entries without their texts. Only entries of some kinds are encoded: the kinds that may have thousands of
/// entries. Entries of all other kinds are read again at each load.
enum EntryHead {
  /// Encodes an entry; nil if entries of its kind are read again at each load.
  static func encode(_ entry: LoadedEntry) -> [UInt8]? {
    var writer = ByteWriter()
    switch entry {
    case .chapter(let entry): entry.writeHead(to: &writer)
    case .testimonial(let entry): entry.writeHead(to: &writer)
    case .factor(let entry): entry.writeHead(to: &writer)
    case .resource(let entry): entry.writeHead(to: &writer)
    case .page(let entry): entry.writeHead(to: &writer)
    case .home, .introduction, .accompaniment: return nil
    }
    return writer.bytes
  }

  /// Decodes an entry, with an empty text.
  ///
  /// - Parameters:
  ///   - kind: the kind, known from the folder of the file.
  ///   - file: the path of the file.
  static func decode(_ bytes: ArraySlice<UInt8>, _ kind: EntryKind, file: String) throws(DamagedBytes) -> LoadedEntry {
    var reader = ByteReader(bytes)
    let core = try EntryCore(head: &reader, kind, file: file)
    let entry: LoadedEntry
    switch kind {
    case .chapter: entry = .chapter(try Chapter(head: &reader, core))
    case .testimonial: entry = .testimonial(try Testimonial(head: &reader, core))
    case .factor: entry = .factor(try SuccessFactor(head: &reader, core))
    case .resource: entry = .resource(try Resource(head: &reader, core))
    case .page: entry = .page(try Page(head: &reader, core))
    case .accompaniment: throw DamagedBytes()
    }
    guard reader.isAtEnd else { throw DamagedBytes() }
    return entry
  }
}

extension EntryCore {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    writer.add(id.name)
    writer.add(id.slug)
    writer.add(optional: order) { $0.add(UInt64(bitPattern: Int64($1))) }
    writer.add(each: audience) { $0.add($1) }
    writer.add(licence)
    writer.add(origin)
    writer.add(each: places.sorted { $0.key < $1.key }) { writer, place in
      writer.add(place.key)
      writer.add(place.value)
    }
    writer.add(isReadable)
  }

  fileprivate init(head reader: inout ByteReader, _ kind: EntryKind, file: String) throws(DamagedBytes) {
    let id = EntryID(kind, try reader.text(), slug: try reader.text())
    let order = try reader.optional { (reader) throws(DamagedBytes) in try reader.number() }
    let audience = try reader.references(in: file)
    let (licence, origin) = (try reader.optionalText(), try reader.optionalText())
    var places: [String: SourceLocation] = [:]
    for _ in 0..<(try reader.count()) {
      let key = try reader.text()
      places[key] = try reader.location(in: file)
    }
    self.init(
      id: id, file: file, order: order.map { Int(Int64(bitPattern: $0)) }, audience: audience, licence: licence,
      origin: origin, body: Body(fragments: []), places: places, isReadable: try reader.flag())
  }
}

extension Chapter {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    core.writeHead(to: &writer)
    writer.add(title)
    writer.add(summary)
    writer.add(each: keywords) { $0.add($1) }
    writer.add(updated)
  }

  fileprivate init(head reader: inout ByteReader, _ core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, title: try reader.text(), summary: try reader.optionalText(),
      keywords: try reader.each { (reader) throws(DamagedBytes) in try reader.text() },
      updated: try reader.optionalText())
  }
}

extension Testimonial {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    core.writeHead(to: &writer)
    for text in [author, role, organisation, side] { writer.add(text) }
    writer.add(partner)
    writer.add(wave)
    writer.add(each: chapters) { $0.add($1) }
  }

  fileprivate init(head reader: inout ByteReader, _ core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, author: try reader.text(), role: try reader.text(), organisation: try reader.text(),
      side: try reader.text(), partner: try reader.optionalText(), wave: try reader.optionalText(),
      chapters: try reader.references(in: core.file))
  }
}

extension SuccessFactor {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    core.writeHead(to: &writer)
    writer.add(title)
    writer.add(moment)
    writer.add(each: resources) { $0.add($1) }
  }

  fileprivate init(head reader: inout ByteReader, _ core: EntryCore) throws(DamagedBytes) {
    self.init(
      core: core, title: try reader.text(), moment: try reader.optionalText(),
      resources: try reader.references(in: core.file))
  }
}

extension Resource {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    core.writeHead(to: &writer)
    writer.add(title)
    destination.write(to: &writer)
    writer.add(publisher)
    for text in [nature, topic] { writer.add(text) }
    writer.add(each: partners) { $0.add($1) }
    for text in [duration, cost, format, weight, language, date] { writer.add(text) }
  }

  fileprivate init(head reader: inout ByteReader, _ core: EntryCore) throws(DamagedBytes) {
    let title = try reader.text()
    let destination = try Destination(&reader, file: core.file)
    let publisher = try reader.optionalText()
    let (nature, topic) = (try reader.text(), try reader.text())
    self.init(
      core: core, title: title, destination: destination, publisher: publisher,
      partners: try reader.each { (reader) throws(DamagedBytes) in try reader.text() }, nature: nature, topic: topic,
      duration: try reader.optionalText(), cost: try reader.optionalText(), format: try reader.optionalText(),
      weight: try reader.optionalText(), language: try reader.optionalText(), date: try reader.optionalText())
  }
}

extension Resource.Destination {
  private enum Case: UInt64 {
    case address, planned, placeholder, missing
  }

  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .address(let address, let location):
      writer.add(Case.address.rawValue)
      writer.add(address)
      writer.add(location)
    case .planned(let location):
      writer.add(Case.planned.rawValue)
      writer.add(location)
    case .placeholder: writer.add(Case.placeholder.rawValue)
    case .missing: writer.add(Case.missing.rawValue)
    }
  }

  fileprivate init(_ reader: inout ByteReader, file: String) throws(DamagedBytes) {
    switch Case(rawValue: try reader.number()) {
    case .address: self = .address(try reader.text(), try reader.location(in: file))
    case .planned: self = .planned(try reader.location(in: file))
    case .placeholder: self = .placeholder
    case .missing: self = .missing
    case nil: throw DamagedBytes()
    }
  }
}

extension Page {
  fileprivate func writeHead(to writer: inout ByteWriter) {
    core.writeHead(to: &writer)
    writer.add(title)
    writer.add(summary)
    writer.add(menu.rawValue)
  }

  fileprivate init(head reader: inout ByteReader, _ core: EntryCore) throws(DamagedBytes) {
    let (title, summary) = (try reader.text(), try reader.optionalText())
    guard let menu = Menu(rawValue: try reader.text()) else { throw DamagedBytes() }
    self.init(core: core, title: title, summary: summary, menu: menu)
  }
}

// MARK: Parts

extension ByteWriter {
  fileprivate mutating func add(_ text: String?) { add(optional: text) { $0.add($1) } }

  fileprivate mutating func add(_ reference: Reference) {
    add(reference.name)
    add(reference.location)
  }

  /// Writes the range of a location. The path is omitted, because the location is always in the file of the entry.
  fileprivate mutating func add(_ location: SourceLocation) {
    add(optional: location.range) { writer, range in
      for number in [range.start.line, range.start.column, range.end.line, range.end.column] {
        writer.add(count: number)
      }
    }
  }
}

extension ByteReader {
  fileprivate mutating func optionalText() throws(DamagedBytes) -> String? { try flag() ? try text() : nil }

  fileprivate mutating func references(in file: String) throws(DamagedBytes) -> [Reference] {
    try each { (reader) throws(DamagedBytes) in
      Reference(name: try reader.text(), location: try reader.location(in: file))
    }
  }

  fileprivate mutating func location(in file: String) throws(DamagedBytes) -> SourceLocation {
    guard try flag() else { return SourceLocation(file: file) }
    let start = SourcePosition(line: try count(), column: try count())
    return SourceLocation(
      file: file, range: SourceRange(start: start, end: SourcePosition(line: try count(), column: try count())))
  }
}
