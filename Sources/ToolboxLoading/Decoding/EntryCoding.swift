import CompiledBody
import Diagnostics
import Encodings
import Toolbox

/// The binary form of entries, introductions and the home page, with the outlines of their texts. The path of the file
/// comes first: it decides what the entry is.
extension LoadedEntry {
  func write(to writer: inout ByteWriter) {
    writer.add(file)
    switch self {
    case .home(let home): home.write(to: &writer)
    case .introduction(_, let page):
      page.core.write(to: &writer)
      page.writeHead(to: &writer)
    case .entry(let entry):
      entry.core.write(to: &writer)
      entry.writeHead(to: &writer)
    }
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    guard let file = ContentTree.File(try reader.text()) else { throw DamagedBytes() }
    switch file.role {
    case .home: self = .home(try Home(&reader, file: file.path))
    case .introduction(let kind):
      let core = try EntryCore(&reader, Page.kind, file: file.path)
      self = .introduction(kind, try Page(head: &reader, core: core))
    case .entry(let kind):
      guard let type = EntryDecoder.types[kind] else { throw DamagedBytes() }
      let core = try EntryCore(&reader, kind, file: file.path)
      self = .entry(try type.init(head: &reader, core: core))
    case .configuration, .asset, .declaration: throw DamagedBytes()
    }
  }

  /// The path of the file.
  private var file: String {
    switch self {
    case .home(let home): home.file
    case .introduction(_, let page): page.core.file
    case .entry(let entry): entry.core.file
    }
  }

  /// The outline of the text.
  var outline: Body {
    switch self {
    case .home(let home): home.outline
    case .introduction(_, let page): page.core.outline
    case .entry(let entry): entry.core.outline
    }
  }

  /// The entry without its text and without the places of its values in the file.
  var head: LoadedEntry {
    switch self {
    case .home(var home):
      home.outline = Body(fragments: [])
      return .home(home)
    case .introduction(let kind, var page):
      page.core.leaveHead()
      return .introduction(kind, page)
    case .entry(var entry):
      entry.core.leaveHead()
      return .entry(entry)
    }
  }
}

extension Home {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(title)
    for text in [summary, question, invitation] { writer.add(text) }
    writer.add(optional: voice) { $0.add($1) }
    outline.writeOutline(to: &writer)
  }

  fileprivate init(_ reader: inout ByteReader, file: String) throws(DamagedBytes) {
    self.init(
      file: file, title: try reader.text(), summary: try reader.optionalText(), question: try reader.optionalText(),
      invitation: try reader.optionalText(),
      voice: try reader.optional { (reader) throws(DamagedBytes) in try reader.reference(in: file) },
      outline: try Body(outline: &reader))
  }
}

extension EntryCore {
  fileprivate mutating func leaveHead() {
    outline = Body(fragments: [])
    places = [:]
  }

  fileprivate func write(to writer: inout ByteWriter) {
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
    outline.writeOutline(to: &writer)
  }

  fileprivate init(_ reader: inout ByteReader, _ kind: EntryKind, file: String) throws(DamagedBytes) {
    let id = EntryID(kind, try reader.text(), slug: try reader.text())
    let order = try reader.optional { (reader) throws(DamagedBytes) in try reader.number() }
    let audience = try reader.references(in: file)
    let (licence, origin) = (try reader.optionalText(), try reader.optionalText())
    var places: [String: SourceLocation] = [:]
    for _ in 0..<(try reader.count()) {
      let key = try reader.text()
      places[key] = try reader.location(in: file)
    }
    let isReadable = try reader.flag()
    self.init(
      id: id, file: file, order: order.map { Int(Int64(bitPattern: $0)) }, audience: audience, licence: licence,
      origin: origin, outline: try Body(outline: &reader), places: places, isReadable: isReadable)
  }
}
