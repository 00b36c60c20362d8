import Files
import Foundation

extension FileSystem {
  /// The bytes of a file, with all symbolic links followed.
  package func bytes(at path: String) throws(FileSystemError) -> [UInt8] { try read(path, .made, .all) }

  /// The items of a folder, with all symbolic links followed.
  package func items(in path: String) throws(FileSystemError) -> [Item] { try list(path, .all) }
}

extension LinkRule {
  /// Applies the rule to a simulated disk, as the machine's own disk applies it.
  ///
  /// - Throws: an error for a symbolic link that must not be followed.
  func check(
    _ path: String, isLink: (String) -> Bool, realPath: (String) -> String?
  ) throws(FileSystemError) {
    let isKept =
      switch self {
      case .all: true
      case .within(let folder):
        realPath(path).map { Path.parts(of: $0, below: realPath(folder) ?? folder) != nil } ?? true
      case .none(let folder):
        Path.parts(of: path, below: folder).map { parts in
          !parts.indices.contains { isLink(Path.join(folder, parts[...$0].joined(separator: "/"))) }
        } ?? false
      }
    if !isKept { throw .throughLink(path) }
  }
}
