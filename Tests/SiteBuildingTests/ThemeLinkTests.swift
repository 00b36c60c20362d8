import Diagnostics
import DiskSupport
import Files
import Foundation
import SiteSupport
import Testing
import TextSupport

@testable import SiteBuilding

/// Symbolic links in themes: what is outside is not published.
@Suite struct ThemeLinkTests {
  private static let secret = "ceci n’est pas pour le public"

  /// A toolbox on the disk with a theme of its own, and a secret beside it.
  private func site() throws -> DiskSite {
    let site = try DiskSite(["themes/x/theme.yml": "extends: default\n", "secret/assets/cle.txt": Self.secret])
    try site.write("secret/pied.mustache", Self.secret)
    try site.write("secret/fr.yml", "")
    try site.write("secret/style.css", "/* \(Self.secret) */")
    try site.write("secret/theme.yml", "extends: default\n")
    return site
  }

  private func link(_ path: String, to target: String, in site: DiskSite) throws {
    let place = site.root.appending(path: path)
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createSymbolicLink(atPath: place.path(), withDestinationPath: target)
  }

  @Test(
    arguments: [
      ("themes/x/assets/cle.txt", "../../../secret/assets/cle.txt"), ("themes/x/assets", "../../secret/assets"),
      ("themes/x/assets/style.css", "../../../secret/style.css"),
      ("themes/x/templates/pied.mustache", "../../../secret/pied.mustache"),
      ("themes/x/templates", "../../secret"), ("themes/x/theme.yml", "../../secret/theme.yml"),
      ("themes/x/libelles/fr.yml", "../../../secret/fr.yml"), ("themes/x/libelles", "../../secret"),
      ("themes/x", "../secret"),
    ])
  func `a link out of the themes is an error that names it`(path: String, target: String) throws {
    let site = try site()
    try link(path, to: target, in: site)
    let report = site.build { $0.theme = "x" }.report
    #expect(
      report.diagnostics.filter { $0.severity == .error }.map(\.shortDescription) == ["symbolic-link-outside \(path)"])
    #expect(report.written == nil || report.written == 0)
    #expect(!FileManager.default.fileExists(atPath: site.path("output")))
  }

  @Test(
    arguments: [
      ("themes/x/assets/note.txt", "../../y/assets/note.txt"), ("themes/x/assets", "../y/assets"), ("themes/z", "y"),
    ])
  func `a link within the themes is followed: to another file, to another theme, to a theme as a whole`(
    path: String, target: String
  ) throws {
    let site = try site()
    try site.write("themes/y/theme.yml", "extends: default\n")
    try site.write("themes/y/assets/note.txt", "une note")
    try link(path, to: target, in: site)
    let report = site.build { $0.theme = path == "themes/z" ? "z" : "x" }.report
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(try site.files().contains { $0.key.contains("note") && $0.value == Data("une note".utf8) })
  }

  @Test func `a file of the theme that becomes a link after a build is refused by the next one`() throws {
    let site = try site()
    try site.write("themes/x/assets/note.txt", "une note")
    #expect(site.build { $0.theme = "x" }.report.diagnostics.filter { $0.severity == .error } == [])
    try link("themes/x/assets/note.txt", to: "../../../secret/assets/cle.txt", in: site)
    let found = site.build { $0.theme = "x" }.report.diagnostics.filter { $0.severity == .error }
    #expect(found.map(\.shortDescription) == ["symbolic-link-outside themes/x/assets/note.txt"])
    #expect(try !site.files().values.contains(Data(Self.secret.utf8)))
  }

  @Test(
    arguments: ["content/guide/a.md", "content/fichiers/i.svg", "content/site.yml"])
  func `a file of the content that becomes a link while the site is built is refused`(path: String) throws {
    let site = try site()
    var options = SiteGenerator.Options(
      root: site.root.path(), output: site.path("output"), shownOutput: "output", theme: nil,
      themeFolders: [FixtureSite.themes], baseURL: nil, isStrict: false)
    options.isStrict = false
    let (place, secret) = (site.path(path), site.path("secret/style.css"))
    var system = FileSystem.disk
    let read = system.read
    system.read = { asked, limit, links throws(FileSystemError) in
      // The file becomes a link after all checks, just before it is opened.
      if asked == place {
        unlink(place)
        symlink(secret, place)
      }
      return try read(asked, limit, links)
    }
    let found = SiteGenerator(options, fileSystem: system).build().diagnostics
    #expect(found.contains { $0.shortDescription == "symbolic-link-outside \(path)" })
    #expect(!FileManager.default.fileExists(atPath: site.path("output")))
  }
}
