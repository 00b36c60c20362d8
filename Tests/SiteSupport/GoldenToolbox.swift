import Foundation

/// A toolbox in `Tests/toolboxes` that has, beside its content, the pages that it must give.
package struct GoldenToolbox: Sendable, CustomStringConvertible {
  private static let folder = FixtureSite.project + "/Tests/toolboxes"
  /// The command that writes the pages again.
  package static let command = "make golden"
  /// Whether the tests write the pages instead of comparing them. Only the command sets the variable.
  package static let isRewriting = ProcessInfo.processInfo.environment["REWRITE_GOLDEN_PAGES"] == "yes"

  /// The toolboxes that have a folder of pages, even an empty one.
  package static let all: [GoldenToolbox] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map(GoldenToolbox.init).filter { FileManager.default.fileExists(atPath: $0.pages) }
  }()

  private let name: String

  private init(_ name: String) { self.name = name }

  /// The name of the folder.
  package var description: String { name }

  private var content: String { "\(Self.folder)/\(name)/content" }
  private var pages: String { "\(Self.folder)/\(name)/pages" }

  /// The toolbox, which is not built yet.
  package func site(themes: String = FixtureSite.themes) throws -> FixtureSite {
    let files = try Self.texts(below: content)
    return FixtureSite(
      files, site: files["site.yml"], declaration: files["declarations/accessibilite.yml"], themes: themes)
  }

  /// The pages that the toolbox must give, by path.
  package func expectedPages() throws -> [String: String] { try Self.texts(below: pages) }

  /// Replaces the pages that the toolbox must give.
  package func rewrite(_ html: [String: String]) throws {
    try FileManager.default.removeItem(atPath: pages)
    for (path, text) in html {
      let file = URL(filePath: "\(pages)/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private static func texts(below folder: String) throws -> [String: String] {
    var texts: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      texts[path] = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    }
    return texts
  }
}
