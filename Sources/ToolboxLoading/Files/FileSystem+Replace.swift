extension FileSystem {
  /// Puts a file in place whole or not at all: it is written beside its place under a hidden name, then renamed. Where the
  /// path is a symbolic link, what it leads to is replaced, and the link stays.
  ///
  /// - Throws: what the machine refused; then the former file is as it was, and nothing is left beside it.
  public func replace(_ path: String, with bytes: [UInt8]) throws(FileSystemError) {
    let place = realPath(path) ?? path
    let name = Path.name(place)
    // A name may be as long as the system allows; this one must not be longer.
    let waiting = "." + String(String.UnicodeScalarView(name.unicodeScalars.prefix(50))) + ".trousse"
    let staged = String(place.dropLast(name.count)) + waiting
    do throws(FileSystemError) {
      try write(staged, bytes)
      try rename(staged, place)
    } catch {
      try? remove(staged)
      throw error
    }
  }
}
