import CompiledBody
import Diagnostics
import Encodings
import Toolbox

/// Encodes entries without their texts. Only entries of some kinds are encoded: the kinds that may have thousands of
/// entries. Entries of all other kinds are read again at each load.
enum EntryHead {
  /// Encodes an entry; nil if entries of its kind are read again at each load.
  static func encode(_ entry: LoadedEntry) -> [UInt8]? {
    guard case .entry(let entry) = entry, type(of: entry).isKept else { return nil }
    var writer = ByteWriter()
    entry.core.writeHead(to: &writer)
    entry.writeHead(to: &writer)
    return writer.bytes
  }

  /// Decodes an entry, with an empty text.
  ///
  /// - Parameters:
  ///   - kind: the kind, known from the folder of the file.
  ///   - file: the path of the file.
  static func decode(_ bytes: ArraySlice<UInt8>, _ kind: EntryKind, file: String) throws(DamagedBytes) -> LoadedEntry {
    guard let type = EntryDecoder.types[kind], type.isKept else { throw DamagedBytes() }
    var reader = ByteReader(bytes)
    let core = try EntryCore(head: &reader, kind, file: file)
    let entry = try type.init(head: &reader, core: core)
    guard reader.isAtEnd else { throw DamagedBytes() }
    return .entry(entry)
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
      origin: origin, outline: Body(fragments: []), places: places, isReadable: try reader.flag())
  }
}
