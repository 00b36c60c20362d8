import Addresses

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
    folder.path(of: address).flatMap { places[$0] }
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

  /// The path in the site that an address leads to; nil where it has a scheme or a host, begins at a root, or leads above
  /// the site. A browser stays at the root of a server instead; but a site may stand in a folder of one.
  func path(of address: String) -> [UInt8]? {
    // Nearly all addresses are paths that nothing need be undone in.
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

  /// An address up to its query or its fragment, where it is a relative path without escapes; else nil.
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
