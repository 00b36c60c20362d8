import Foundation
import ToolboxLoading

/// A folder for one piece of work, which nobody else may look into.
enum ScratchFolder {
  /// Does something with a folder where the system keeps such ones, then removes it with all that a program put there.
  ///
  /// - Parameter body: is given its path, without symbolic links.
  /// - Throws: what the machine refused.
  static func with<Result>(
    _ body: (_ path: String) throws(FileSystemError) -> Result
  ) throws(FileSystemError) -> Result {
    let pattern = Path.join(FileManager.default.temporaryDirectory.path(), "trousse-pdf-XXXXXX")
    var name = Array(pattern.utf8CString)
    let isMade = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    guard isMade else { throw FileSystemError(path: pattern, code: errno, isFolder: true) }
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(FileSystem.disk.realPath(path) ?? path)
  }
}
