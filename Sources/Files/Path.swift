/// Operations on paths. A path is a text in which `/` separates the names. The operations do not access the disk.
package enum Path {
  /// Joins the path of a folder and the path of an item inside the folder.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The parent folder of an absolute path.
  package static func parent(_ path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The names that lead from a folder to a path inside the folder. There are no names if the path is the folder
  /// itself. Nil if the path is outside the folder or contains `..`.
  package static func parts(of path: String, below folder: String) -> [Substring]? {
    // The bytes are compared, not the strings. An accented letter can be one scalar or two scalars. Swift treats the
    // two forms as equal, but the two forms are different file names.
    let start = folder.utf8.lastIndex { $0 != slash }.map { folder.utf8[...$0] } ?? folder.utf8.prefix(0)
    guard path.utf8.starts(with: start) else { return nil }
    let rest = path.utf8.dropFirst(start.count)
    guard rest.isEmpty || rest.first == slash else { return nil }
    let parts = rest.split(separator: slash).map { Substring($0) }
    return parts.contains("..") ? nil : parts
  }

  /// The last name of a path.
  package static func name(_ path: String) -> String {
    guard let name = lastName(path) else { return path }
    return String(path[name])
  }

  /// The part of a path before the last name. A slash at the end of this part is removed. Nothing else is changed.
  package static func folder(of path: String) -> String {
    let end = lastName(path)?.lowerBound ?? path.startIndex
    return path.utf8[..<end].lastIndex { $0 != slash }.map { String(path[...$0]) } ?? ""
  }

  private static let slash = UInt8(ascii: "/")

  /// The range of the last name; nil if the path has no name, as in `/`. This function allocates no memory, because it
  /// is called for every file.
  private static func lastName(_ path: String) -> Range<String.Index>? {
    guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return nil }
    let end = path.utf8.index(after: last)
    let start = path.utf8[..<end].lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
    return start..<end
  }

  /// The last name without its extension.
  package static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The extension in lower case, without the dot. The result is empty if the name has no extension.
  package static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
