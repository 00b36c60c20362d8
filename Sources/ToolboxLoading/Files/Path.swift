/// Paths as text, with `/` between their parts; never asks the disk.
public enum Path {
  /// The path of an item below a folder.
  public static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that an absolute path stands in.
  public static func parent(_ path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// The names on the way from a folder to a path at it or below it; nil for any other path, and for one that may lead out
  /// again.
  public static func parts(of path: String, below folder: String) -> [Substring]? {
    // Bytes are compared: equal texts may be other names, where an accent is one character or two.
    let start = folder.utf8.lastIndex { $0 != slash }.map { folder.utf8[...$0] } ?? folder.utf8.prefix(0)
    guard path.utf8.starts(with: start) else { return nil }
    let rest = path.utf8.dropFirst(start.count)
    guard rest.isEmpty || rest.first == slash else { return nil }
    let parts = rest.split(separator: slash).map { Substring($0) }
    return parts.contains("..") ? nil : parts
  }

  /// A file's name without its folder.
  public static func name(_ path: String) -> String {
    guard let name = lastName(path) else { return path }
    return String(path[name])
  }

  /// What stands before a file's name, as it is written, without a slash at the end.
  static func folder(of path: String) -> String {
    let end = lastName(path)?.lowerBound ?? path.startIndex
    return path.utf8[..<end].lastIndex { $0 != slash }.map { String(path[...$0]) } ?? ""
  }

  private static let slash = UInt8(ascii: "/")

  /// Where the last name of a path stands; nil where it has none. It is asked of every file: nothing is taken apart.
  private static func lastName(_ path: String) -> Range<String.Index>? {
    guard let last = path.utf8.lastIndex(where: { $0 != slash }) else { return nil }
    let end = path.utf8.index(after: last)
    let start = path.utf8[..<end].lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
    return start..<end
  }

  /// A file's name without its folder and its last ending.
  public static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A file's last ending in lower case, without the dot; empty where it has none.
  public static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
