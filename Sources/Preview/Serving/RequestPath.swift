import Foundation

/// The path of a request, decoded once into names of the site.
///
/// An ambiguous path is refused: `.` or `..`, also encoded; an encoded slash; a backslash; a control character; bytes
/// that are not UTF-8.
struct RequestPath: Sendable, Hashable {
  /// The names from the root; the last one is empty for a folder.
  let names: [String]

  /// Reads a path from the first line of a request, without its query; nil if the path is refused.
  init?(_ raw: String) {
    guard raw.utf8.first == UInt8(ascii: "/") else { return nil }
    var names: [String] = []
    for part in raw.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      guard let name = Self.decode(part) else { return nil }
      names.append(name)
    }
    self.names = names
  }

  /// The path of the file in the site: for a folder, its `index.html`.
  var file: String { isFolder ? path + "index.html" : path }

  /// Whether the path ends with a slash.
  var isFolder: Bool { names.last == "" }

  /// The path in the site, without the leading slash.
  var path: String { names.joined(separator: "/") }

  /// The path with a slash at its end, percent-encoded, for an address on this host.
  var folderAddress: String {
    names.map { "/" + ($0.addingPercentEncoding(withAllowedCharacters: Self.plain) ?? "") }.joined() + "/"
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

  private static func decode(_ part: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = part.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    let isRefused = bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    guard !isRefused, let name = String(validating: bytes, as: UTF8.self), name != ".", name != ".." else { return nil }
    return name
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
