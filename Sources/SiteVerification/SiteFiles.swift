import Addresses
import SitePlanning

/// A file of a site, as its checks know it.
package struct SiteFile: Sendable {
  /// The path in the output.
  package let path: String
  /// Whether readers open the file: see `StagedFile.Role.page`.
  package let isPage: Bool
  /// What the file says to the checks of other files; nil if it has no links.
  package let summary: FileSummary?

  package init(path: String, isPage: Bool, summary: FileSummary?) {
    self.path = path
    self.isPage = isPage
    self.summary = summary
  }

  /// Reads a file.
  package init(_ file: StagedFile) {
    let isPage = file.role == .page
    self.init(
      path: file.path, isPage: isPage, summary: isPage ? FileSummary(PageReading(file)) : FileSummary(resource: file))
  }
}

/// The files of a site, identified by their index. Paths are compared as bytes, so two Unicode forms of one text are
/// two different paths.
package struct SiteFiles: Sendable {
  /// The files, by index. If two files have the same path, only the first is among them.
  package let all: [SiteFile]
  /// The key is ``FileSummary/hash(_:)`` of a path.
  private let places: [UInt64: Int]

  init(_ files: [SiteFile]) {
    var places: [UInt64: Int] = [:]
    var all: [SiteFile] = []
    for file in files {
      let hash = FileSummary.hash(file.path.utf8)
      guard places[hash] == nil else { continue }
      places[hash] = all.count
      all.append(file)
    }
    (self.all, self.places) = (all, places)
  }

  /// The path of the file with an index.
  func path(_ place: Int) -> String { all[place].path }

  /// The index of a path; nil if the site has no such file.
  func index(of path: String) -> Int? { index(of: FileSummary.hash(path.utf8)) }

  /// The index of the path with a hash; nil if the site has no such file.
  func index(of hash: UInt64) -> Int? { places[hash] }

  /// The index of the file to which an address leads from a page in this folder; nil if the address leads to no file of
  /// the site.
  func index(of address: String, in folder: AddressFolder) -> Int? {
    folder.path(of: address).flatMap { places[FileSummary.hash($0)] }
  }
}

/// The folder of a page: the base of the page's relative addresses.
struct AddressFolder: Sendable {
  private static let slash = UInt8(ascii: "/")

  private let page: [UInt8]
  /// The path of the folder, with a slash after each segment.
  private var path: [UInt8] = []
  /// The offset in the path at which each segment starts.
  private var starts: [Int] = []

  init(of page: String) {
    self.page = Array(page.utf8)
    for part in page.utf8.split(separator: Self.slash).dropLast() { append(part) }
  }

  /// The path in the site to which an address leads. Nil if the address has a scheme, a host or an absolute path, or if
  /// it leads above the root of the site. The root of the site may be a subfolder of the server, and then a browser
  /// would open a file outside the site.
  func path(of address: String) -> [UInt8]? {
    // The fast path: most addresses are relative paths without escapes.
    if let plain = Self.plainPath(address.utf8) {
      return path(of: plain.split(separator: Self.slash, omittingEmptySubsequences: false))
    }
    let reference = AddressReference(address)
    switch reference.form {
    case .document: return page
    case .relativePath: return path(of: reference.pathParts.map(\.utf8))
    case .rootPath, .host, .scheme: return nil
    }
  }

  /// The path in an address; nil if the address is not a relative path or if it contains escapes.
  private static func plainPath(_ address: String.UTF8View) -> Substring.UTF8View? {
    let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let first = path.first, first != slash, path.allSatisfy(isPlain) else { return nil }
    return path
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private func path(of parts: [some Collection<UInt8>]) -> [UInt8]? {
    var folder = self
    for part in parts {
      switch DotPart(part) {
      case .here: continue
      case .up:
        guard let start = folder.starts.popLast() else { return nil }
        folder.path.removeSubrange(start...)
      case nil: folder.append(part)
      }
    }
    return folder.path.dropLast()
  }

  private mutating func append(_ part: some Collection<UInt8>) {
    starts.append(path.count)
    path += part
    path.append(Self.slash)
  }
}
