import Diagnostics
import Foundation
import SiteBuilding
import SiteSupport
import Synchronization
import Testing

@testable import Preview

#if os(Linux)
  @Suite
  struct PreviewSessionTests {
    private static let page = "content/guide/a.md"

    private static func text(_ body: String) -> String { "---\ntitre: A\nordre: 1\n---\n\n\(body)\n" }

    /// The preview of a small toolbox on the real disk.
    private func previewing(_ body: (RealFolder, RawClient, Counter) async throws -> Void) async throws {
      let folder = try RealFolder([
        "content/site.yml": "titre: Une boîte\n", "content/declarations/accessibilite.yml": FixtureSite.declaration,
        Self.page: Self.text("Premier."),
      ])
      let options = SiteGenerator.Options(
        root: folder.path, output: folder["output"], shownOutput: "output", theme: nil,
        themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false)
      let last = Mutex<SitePreview?>(nil)
      let session = PreviewSession(of: [WatchedSource(folder["content"])]) {
        let preview = last.withLock { former in
          let preview = SiteGenerator(options).preview(after: former)
          former = preview
          return preview
        }
        return PreviewSession.Build(
          files: preview.files, diagnostics: preview.report.diagnostics, sources: preview.report.sources,
          language: .french)
      }
      let (builds, end) = (Counter(), Counter())
      Thread {
        session.follow(onProblem: { _ in }, onBuild: { _, _ in builds.add() })
        end.add()
      }.start()
      let port = try await session.listen(on: 0).get()
      #expect(await builds.next())
      try await body(folder, RawClient(port: port), builds)
      session.stop()
      #expect(await end.next())
      #expect(!FileManager.default.fileExists(atPath: folder["output"]), "a preview publishes nothing")
      #expect(!FileManager.default.fileExists(atPath: folder[".trousse"]), "and keeps nothing")
    }

    @Test func `a page follows its source`() async throws {
      try await previewing { folder, client, _ in
        #expect(await client.get("/guide/a.html")?.contains("Premier.") == true)
        async let told = client.events(until: "-2\"")
        try folder.write(Self.page, Self.text("Second."))
        #expect(await told != nil)
        #expect(await client.get("/guide/a.html")?.contains("Second.") == true)
      }
    }

    @Test
    func `a build that fails leaves the last good page, with what is wrong over it, until it is mended`() async throws {
      try await previewing { folder, client, builds in
        async let told = client.events(until: "nulle.md")
        try folder.write(Self.page, Self.text("[x](nulle.md)"))
        #expect(await told?.contains("content/guide/a.md:6:5") == true)
        let wrong = try #require(await client.get("/guide/a.html"))
        #expect(wrong.hasPrefix("HTTP/1.1 200 ") && wrong.contains("Premier.") && wrong.contains("role=\"alert\""))
        #expect(await builds.next())
        try folder.write(Self.page, Self.text("Mieux."))
        #expect(await builds.next())
        let mended = try #require(await client.get("/guide/a.html"))
        #expect(mended.contains("Mieux.") && !mended.contains("role=\"alert\""))
      }
    }

    @Test func `what is served without what the preview adds is what is published, to the byte`() async throws {
      let site = FixtureSite(["guide/a.md": Self.text("Texte.")])
      #expect(!site.build().hasErrors)
      let options = SiteGenerator.Options(
        root: FixtureSite.root, output: "", shownOutput: "", theme: nil,
        themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false)
      let files = try #require(SiteGenerator(options, fileSystem: site.disk.fileSystem).preview().files)
      for file in files {
        #expect(site.output[file.path] == String(decoding: file.bytes, as: UTF8.self), "\(file.path)")
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains("_trousse"), "\(file.path)")
      }
      #expect(Set(files.map(\.path)) == Set(site.output.keys.filter { !$0.hasPrefix(".trousse/") }))
    }
  }
#endif
