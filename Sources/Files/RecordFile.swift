import Diagnostics

/// A content file that the program writes, and that people commit and merge. An example is `liens.json`. The file is
/// checked when it is read, and is replaced in one step when it is written.
package struct RecordFile: Sendable {
  private let path: String
  private let root: String
  private let fileSystem: FileSystem

  /// Creates a record file.
  ///
  /// - Parameters:
  ///   - path: the path, relative to the root of the toolbox.
  ///   - root: the folder of the toolbox.
  package init(_ path: String, root: String, fileSystem: FileSystem) {
    self.path = path
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Reads the text of the file; nil if the file does not exist. If the file cannot be read as text, the diagnostic
  /// reports the reason.
  package func read() -> (source: SourceText?, diagnostic: Diagnostic?) {
    guard fileSystem.kind(Path.join(root, path)) != nil else { return (nil, nil) }
    return SourceReading.content(of: root, fileSystem).read(path, .record)
  }

  /// Writes the file in one step. If the file already has this content, does nothing. If the system refuses to write,
  /// returns a finding. After success, returns nil.
  package func write(_ text: String) -> Diagnostic? {
    let bytes = Array(text.utf8)
    let place = Path.join(root, path)
    let links = LinkRule.within(Path.join(root, ToolboxFolder.content))
    if let present = try? fileSystem.read(place, .record, links), present == bytes { return nil }
    do throws(FileSystemError) {
      try fileSystem.replace(place, with: bytes, links)
      return nil
    } catch {
      return .unwritableFile(path, error)
    }
  }
}
