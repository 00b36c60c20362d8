extension FileSystem {
  /// A path without `..`, and without symbolic links as far as it leads to something that is there.
  public func resolved(_ path: String) -> String {
    path.split(separator: "/").reduce("/") { folder, part in
      guard part != ".." else { return Path.parent(folder) }
      let full = Path.join(folder, String(part))
      return realPath(full) ?? full
    }
  }

  /// Puts a file in place whole or not at all: it is written beside its place under a hidden name, then renamed. Where the
  /// path is a symbolic link that is followed, what it leads to is replaced, and the link stays.
  ///
  /// - Parameter links: which links are followed.
  /// - Throws: what the machine refused; then the former file is as it was, and nothing is left beside it.
  public func replace(_ path: String, with bytes: [UInt8], _ links: LinkRule) throws(FileSystemError) {
    let place = try place(of: path, links)
    let name = Path.name(place)
    // A name may be as long as the system allows; this one must not be longer.
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

  /// Where a path leads by the links that may be followed.
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
