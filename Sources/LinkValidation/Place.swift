import Addresses

/// The path in a link, and the folder to which the path is relative.
struct Place {
  /// The path, unescaped.
  var path: String
  /// The fragment after `#`.
  var anchor: AddressFragment?
  /// The folder to which the path is relative.
  var folder: [String]
  /// The prefix of the path: empty, or `guide:`.
  var prefix: String

  /// Whether the path begins at the root of a site or of a disk: `/`, `C:\`.
  var isAbsolute: Bool {
    let start = path.prefix(2)
    return path.hasPrefix("/") || start.count == 2 && start.hasSuffix(":") && start.first?.isLetter ?? false
  }

  /// The components of the whole path, with `.` and `..` resolved; nil if `..` leads above the root.
  var parts: [String]? {
    var result: [String] = []
    for part in folder + path.split(separator: "/").map(String.init) where part != "." {
      if part == ".." {
        guard result.popLast() != nil else { return nil }
      } else {
        result.append(part)
      }
    }
    return result
  }

  /// The address that the editor probably meant: `https://www.exemple.fr` for `www.exemple.fr`, and
  /// `mailto:contact@exemple.fr` for `contact@exemple.fr`. Nil for any other path.
  var address: String? {
    if path.lowercased().hasPrefix("www.") { return "https://" + path + suffix }
    if path.contains("@"), !path.contains("/"), !path.hasSuffix(".md") { return "mailto:" + path }
    return nil
  }

  /// The target with which this link leads to the given file. The anchor stays the same.
  func written(_ path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    var common = 0
    while common < folder.count, common < parts.count - 1, folder[common] == parts[common] { common += 1 }
    let up = Array(repeating: "..", count: folder.count - common)
    return prefix + (up + parts[common...]).joined(separator: "/").replacing(" ", with: "%20") + suffix
  }

  private var suffix: String { anchor.map { "#" + $0.written } ?? "" }
}
