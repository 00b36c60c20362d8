import Diagnostics
import DiskSupport
import Files
import Foundation
import Testing
import ToolboxLoading

/// The machine’s own disk; each test has its own folder.
@Suite struct DiskTests {
  /// A folder that is removed after the test.
  private final class Folder {
    let path = NSTemporaryDirectory() + "trousse-" + UUID().uuidString

    init() throws { try FileSystem.disk.createFolder(path) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let disk = FileSystem.disk

  /// The `errno` of a refused operation, or nil if it succeeded.
  private func refusal(_ body: () throws(FileSystemError) -> Void) -> Int32? {
    do {
      try body()
      return nil
    } catch { return error.code }
  }

  @Test func `what is written is read again, whatever its size`() throws {
    let folder = try Folder()
    for size in [0, 1, 65_536, 65_537, 200_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      try disk.write(folder.path + "/a", bytes)
      #expect(try disk.bytes(at: folder.path + "/a") == bytes)
    }
  }

  @Test func `writing leaves no temporary file, whether it works or not`() throws {
    let folder = try Folder()
    try disk.write(folder.path + "/a", [1])
    try disk.write(folder.path + "/a", [2])
    try disk.createFolder(folder.path + "/b")
    #expect(refusal { () throws(FileSystemError) in try disk.write(folder.path + "/b", [3]) } == EISDIR)
    #expect(try disk.items(in: folder.path).map(\.name) == ["a", "b"])
    #expect(try disk.bytes(at: folder.path + "/a") == [2])
  }

  @Test func `a folder is listed by name, links followed`() throws {
    let folder = try Folder()
    try disk.write(folder.path + "/é", [])
    try disk.createFolder(folder.path + "/z")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/l", withDestinationPath: folder.path + "/z")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/n", withDestinationPath: "nulle-part")
    #expect(
      try disk.items(in: folder.path) == [
        .init(name: "l", kind: .folder, isLink: true), .init(name: "n", kind: .other, isLink: true),
        .init(name: "z", kind: .folder, isLink: false), .init(name: "é", kind: .file, isLink: false),
      ])
    #expect(disk.realPath(folder.path + "/l") == disk.realPath(folder.path + "/z"))
    #expect(disk.realPath(folder.path + "/n") == nil)
    #expect(disk.kind(folder.path + "/n") == nil)
  }

  @Test func `folders are created with those above them, once or twice`() throws {
    let folder = try Folder()
    try disk.createFolder(folder.path + "/a/b/c")
    try disk.createFolder(folder.path + "/a/b/c")
    #expect(disk.kind(folder.path + "/a/b/c") == .folder)
    #expect(!disk.removeEmptyFolder(folder.path + "/a/b"))
    #expect(disk.removeEmptyFolder(folder.path + "/a/b/c"))
  }

  @Test func `a slash at the end of a folder’s path means nothing`() throws {
    let folder = try Folder()
    try disk.write(folder.path + "/a", [])
    try disk.createFolder(folder.path + "/")
    try disk.createFolder(folder.path + "//b///")
    #expect(try disk.list(folder.path, .all).map(\.name) == ["a", "b"])
    #expect(disk.removeEmptyFolder(folder.path + "/b/"))
    #expect(try disk.list(folder.path, .none(below: folder.path + "/")).map(\.name) == ["a"])
  }

  @Test func `what stands in the way is named by the system’s number`() throws {
    let folder = try Folder()
    try disk.write(folder.path + "/fichier", [])
    #expect(refusal { () throws(FileSystemError) in _ = try disk.bytes(at: folder.path) } == EISDIR)
    #expect(refusal { () throws(FileSystemError) in _ = try disk.bytes(at: folder.path + "/absent") } == ENOENT)
    #expect(refusal { () throws(FileSystemError) in _ = try disk.items(in: folder.path + "/fichier") } == ENOTDIR)
    #expect(refusal { () throws(FileSystemError) in try disk.createFolder(folder.path + "/fichier") } == EEXIST)
    #expect(refusal { () throws(FileSystemError) in try disk.createFolder(folder.path + "/fichier/a") } == ENOTDIR)
    #expect(refusal { () throws(FileSystemError) in try disk.write(folder.path + "/absent/a", []) } == ENOENT)
  }

  @Test func `a named pipe is refused, not waited for`() throws {
    let folder = try Folder()
    #expect(mkfifo(folder.path + "/tube", 0o600) == 0)
    #expect(refusal { () throws(FileSystemError) in _ = try disk.bytes(at: folder.path + "/tube") } == EINVAL)
  }

  @Test func `removing what is gone is no failure`() throws {
    let folder = try Folder()
    try disk.write(folder.path + "/a", [])
    try disk.remove(folder.path + "/a")
    #expect(refusal { () throws(FileSystemError) in try disk.remove(folder.path + "/a") } == nil)
  }

  @Test func `two files whose names differ in the form of their accents alone`() throws {
    let folder = try Folder()
    try disk.createFolder(folder.path + "/content/fichiers")
    let names = ["\u{E9}tapes.pdf", "e\u{301}tapes.pdf"]
    for name in names { try disk.write(folder.path + "/content/fichiers/" + name, Array(name.utf8)) }
    // Some file systems keep only one of the two names.
    guard try disk.items(in: folder.path + "/content/fichiers").count == 2 else { return }
    try disk.write(folder.path + "/content/site.yml", Array("titre: A\n".utf8))
    let found = ToolboxLoader(root: folder.path).load().diagnostics
    let finding = try #require(found.first)
    #expect(found.map(\.id) == [.duplicateAddress])
    let files = [finding.location?.file, finding.related.first?.location.file].compactMap { $0.map { Array($0.utf8) } }
    #expect(Set(files) == Set(names.map { Array("content/fichiers/\($0)".utf8) }))
  }
}
