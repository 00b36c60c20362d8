import Foundation
import SiteSupport

@testable import SiteBuilding

/// A small toolbox on the real disk, with the stamps of that disk.
final class DiskSite {
  /// How many pages of the site a build rendered.
  enum Extent {
    case nothing, some, all
  }

  let root = FileManager.default.temporaryDirectory.appending(path: "trousse-" + UUID().uuidString)
    .resolvingSymlinksInPath()

  /// - Parameter files: files to add or to replace, by their paths.
  init(_ files: [String: String] = [:]) throws {
    try write("content/site.yml", "titre: T\nurl: à compléter\nmenu: [guide]\n")
    try write("content/guide/a.md", "---\ntitre: A\nordre: 1\n---\nUn texte, et [b](b.md).\n")
    try write("content/guide/b.md", "---\ntitre: B\nordre: 2\n---\n![](../fichiers/i.svg){decorative}\n")
    try write("content/fichiers/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")
    try write("content/declarations/accessibilite.yml", FixtureSite.declaration)
    for (path, text) in files { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ path: String, _ text: String) throws {
    let file = root.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) -> String? { try? String(contentsOf: root.appending(path: path), encoding: .utf8) }

  func path(_ path: String) -> String { root.appending(path: path).path() }

  /// Builds, and returns the report and the extent of the build.
  func build(
    output: String = "output", outputs: [any SiteOutput] = SiteOutputs.all,
    _ change: (inout SiteGenerator.Options) -> Void = { _ in }
  ) -> (report: SiteGenerator.Report, extent: Extent) {
    var options = SiteGenerator.Options(
      root: root.path(), output: path(output), shownOutput: output, theme: nil,
      themeFolders: [path("themes"), FixtureSite.themes], baseURL: nil, isStrict: false)
    change(&options)
    let report = SiteGenerator(options, fileSystem: .disk, outputs: outputs).build()
    let rendered = report.computed["page"] ?? 0
    return (report, rendered >= report.pages ? .all : rendered == 0 && report.written == 0 ? .nothing : .some)
  }

  /// Every published file.
  func files(of output: String = "output") throws -> [String: Data] {
    let folder = root.appending(path: output)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
    return try names.filter { !$0.hasPrefix(".trousse") }.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let file = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue else {
        return
      }
      files[name] = try Data(contentsOf: file)
    }
  }
}
