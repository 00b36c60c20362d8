import Addresses
import Encodings
import Engine
import LinkValidation
import SitePlanning
import Toolbox

/// The binary forms of what pages ask about.

extension EntryKind: TopicKey {
  package func write(to writer: inout ByteWriter) { writer.add(rawValue) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    guard let kind = EntryKind(rawValue: try reader.text()) else { throw DamagedBytes() }
    self = kind
  }
}

extension DeclarationKind: TopicKey {
  package func write(to writer: inout ByteWriter) { writer.add(rawValue) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    guard let kind = DeclarationKind(rawValue: try reader.text()) else { throw DamagedBytes() }
    self = kind
  }
}

extension EntryID: TopicKey {
  package func write(to writer: inout ByteWriter) {
    kind.write(to: &writer)
    writer.add(name)
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self.init(try EntryKind(&reader), try reader.text())
  }
}

extension AddressFragment: TopicKey {
  package func write(to writer: inout ByteWriter) { writer.add(written) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.text()) }
}

extension Directive.Selection: TopicKey {
  package func write(to writer: inout ByteWriter) {
    writer.add(each: names) { $0.add($1) }
    writer.add(each: values.sorted { $0.key < $1.key }) { writer, value in
      writer.add(value.key)
      writer.add(value.value)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let names = try reader.each { (reader) throws(DamagedBytes) in try reader.text() }
    let values = try reader.each { (reader) throws(DamagedBytes) in (try reader.text(), try reader.text()) }
    self.init(names: names, values: Dictionary(values) { first, _ in first })
  }
}

extension Destination: TopicKey {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .home(let anchor):
      writer.add(count: 0)
      anchor.write(to: &writer)
    case .section(let kind, let anchor):
      writer.add(count: 1)
      kind.write(to: &writer)
      anchor.write(to: &writer)
    case .entry(let id, let anchor):
      writer.add(count: 2)
      id.write(to: &writer)
      anchor.write(to: &writer)
    case .declaration(let kind, let anchor):
      writer.add(count: 3)
      kind.write(to: &writer)
      anchor.write(to: &writer)
    case .asset(let path, let fragment):
      writer.add(count: 4)
      writer.add(path)
      fragment.write(to: &writer)
    case .external(let address):
      writer.add(count: 5)
      writer.add(address)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.count() {
    case 0: self = .home(anchor: try AddressFragment?(&reader))
    case 1: self = .section(try EntryKind(&reader), anchor: try AddressFragment?(&reader))
    case 2: self = .entry(try EntryID(&reader), anchor: try AddressFragment?(&reader))
    case 3: self = .declaration(try DeclarationKind(&reader), anchor: try AddressFragment?(&reader))
    case 4: self = .asset(path: try reader.text(), fragment: try AddressFragment?(&reader))
    case 5: self = .external(try reader.text())
    default: throw DamagedBytes()
    }
  }
}

extension PageKey: TopicKey {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .home: writer.add("home")
    case .section(let kind):
      writer.add("section")
      kind.write(to: &writer)
    case .chapter(let id, let edition):
      writer.add("chapter")
      id.write(to: &writer)
      edition.write(to: &writer)
    case .edition(let id):
      writer.add("edition")
      writer.add(id)
    case .introduction(let edition):
      writer.add("introduction")
      writer.add(edition)
    case .print(let edition):
      writer.add("print")
      edition.write(to: &writer)
    case .page(let id):
      writer.add("page")
      id.write(to: &writer)
    case .declaration(let kind):
      writer.add("declaration")
      kind.write(to: &writer)
    case .criteria: writer.add("criteria")
    case .siteMap: writer.add("site-map")
    case .glossary: writer.add("glossary")
    case .notFound: writer.add("not-found")
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.text() {
    case "home": self = .home
    case "section": self = .section(try EntryKind(&reader))
    case "chapter": self = .chapter(try EntryID(&reader), edition: try String?(&reader))
    case "edition": self = .edition(try reader.text())
    case "introduction": self = .introduction(edition: try reader.text())
    case "print": self = .print(edition: try String?(&reader))
    case "page": self = .page(try EntryID(&reader))
    case "declaration": self = .declaration(try DeclarationKind(&reader))
    case "criteria": self = .criteria
    case "site-map": self = .siteMap
    case "glossary": self = .glossary
    case "not-found": self = .notFound
    default: throw DamagedBytes()
    }
  }
}
