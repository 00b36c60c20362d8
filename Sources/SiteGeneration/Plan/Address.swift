import Addresses

/// Addresses within the site: always relative to the page that holds them, always naming a file, so that the same folder
/// works from a server, in a subfolder of one, and from a disk.
enum Address {
  /// The address of a file as seen from another one, both given by their paths in the output.
  ///
  /// - Parameter anchor: what follows `#`: the name of a place, whose escapes stay as they are.
  static func relative(from page: String, to target: String, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + PercentEncoding.fragment($0) } ?? ""
    if page == target, anchor != nil { return fragment }
    let common = sharedFolders(page.utf8, target.utf8)
    let up = page.utf8.dropFirst(common).count { $0 == UInt8(ascii: "/") }
    let down = Substring(target.utf8.dropFirst(common))
    return String(repeating: "../", count: up) + PercentEncoding.relativePath(down) + fragment
  }

  /// How many bytes at the start of two paths name folders that both stand in.
  private static func sharedFolders(_ left: String.UTF8View, _ right: String.UTF8View) -> Int {
    var shared = 0
    for (offset, (one, other)) in zip(left, right).enumerated() {
      if one != other { break }
      if one == UInt8(ascii: "/") { shared = offset + 1 }
    }
    return shared
  }

  /// A pattern in which a word in braces, such as `{fichier}`, stands for a path.
  static func filling(_ pattern: String, _ word: String, with file: String) -> String {
    let path = file.split(separator: "/").joined(separator: "/")
    return pattern.replacing(word, with: PercentEncoding.relativePath(path[...]))
  }

  /// The address that begins a mail with a subject (RFC 6068).
  static func mail(to address: String, subject: String) -> String {
    let recipient = PercentEncoding.component(address).replacing("%40", with: "@")
    return "mailto:" + recipient + "?subject=" + PercentEncoding.component(subject)
  }
}
