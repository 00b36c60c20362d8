import Encodings
import Engine
import SitePlanning

/// What the header and the footer of a page depend on. Pages with equal keys have the same header and the same footer.
struct ChromeKey: TopicKey {
  /// The link that a page marks as current in its menus.
  enum Marked: Hashable {
    /// The link to the page itself.
    case page(PageKey)
    /// The link to the section of the page.
    case section(PageKey)
    case none
  }

  /// The folder of the page. The links of the header and the footer are relative to it.
  let folder: String
  /// The id of the edition; nil for the general edition.
  let edition: String?
  let marked: Marked
  let setting: PageSetting

  init(folder: String, edition: String?, marked: Marked, setting: PageSetting) {
    self.folder = folder
    self.edition = edition
    self.marked = marked
    self.setting = setting
  }

  func write(to writer: inout ByteWriter) {
    writer.add(folder)
    edition.write(to: &writer)
    switch marked {
    case .page(let key):
      writer.add(count: 0)
      key.write(to: &writer)
    case .section(let key):
      writer.add(count: 1)
      key.write(to: &writer)
    case .none: writer.add(count: 2)
    }
    setting.write(to: &writer)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let (folder, edition) = (try reader.text(), try String?(&reader))
    let marked: Marked
    switch try reader.count() {
    case 0: marked = .page(try PageKey(&reader))
    case 1: marked = .section(try PageKey(&reader))
    case 2: marked = .none
    default: throw DamagedBytes()
    }
    self.init(folder: folder, edition: edition, marked: marked, setting: try PageSetting(&reader))
  }
}

extension PageSetting: TopicKey {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .site: writer.add(count: 0)
    case .document(let site):
      writer.add(count: 1)
      site.write(to: &writer)
    }
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.count() {
    case 0: self = .site
    case 1: self = .document(siteAddress: try String?(&reader))
    default: throw DamagedBytes()
    }
  }
}
