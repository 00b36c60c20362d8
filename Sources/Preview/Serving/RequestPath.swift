import Addresses

/// The path of a request: decoded once, and nothing but names of a site.
///
/// Whatever could be read in two ways is refused: dots that go up, written or encoded; an encoded slash; a backslash; a
/// control character; an octet that is not text.
struct RequestPath: Sendable, Hashable {
  /// The names, from the top; the last is empty where a folder is asked for.
  let names: [String]

  /// Reads a path as it stands in the first line of a request, without its query; nil where it is refused.
  init?(_ raw: String) {
    guard raw.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [String] = []
    for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = Self.decode(part) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The path in the site of what is asked for: of a folder, its `index.html`.
  var file: String { isFolder ? path + "index.html" : path }

  /// Whether it ends as the path of a folder does.
  var isFolder: Bool { names.last == "" }

  /// The path in the site, without the slash before it.
  var path: String { names.joined(separator: "/") }

  /// The same path as that of a folder, encoded for an address on this host.
  var folderAddress: String {
    names.map { "/" + PercentEncoding.component($0) }.joined() + "/"
  }

  private static func decode(_ part: Substring) -> String? {
    guard PercentEncoding.hasEscapesOnly(part) else { return nil }
    let bytes = PercentEncoding.decode(part.utf8)
    let isRefused = bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    guard !isRefused, let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".." else { return nil }
    return name
  }
}
