import Foundation

/// The files of a site, each known by its place among them. Their names are bytes: a text that is the same in another
/// Unicode form is another file.
struct SiteFiles: Sendable {
  /// Their paths, in the order in which they were given.
  let paths: [String]
  private let places: [[UInt8]: Int]

  init(_ paths: [String]) {
    self.paths = paths
    places = Dictionary(paths.enumerated().map { (Array($1.utf8), $0) }) { first, _ in first }
  }

  /// The place of a path; of two that are the same, the first.
  func place(of path: String) -> Int? { places[Array(path.utf8)] }

  /// The file that an address leads to from a folder, or nil where it leads to none.
  func place(of address: String, in folder: AddressFolder) -> Int? {
    // An address with a host leads out of the site.
    guard !address.hasHost else { return nil }
    return folder.path(of: address.withoutFragment).flatMap { places[$0] }
  }
}

/// The folder of a page, from which its addresses lead.
struct AddressFolder: Sendable {
  private static let slash = UInt8(ascii: "/")

  private let page: [UInt8]
  /// Its path, a slash after each part.
  private var path: [UInt8] = []
  /// Where each part of the path begins.
  private var starts: [Int] = []

  init(of page: String) {
    self.page = Array(page.utf8)
    for part in page.utf8.split(separator: Self.slash).dropLast() { append(part) }
  }

  /// The path that a relative address, without its query and its fragment, leads to; nil where it leads out of the site.
  func path(of address: Substring.UTF8View) -> [UInt8]? {
    guard !address.isEmpty else { return page }
    var folder = self
    for part in address.split(separator: Self.slash, omittingEmptySubsequences: false) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard let start = folder.starts.popLast() else { return nil }
        folder.path.removeSubrange(start...)
      } else {
        folder.append(part)
      }
    }
    return folder.path.dropLast()
  }

  private mutating func append(_ part: Substring.UTF8View) {
    starts.append(path.count)
    if part.contains(UInt8(ascii: "%")) {
      path += String(Substring(part)).removingPercentEncoding.map { Array($0.utf8) } ?? Array(part)
    } else {
      path += part
    }
    path.append(Self.slash)
  }
}

extension String {
  /// Whether an address names the host that it leads to.
  var hasHost: Bool {
    var rest = utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[colon...].dropFirst()
      if rest.starts(with: "//".utf8) { return true }
    }
    return false
  }

  /// An address up to its query or its fragment.
  var withoutFragment: Substring.UTF8View {
    utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  }

  /// What follows the first `#` of an address, escapes undone; nil where it has none.
  var fragment: String? {
    guard let hash = utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let written = String(self[utf8.index(after: hash)...])
    return written.utf8.contains(UInt8(ascii: "%")) ? written.removingPercentEncoding ?? written : written
  }
}
