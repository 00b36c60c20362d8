import Addresses
import MarkdownTree
import Toolbox

/// An edition as it goes to paper: its print page, ready to be read outside the site, and the files that the page loads.
public struct PrintEdition: Sendable {
  /// The name of the general edition where one has to be said: that of its folder.
  public static let generalName = EntryKind.chapter.folder

  /// Its id, or ``generalName``.
  public var name: String
  /// The title of the document.
  public var title: String
  /// A name for the file that it is printed to, without an ending.
  public var fileName: String
  /// The path of its page, from the folder that the files are put in.
  public var page: String
  /// The page and what it loads.
  public var files: [StagedFile]

  /// The editions of a toolbox, the general one first.
  ///
  /// - Parameter files: everything that the site is made of.
  static func all(of toolbox: Toolbox, in files: [StagedFile]) -> [PrintEdition] {
    let plan = SitePlan(toolbox)
    let pages = Set(plan.pages.map(\.path))
    let verifier = PageVerifier(
      pages: files.filter { pages.contains($0.path) }, others: files.filter { !pages.contains($0.path) }, templates: [])
    let byPath = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    return ([nil] + toolbox.editions.map(Optional.some)).compactMap { edition in
      guard let path = plan.path(of: .print(edition: edition?.id)), let page = byPath[path] else { return nil }
      let name = edition?.id ?? generalName
      let own = edition?.title ?? SiteWording(language: toolbox.site.language).generalEdition
      let title = "\(own) – \(toolbox.site.title)"
      let document = PrintedDocument(path: path, title: title, siteAddress: toolbox.site.url)
      let loaded = verifier.loaded(with: path).compactMap { byPath[$0] }
      let slug = Slug.make(toolbox.site.title)
      return PrintEdition(
        name: name, title: title, fileName: slug.isEmpty ? name : "\(slug)-\(name)", page: path,
        files: [StagedFile(path: path, bytes: document.html(page.bytes))] + loaded)
    }
  }
}

/// A print page that leaves its site: it says which document it is, and its links do not lead into a folder that will be
/// gone.
struct PrintedDocument {
  let path: String
  let title: String
  /// The absolute address of the published site, if it is known: else links to its other pages lose their address.
  let siteAddress: String?

  /// The page, changed.
  func html(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count)
    var copied = 0
    func replace(_ range: Range<Int>, with text: String) {
      result += page[copied..<range.lowerBound]
      result += text.utf8
      copied = range.upperBound
    }
    var titleStart: Int?
    for tag in HTMLTagScanner(page) {
      if tag.name == "title", copied <= tag.range.lowerBound {
        if !tag.isEnd {
          titleStart = titleStart ?? tag.range.upperBound
        } else if let start = titleStart, copied <= start, start <= tag.range.lowerBound {
          replace(start..<tag.range.lowerBound, with: HTMLText.escape(title))
        }
      } else if tag.name == "a", !tag.isEnd, let written = tag.value(of: "href"), leadsIntoSite(written) {
        replace(tag.range, with: link(tag, absolute(written)))
      }
    }
    return result + page[copied...]
  }

  private func leadsIntoSite(_ address: String) -> Bool {
    let reference = AddressReference(address)
    return switch reference.form {
    case .document: reference.query != nil
    case .relativePath, .rootPath, .host: true
    case .scheme: false
    }
  }

  private func absolute(_ address: String) -> String? {
    guard let siteAddress else { return nil }
    guard let target = AddressFolder(of: path).path(of: address) else { return nil }
    let base = siteAddress.hasSuffix("/") ? siteAddress : siteAddress + "/"
    let suffix = address.drop { $0 != "#" && $0 != "?" }
    return base + Address.relative(from: "", to: String(decoding: target, as: UTF8.self)) + suffix
  }

  /// The start of a link, its address another one or none.
  private func link(_ tag: HTMLTagScanner.Tag, _ address: String?) -> String {
    let attributes = tag.attributes.compactMap { attribute -> String? in
      guard attribute.name == "href" else { return " \(attribute.name)=\"\(HTMLText.escape(attribute.value))\"" }
      return address.map { " href=\"\(HTMLText.escape($0))\"" }
    }
    return "<a\(attributes.joined())>"
  }
}
