import Addresses

/// The path of a request, split into names. Each name is percent-decoded once.
///
/// An ambiguous path is refused. A path is ambiguous if a name is `.` or `..` (even encoded). It is also ambiguous if
/// it contains an encoded slash, a backslash, a control character, or bytes that are not UTF-8.
struct RequestPath: Sendable, Hashable {
  /// The names from the root. If the path ends with a slash, the last name is empty.
  let names: [String]

  /// Reads the path in the first line of a request. The caller has already removed the query. Nil if the path is
  /// refused.
  init?(_ raw: String) {
    guard raw.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [String] = []
    for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = Self.decode(part) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The path of the requested file in the site. For a folder, this is the file `index.html` in the folder.
  var file: String { isFolder ? path + "index.html" : path }

  /// Whether the path ends with a slash.
  var isFolder: Bool { names.last == "" }

  /// The path in the site, without the leading slash.
  var path: String { names.joined(separator: "/") }

  /// The percent-encoded path with a slash at its end, for a redirect to the folder.
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
