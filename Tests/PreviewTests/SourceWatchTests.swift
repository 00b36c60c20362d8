import Foundation
import Testing

@testable import Preview

#if os(Linux)
  @Suite
  struct SourceWatchTests {
    private func watching(
      _ folder: RealFolder, _ name: String = "content",
      _ body: (Counter) async throws -> Void
    ) async throws {
      let changes = Counter()
      let watch = try SourceWatch(
        [WatchedSource(folder[name])], onProblem: { _ in },
        onChange: { changes.add() })
      try await body(changes)
      watch.stop()
    }

    @Test func `a file that is written`() async throws {
      let folder = try RealFolder(["content/guide/a.md": "1"])
      try await watching(folder) { changes in
        try folder.write("content/guide/a.md", "2")
        #expect(await changes.next())
      }
    }

    @Test func `a file that an editor saves by renaming, again and again`() async throws {
      let folder = try RealFolder(["content/a.md": "1", "b": "2", "c": "3"])
      try await watching(folder) { changes in
        try folder.move("b", to: "content/a.md")
        #expect(await changes.next())
        try folder.move("c", to: "content/a.md")
        #expect(await changes.next())
      }
    }

    @Test func `a new folder, and then a file in it`() async throws {
      let folder = try RealFolder(["content/a.md": "1"])
      try await watching(folder) { changes in
        try folder.make("content/guide/deep")
        #expect(await changes.next())
        try folder.write("content/guide/deep/b.md", "2")
        #expect(await changes.next())
      }
    }

    @Test func `a folder that comes from elsewhere with all that is in it`() async throws {
      let folder = try RealFolder(["content/a.md": "1", "else/deep/b.md": "2"])
      try await watching(folder) { changes in
        try folder.move("else", to: "content/guide")
        #expect(await changes.next())
        try folder.write("content/guide/deep/b.md", "3")
        #expect(await changes.next())
      }
    }

    @Test func `a file that is removed, and the source as a whole, gone and back`() async throws {
      let folder = try RealFolder(["content/a.md": "1", "content/b.md": "1"])
      try await watching(folder) { changes in
        try folder.remove("content/a.md")
        #expect(await changes.next())
        try folder.move("content", to: "away")
        #expect(await changes.next())
        try folder.move("away", to: "content")
        #expect(await changes.next())
        try folder.write("content/b.md", "2")
        #expect(await changes.next())
      }
    }

    @Test func `what a symbolic link leads to: a folder, and a file, in their own place`() async throws {
      let folder = try RealFolder(["themes/a": "", "themes/.else/b.css": "1", "themes/.more/c.css": "1", "new": "2"])
      try folder.link("themes/mine", to: ".else")
      try folder.link("themes/c.css", to: folder["themes/.more/c.css"])
      try await watching(folder, "themes") { changes in
        try folder.write("themes/.else/b.css", "2")
        #expect(await changes.next())
        try folder.move("new", to: "themes/.more/c.css")
        #expect(await changes.next())
      }
    }

    @Test func `neighbours of a linked file are nobody’s business`() async throws {
      let folder = try RealFolder(["content/x.md": "1", "content/.more/c.css": "1"])
      try folder.link("content/c.css", to: folder["content/.more/c.css"])
      try await watching(folder) { changes in
        try folder.write("content/.more/d.css", "1")
        try folder.write("content/x.md", "2")
        #expect(await changes.next() && changes.value == 1)
      }
    }

    /// Makes a first change, then the others while the watching thread is blocked, so that they are reported together.
    private func together(_ folder: RealFolder, _ rest: () throws -> Void, then body: (Counter) async throws -> Void)
      async throws
    {
      let (changes, gate) = (Counter(), DispatchSemaphore(value: 0))
      let watch = try SourceWatch(
        [WatchedSource(folder["content"])], onProblem: { _ in },
        onChange: {
          changes.add()
          if changes.value == 1 { gate.wait() }
        })
      try folder.write("content/a.md", "2")
      #expect(await changes.next())
      try rest()
      gate.signal()
      #expect(await changes.next())
      try await body(changes)
      watch.stop()
    }

    @Test func `a burst of changes is told of once`() async throws {
      let folder = try RealFolder(["content/a.md": "1"])
      try await together(folder) {
        for number in 0..<50 { try folder.write("content/\(number).md", "x") }
      } then: { changes in
        try folder.write("content/a.md", "3")
        #expect(await changes.next() && changes.value == 3)
      }
    }

    @Test func `a change that is lost among more than the system keeps`() async throws {
      let folder = try RealFolder(["content/a.md": "1", "content/.more/c.css": "1"])
      try folder.link("content/c.css", to: folder["content/.more/c.css"])
      try await together(folder) {
        // Linux keeps 16,384 events by default, and each of these files, which do not matter, makes two.
        for number in 0..<9000 { folder.touch("content/.more/\(number)") }
        try folder.write("content/a.md", "3")
      } then: { _ in
      }
    }
  }
#endif
