import DiskSupport
import Testing

@testable import Preview

@Suite("The folders to watch")
struct WatchedTreeTests {
  private func folders(_ disk: MemoryDisk) -> [String: WatchedTree.Interest] {
    WatchedTree([WatchedSource("/b/content")], fileSystem: disk.fileSystem).folders
  }

  @Test("All below a source, and in the folder above it its name")
  func all() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/b/content/guide/b.md": "", "/b/output/x": ""])
    #expect(
      folders(disk) == ["/b": .names(["content"]), "/b/content": .everything, "/b/content/guide": .everything])
  }

  @Test("What is not there yet is waited for where it would be")
  func absent() {
    let disk = MemoryDisk(["/b/x": ""])
    #expect(folders(disk) == ["/b": .names(["content"])])
    let deep = WatchedTree([WatchedSource("/b/share/themes")], fileSystem: disk.fileSystem)
    #expect(deep.folders == ["/b": .names(["share"])])
  }

  @Test("Hidden folders are not looked into")
  func hidden() { #expect(folders(MemoryDisk(["/b/content/.git/x": ""]))["/b/content/.git"] == nil) }

  @Test("A source that is a link is watched where it leads, and where it stands")
  func linkedSource() {
    let disk = MemoryDisk(["/else/guide/a.md": "", "/b/x": ""])
    disk.link("/b/content", to: "/else")
    #expect(
      folders(disk) == ["/b": .names(["content"]), "/else": .everything, "/else/guide": .everything])
  }

  @Test("A link out of a source is not followed, since builds refuse it")
  func linkOut() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/else/deep/b.md": ""])
    disk.link("/b/content/guide", to: "/else")
    #expect(folders(disk)["/else"] == nil && folders(disk)["/else/deep"] == nil)
  }

  @Test("Of a linked file, its name in its folder is watched")
  func linkedFile() {
    let disk = MemoryDisk(["/b/content/a.md": "", "/b/content/.store/t.css": "", "/b/content/.store/u.css": ""])
    disk.link("/b/content/s.css", to: "/b/content/.store/t.css")
    #expect(folders(disk)["/b/content/.store"] == .names(["t.css"]))
  }

  @Test("Links that lead in a circle end")
  func circle() {
    let disk = MemoryDisk(["/b/content/guide/a.md": ""])
    disk.link("/b/content/guide/up", to: "/b/content")
    #expect(folders(disk).count == 3)
  }
}
