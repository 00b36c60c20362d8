import Files
import Foundation
import Testing

/// The next run removes the folders of killed processes; folders in use stay.
@Suite struct ScratchFolderTests {
  @Test func `what a program left that was killed goes, with all that is in it`() throws {
    let place = try DiskFolder(["trousse-pdf-aB3xYz/profile/deep/file": "", "trousse-pdf-000000/errors": ""])
    ScratchFolder.sweep(place.path)
    #expect(try FileSystem.disk.list(place.path, .all) == [])
  }

  @Test func `what only looks like it stays, and so does what a link leads to`() throws {
    let place = try DiskFolder([
      "trousse-pdf-long-name/a": "", "autre-pdf-aB3xYz/a": "", "trousse-pdf-fichie": "", "ailleurs/a": "",
    ])
    try place.link("trousse-pdf-lienXX", to: "ailleurs")
    ScratchFolder.sweep(place.path)
    #expect(
      try FileSystem.disk.list(place.path, .all).map(\.name) == [
        "ailleurs", "autre-pdf-aB3xYz", "trousse-pdf-fichie", "trousse-pdf-lienXX", "trousse-pdf-long-name",
      ])
    #expect(FileSystem.disk.kind(place["ailleurs/a"]) == .file)
  }

  @Test func `one in use stays, and goes with its work`() throws {
    let path = try ScratchFolder.with { path throws(FileSystemError) in
      try FileSystem.disk.write(path + "/a", [])
      ScratchFolder.sweep(Path.parent(path))
      #expect(FileSystem.disk.kind(path + "/a") == .file)
      return path
    }
    #expect(FileSystem.disk.kind(path) == nil)
  }

  @Test func `another work that begins meanwhile takes nothing away`() throws {
    try ScratchFolder.with { outer throws(FileSystemError) in
      let inner = try ScratchFolder.with { inner throws(FileSystemError) in inner }
      #expect(FileSystem.disk.kind(inner) == nil)
      #expect(FileSystem.disk.kind(outer) == .folder)
    }
  }
}
