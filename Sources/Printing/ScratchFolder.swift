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
    let pattern = Path.join(FileManager.default.temporaryDirectory.path(percentEncoded: false), "trousse-pdf-XXXXXX")
    var name = Array(pattern.utf8CString)
    let refusal = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } == nil ? errno : nil as Int32?
    }
    if let refusal { throw FileSystemError(path: pattern, code: refusal, isFolder: true) }
    let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { remove(path) }
    return try body(FileSystem.disk.realPath(path) ?? path)
  }

  /// Removes a folder. A process that was ended may take a moment to be gone, and still put a file in it.
  private static func remove(_ path: String) {
    for _ in 0..<50 {
      try? FileManager.default.removeItem(atPath: path)
      guard FileSystem.disk.kind(path) != nil else { return }
      usleep(10_000)
    }
  }
}
