import DiskSupport
import Testing

@testable import Preview

/// The folders to watch.
@Suite struct WatchedTreeTests {
  private func folders(_ disk: MemoryDisk) -> [String: WatchedTree.Interest] {
    WatchedTree([WatchedSource("/b/content")], fileSystem: disk.fileSystem).folders
  }

  @Test func `all below a source, and in the folder above it its name`() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/b/content/guide/b.md": "", "/b/output/x": ""])
    #expect(
      folders(disk) == ["/b": .names(["content"]), "/b/content": .everything, "/b/content/guide": .everything])
  }

  @Test func `what is not there yet is waited for where it would be`() {
    let disk = MemoryDisk(["/b/x": ""])
    #expect(folders(disk) == ["/b": .names(["content"])])
    let deep = WatchedTree([WatchedSource("/b/share/themes")], fileSystem: disk.fileSystem)
    #expect(deep.folders == ["/b": .names(["share"])])
  }

  @Test
  func `hidden folders are not looked into`() {
    #expect(folders(MemoryDisk(["/b/content/.git/x": ""]))["/b/content/.git"] == nil)
  }

  @Test func `a source that is a link is watched where it leads, and where it stands`() {
    let disk = MemoryDisk(["/else/guide/a.md": "", "/b/x": ""])
    disk.link("/b/content", to: "/else")
    #expect(
      folders(disk) == ["/b": .names(["content"]), "/else": .everything, "/else/guide": .everything])
  }

  @Test func `a link out of a source is not followed, since builds refuse it`() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/else/deep/b.md": ""])
    disk.link("/b/content/guide", to: "/else")
    #expect(folders(disk)["/else"] == nil && folders(disk)["/else/deep"] == nil)
  }

  @Test func `of a linked file, its name in its folder is watched`() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/b/content/.store/t.css": "", "/b/content/.store/u.css": ""])
    disk.link("/b/content/s.css", to: "/b/content/.store/t.css")
    #expect(folders(disk)["/b/content/.store"] == .names(["t.css"]))
  }

  @Test func `links that lead in a circle end`() {
    let disk = MemoryDisk(["/b/content/guide/a.md": ""])
    disk.link("/b/content/guide/up", to: "/b/content")
    #expect(folders(disk).count == 3)
  }
}
