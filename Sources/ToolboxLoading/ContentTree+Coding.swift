import Encodings
import Toolbox

/// The binary form of a file of the content.
extension ContentTree.File {
  func write(to writer: inout ByteWriter) {
    writer.add(path)
    role.write(to: &writer)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(path: try reader.text(), role: try ContentTree.Role(&reader))
  }
}

extension ContentTree.Role {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .configuration: writer.add("configuration")
    case .home: writer.add("home")
    case .asset: writer.add("asset")
    case .introduction(let kind):
      writer.add("introduction")
      writer.add(kind.rawValue)
    case .entry(let kind):
      writer.add("entry")
      writer.add(kind.rawValue)
    case .declaration(let kind):
      writer.add("declaration")
      writer.add(kind.rawValue)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.text() {
    case "configuration": self = .configuration
    case "home": self = .home
    case "asset": self = .asset
    case "introduction":
      guard let kind = EntryKind(rawValue: try reader.text()) else { throw DamagedBytes() }
      self = .introduction(kind)
    case "entry":
      guard let kind = EntryKind(rawValue: try reader.text()) else { throw DamagedBytes() }
      self = .entry(kind)
    case "declaration":
      guard let kind = DeclarationKind(rawValue: try reader.text()) else { throw DamagedBytes() }
      self = .declaration(kind)
    default: throw DamagedBytes()
    }
  }
}
