import Diagnostics

/// A file of the content that the program writes, which people commit and merge: read with care, replaced in one step.
public struct RecordFile: Sendable {
  private let path: String
  private let root: String
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - path: its path, relative to the root of the toolbox.
  ///   - root: the folder of the toolbox.
  public init(_ path: String, root: String, fileSystem: FileSystem) {
    self.path = path
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Its text; nothing where there is no such file. Where it cannot be read as text, the reason why.
  public func read() -> (source: SourceText?, diagnostic: Diagnostic?) {
    guard fileSystem.kind(Path.join(root, path)) != nil else { return (nil, nil) }
    return SourceReading.content(of: root, fileSystem).read(path, .record)
  }

  /// Writes it, in one step; nothing is touched where nothing changed. Gives back what the machine refused.
  public func write(_ text: String) -> Diagnostic? {
    let bytes = Array(text.utf8)
    let place = Path.join(root, path)
    let links = LinkRule.within(Path.join(root, ContentTree.folder))
    if let present = try? fileSystem.read(place, .record, links), present == bytes { return nil }
    do throws(FileSystemError) {
      try fileSystem.replace(place, with: bytes, links)
      return nil
    } catch {
      return .unwritableFile(path, error)
    }
  }
}
