import Addresses

/// A path as a link names it: what was written, and the folder from which it is meant.
struct Place {
  /// The path, escapes undone.
  var path: String
  /// What follows `#`.
  var anchor: AddressFragment?
  /// The folder from which the path is meant.
  var folder: [String]
  /// What stands before the path: nothing, or `guide:`.
  var prefix: String

  /// Whether it begins at the root of a site or of a disk: `/`, `C:\`.
  var isAbsolute: Bool {
    let start = path.prefix(2)
    return path.hasPrefix("/") || start.count == 2 && start.hasSuffix(":") && start.first?.isLetter ?? false
  }

  /// The parts of the whole path, `.` and `..` followed; nil where they lead above the root.
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

  /// The address that was probably meant: `www.exemple.fr` without `https://`, `contact@exemple.fr` without `mailto:`.
  var address: String? {
    if path.lowercased().hasPrefix("www.") { return "https://" + path + suffix }
    if path.contains("@"), !path.contains("/"), !path.hasSuffix(".md") { return "mailto:" + path }
    return nil
  }

  /// Another file as a link from the same folder would name it, with the same anchor.
  func written(_ path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    var common = 0
    while common < folder.count, common < parts.count - 1, folder[common] == parts[common] { common += 1 }
    let up = Array(repeating: "..", count: folder.count - common)
    return prefix + (up + parts[common...]).joined(separator: "/").replacing(" ", with: "%20") + suffix
  }

  private var suffix: String { anchor.map { "#" + $0.written } ?? "" }
}
