import DiskSupport
import Files
import Foundation
import Synchronization
import Testing

/// A path that becomes a symbolic link between the check and the opening is treated as a link: nothing outside is read
/// or written.
@Suite struct LinkRaceTests {
  private static let rounds = 2000
  private static let inside: [UInt8] = Array("dedans".utf8)
  private static let outside: [UInt8] = Array("dehors".utf8)

  private let disk = FileSystem.disk

  /// A content folder, and a folder beside it with the same names.
  private func folder() throws -> DiskFolder {
    try DiskFolder([
      "content/guide/a.md": "dedans", "secret/a.md": "dehors", "secret/guide/a.md": "dehors", "écarté": "",
    ])
  }

  /// Runs a function repeatedly while another thread alternates an item with a symbolic link to the outside. Runs at
  /// least `rounds` times and, up to a maximum, until the function has succeeded once; returns whether it has.
  private func swapping(
    _ folder: DiskFolder, _ name: String, to target: String, _ body: () -> Bool
  ) throws -> Bool {
    let isOver = Atomic(false)
    let swaps = Atomic(0)
    try folder.link("lien", to: folder[target])
    let (path, link, aside) = (folder[name], folder["lien"], folder["écarté"])
    unlink(aside)
    let ended = DispatchSemaphore(value: 0)
    let thread = Thread {
      while !isOver.load(ordering: .relaxed) {
        rename(path, aside)
        rename(link, path)
        swaps.add(1, ordering: .relaxed)
        rename(path, link)
        rename(aside, path)
      }
      ended.signal()
    }
    thread.start()
    while swaps.load(ordering: .relaxed) == 0 { sched_yield() }
    var (rounds, isThrough) = (0, false)
    while rounds < Self.rounds || !isThrough && rounds < 100 * Self.rounds {
      if body() { isThrough = true }
      rounds += 1
    }
    isOver.store(true, ordering: .relaxed)
    ended.wait()
    return isThrough
  }

  @Test(arguments: [
    ("content/guide/a.md", "secret/a.md"), ("content/guide", "secret"), ("content/guide", "secret/guide"),
  ]) func `a file, or a folder above it, that is swapped for a link never gives the outside text`(
    swapped: String, target: String
  ) throws {
    for rule in [LinkRule.within, LinkRule.none(below:)] {
      let folder = try folder()
      let content = folder["content"]
      let isThrough = try swapping(folder, swapped, to: target) {
        guard let bytes = try? disk.read(content + "/guide/a.md", .text, rule(content)) else { return false }
        #expect(bytes == Self.inside)
        return true
      }
      #expect(isThrough)
    }
  }

  @Test func `a folder that is swapped for a link is never listed for what is outside`() throws {
    let folder = try DiskFolder(["content/guide/dedans.md": "", "secret/dehors.md": "", "écarté": ""])
    let content = folder["content"]
    let isThrough = try swapping(folder, "content/guide", to: "secret") {
      guard let items = try? disk.list(content + "/guide", .within(content)) else { return false }
      #expect(items.map(\.name) == ["dedans.md"])
      return true
    }
    #expect(isThrough)
  }

  @Test func `a folder that is swapped for a link is never written into outside`() throws {
    let folder = try DiskFolder(["output/guide/x": "", "secret/x": "", "écarté": ""])
    let output = folder["output"]
    let isThrough = try swapping(folder, "output/guide", to: "secret") {
      let staged = output + "/guide/attente"
      try? disk.createFolder(output + "/guide/sous")
      let isWritten = (try? disk.write(staged, Self.inside)) != nil
      try? disk.rename(staged, output + "/guide/page.html")
      try? disk.remove(output + "/guide/x")
      _ = disk.removeEmptyFolder(output + "/guide/sous")
      return isWritten
    }
    #expect(isThrough)
    try #expect(disk.items(in: folder["secret"]).map(\.name) == ["x"])
  }

  @Test func `a link within the content is followed, and one to a name that only begins like it is not`() throws {
    let folder = try DiskFolder(["content/guide/a.md": "dedans", "content-prive/a.md": "dehors"])
    let content = folder["content"]
    try folder.link("content/b.md", to: "guide/a.md")
    try folder.link("content/absolu.md", to: folder["content/guide/a.md"])
    try folder.link("content/c.md", to: "../content-prive/a.md")
    try folder.link("content/dossier", to: "guide")
    for name in ["/b.md", "/absolu.md", "/dossier/a.md"] {
      try #expect(disk.read(content + name, .text, .within(content)) == Self.inside)
      #expect(throws: FileSystemError.self) { try disk.read(content + name, .text, .none(below: content)) }
    }
    for name in ["/c.md", "/../content-prive/a.md"] {
      #expect(throws: FileSystemError.throughLink(content + name)) {
        try disk.read(content + name, .text, .within(content))
      }
    }
  }

  @Test func `how the content folder itself is reached does not matter`() throws {
    let folder = try DiskFolder(["ailleurs/guide/a.md": "dedans"])
    try folder.link("content", to: "ailleurs")
    try #expect(disk.read(folder["content/guide/a.md"], .text, .within(folder["content"])) == Self.inside)
    try #expect(disk.list(folder["content/guide"], .within(folder["content"])).map(\.name) == ["a.md"])
  }

  @Test func `a record that a link puts elsewhere is neither read nor written`() throws {
    let folder = try DiskFolder(["content/site.yml": "titre: A\n", "ailleurs.json": "{}"])
    try folder.link("content/liens.json", to: "../ailleurs.json")
    let record = RecordFile("content/liens.json", root: folder.path, fileSystem: .disk)
    #expect(record.read().diagnostic?.id == .symbolicLinkOutside)
    #expect(record.write("autre") != nil)
    try #expect(disk.bytes(at: folder["ailleurs.json"]) == Array("{}".utf8))
  }
}
