import Addresses

/// Writes the addresses of files of the site. A link on a page uses an address that is relative to the page and that
/// names a file. So the same output folder works on a server, in a subfolder of a server, and from a disk without a
/// server.
package enum Address {
  /// The address of a target file, relative to a page. The page and the target are given as paths in the output.
  ///
  /// - Parameter anchor: the fragment, without `#`. The percent escapes in the fragment are kept.
  package static func relative(from page: String, to target: String, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + PercentEncoding.fragment($0) } ?? ""
    if page == target, anchor != nil { return fragment }
    let common = sharedFolders(page.utf8, target.utf8)
    let up = page.utf8.dropFirst(common).count { $0 == UInt8(ascii: "/") }
    let down = Substring(target.utf8.dropFirst(common))
    return String(repeating: "../", count: up) + PercentEncoding.relativePath(down) + fragment
  }

  /// The absolute address of a file of the site.
  ///
  /// - Parameter site: the absolute address of the root folder of the site.
  package static func absolute(_ target: String, anchor: String? = nil, below site: String) -> String {
    (site.hasSuffix("/") ? site : site + "/") + relative(from: "", to: target, anchor: anchor)
  }

  /// Finds the longest folder path with which both paths begin. Returns its length in bytes, including the last slash.
  private static func sharedFolders(_ left: String.UTF8View, _ right: String.UTF8View) -> Int {
    var shared = 0
    for (offset, (one, other)) in zip(left, right).enumerated() {
      if one != other { break }
      if one == UInt8(ascii: "/") { shared = offset + 1 }
    }
    return shared
  }

  /// Replaces a word in braces, such as `{fichier}`, with an escaped path.
  package static func filling(_ pattern: String, _ word: String, with file: String) -> String {
    let path = file.split(separator: "/").joined(separator: "/")
    return pattern.replacing(word, with: PercentEncoding.relativePath(path[...]))
  }

  /// The `mailto:` address of a mail with a subject (RFC 6068).
  package static func mail(to address: String, subject: String) -> String {
    let recipient = PercentEncoding.component(address).replacing("%40", with: "@")
    return "mailto:" + recipient + "?subject=" + PercentEncoding.component(subject)
  }
}
