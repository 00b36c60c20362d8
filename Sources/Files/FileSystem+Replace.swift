extension FileSystem {
  /// Removes `..` from a path, and resolves symbolic links in the part of the path that exists.
  package func resolved(_ path: String) -> String {
    path.split(separator: "/").reduce("/") { folder, part in
      guard part != ".." else { return Path.parent(folder) }
      let full = Path.join(folder, String(part))
      return realPath(full) ?? full
    }
  }

  /// Replaces a file atomically: writes the content under a hidden name in the same folder, then renames it. If the
  /// path is a symbolic link that the rule permits, the target of the link is replaced and the link stays.
  ///
  /// - Parameter links: the symbolic links that are followed.
  /// - Throws: the error of the system. The old file is then unchanged, and the hidden file is removed.
  package func replace(_ path: String, with bytes: [UInt8], _ links: LinkRule) throws(FileSystemError) {
    let place = try place(of: path, links)
    let name = Path.name(place)
    // Only the start of the name is used. The whole name may already have the maximum length, so a longer hidden name
    // would be refused.
    let waiting = "." + String(String.UnicodeScalarView(name.unicodeScalars.prefix(50))) + ".trousse"
    let staged = Path.join(Path.parent(place), waiting)
    do throws(FileSystemError) {
      try write(staged, bytes)
      try rename(staged, place)
    } catch {
      try? remove(staged)
      throw error
    }
  }

  /// Resolves a path, following only the symbolic links that the rule permits. Throws if the result is outside the
  /// folder of the rule.
  private func place(of path: String, _ links: LinkRule) throws(FileSystemError) -> String {
    switch links {
    case .all: return resolved(path)
    case .within(let folder):
      let place = resolved(path)
      guard Path.parts(of: place, below: resolved(folder)) != nil else { throw .throughLink(path) }
      return place
    case .none(let folder):
      guard let parts = Path.parts(of: path, below: folder) else { throw .throughLink(path) }
      return parts.reduce(resolved(folder)) { Path.join($0, String($1)) }
    }
  }
}
