import Diagnostics
import DiskSupport
import Files
import Foundation
import Testing
import TextSupport
import ToolboxLoading

/// Every read has a size limit, and the checked file is the one that is read.
@Suite struct ReadingBoundTests {
  private let disk = FileSystem.disk

  private func excess(_ body: () throws(FileSystemError) -> [UInt8]) -> FileSystemError.Excess? {
    do {
      _ = try body()
      return nil
    } catch { return error.excess }
  }

  @Test func `a file may be as large as permitted, and not a byte larger`() throws {
    let folder = try DiskFolder()
    try disk.write(folder["a"], Array(repeating: 1, count: 1000))
    try #expect(disk.read(folder["a"], SizeLimit(bytes: 1000), .all).count == 1000)
    let excess = excess { () throws(FileSystemError) in try disk.read(folder["a"], SizeLimit(bytes: 999), .all) }
    #expect(excess?.size == 1000 && excess?.limit == SizeLimit(bytes: 999))
  }

  @Test(.timeLimit(.minutes(1))) func `a file that claims eight gigabytes is refused before it is read`() throws {
    let folder = try DiskFolder()
    try folder.sparse("énorme", 8 << 30)
    let seconds = ProcessorTime.seconds {
      for limit in [SizeLimit.text, .download, .record, .made] {
        let excess = excess { () throws(FileSystemError) in try disk.read(folder["énorme"], limit, .all) }
        #expect(excess?.size == 8 << 30 && excess?.limit == limit)
      }
    }
    #expect(seconds < 1)
  }

  @Test(arguments: [
    "/proc/self/maps", "/proc/self/status",
  ]) func `a file that says nothing of its size is read up to the limit`(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    try #expect(!disk.read(path, .text, .all).isEmpty)
    let excess = excess { () throws(FileSystemError) in try disk.read(path, SizeLimit(bytes: 10), .all) }
    #expect(excess?.limit == SizeLimit(bytes: 10))
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "content/site.yml", "content/guide/a.md", "content/accueil.md", "content/declarations/accessibilite.yml",
    ]) func `a text that is too large is named with its size and the limit`(path: String) throws
  {
    let folder = try DiskFolder(["content/site.yml": "titre: A\n", "content/guide/zz.md": chapter("")])
    try folder.sparse(path, 8 << 30)
    let found = ToolboxLoader(root: folder.path).load().diagnostics.filter { $0.id == .fileTooLarge }
    #expect(found.map(\.shortDescription) == ["file-too-large \(path)"])
    #expect(found.first?.message.english == "this file weighs 8590 MB; the limit is 4 MB")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["content/liens.json", "content/declarations/mesures.json"])
  func `a record that is too large is not read, and not written over`(path: String) throws {
    let folder = try DiskFolder(["content/site.yml": "titre: A\n"])
    try folder.sparse(path, 1 << 30)
    let (source, problem) = RecordFile(path, root: folder.path, fileSystem: .disk).read()
    #expect(source == nil)
    #expect(problem?.id == .fileTooLarge)
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["content/guide/a.md", "content/fichiers/a.png", "content/site.yml"])
  func `a pipe is not waited for`(path: String) throws {
    let folder = try DiskFolder(["content/guide/zz.md": chapter("")])
    try folder.createFolder(Path.parent("/" + path))
    #expect(mkfifo(folder[path], 0o600) == 0)
    let found = ToolboxLoader(root: folder.path).load().diagnostics
    #expect(found.contains { $0.shortDescription == "misplaced-file \(path)" })
  }

  @Test(.timeLimit(.minutes(1))) func `a link to a device that never ends leads out of the content`() throws {
    let folder = try DiskFolder(["content/guide/zz.md": chapter("")])
    try folder.link("content/site.yml", to: "/dev/zero")
    let found = ToolboxLoader(root: folder.path).load().diagnostics
    #expect(found.contains { $0.shortDescription == "symbolic-link-outside content/site.yml" })
  }
}

/// A folder on the real disk that is removed after the test.
final class DiskFolder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path() + "/trousse-" + UUID().uuidString
    try FileSystem.disk.createFolder(path)
    for (name, text) in files {
      try createFolder(Path.parent("/" + name))
      try FileSystem.disk.write(self[name], Array(text.utf8))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  func createFolder(_ name: String) throws { try FileSystem.disk.createFolder(path + name) }

  func link(_ name: String, to target: String) throws {
    try createFolder(Path.parent("/" + name))
    try FileManager.default.createSymbolicLink(atPath: self[name], withDestinationPath: target)
  }

  /// Creates a sparse file: it reports a size and takes no space.
  func sparse(_ name: String, _ size: Int) throws {
    try createFolder(Path.parent("/" + name))
    try FileSystem.disk.write(self[name], [])
    #expect(truncate(self[name], off_t(size)) == 0)
  }
}
