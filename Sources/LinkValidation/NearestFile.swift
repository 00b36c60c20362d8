import Diagnostics
import Synchronization

/// Finds the file that a broken path probably means. Most toolboxes have no broken path and need no search. Therefore
/// the index is built only at the first search.
final class NearestFile: Sendable {
  private struct Files {
    let paths: [String]
    let names: [String: [String]]

    init(_ paths: [String]) {
      self.paths = paths.sorted()
      names = Dictionary(grouping: self.paths, by: NearestFile.name)
    }
  }

  private let paths: [String]
  private let ordered = Mutex<Files?>(nil)

  init(_ paths: [String]) { self.paths = paths }

  private var files: Files {
    ordered.withLock { ordered in
      let files = ordered ?? Files(paths)
      ordered = files
      return files
    }
  }

  /// The path of the file that was probably meant; nil if no file matches. The search first looks for the same name in
  /// any folder, ignoring case. Then it looks for a similar name in the same folder. Finally, it looks for a similar
  /// name in any folder: first for the name alone, then for the name with `.md` added.
  func find(_ path: String) -> String? {
    let name = Self.name(path)
    let folder = path.dropLast(name.count)
    let (paths, names) = (files.paths, files.names)
    let siblings = paths.filter { $0.hasPrefix(folder) && !$0.dropFirst(folder.count).contains("/") }
    if let same = names.keys.sorted().first(where: { $0.lowercased() == name.lowercased() }) {
      return nearest(of: names[same] ?? [], to: path)
    }
    if let near = NearestMatch.find(name, among: siblings.map(Self.name)) { return folder + near }
    for wanted in [name, name + ".md"] {
      if let near = NearestMatch.find(wanted, among: names.keys) { return nearest(of: names[near] ?? [], to: path) }
    }
    return nil
  }

  /// The path that resembles another one most, among the paths of files with one name. Files in folders of the same name
  /// come first.
  private func nearest(of paths: [String], to path: String) -> String? {
    let folder = Self.folder(path)
    let same = paths.filter { Self.folder($0) == folder }
    if same.isEmpty, Self.namesItsFolder(path) {
      let near = NearestMatch.find(folder, among: paths.map(Self.folder))
      return near.flatMap { near in paths.first { Self.folder($0) == near } }
    }
    let candidates = same.isEmpty ? paths : same
    return NearestMatch.find(path, among: candidates) ?? candidates.first
  }

  /// Whether a file stands for its folder. Such a file is meant by the name of the folder, because all have one name.
  private static func namesItsFolder(_ path: String) -> Bool { name(path).lowercased() == "index.md" }

  /// The name of the folder of a file.
  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().last.map(String.init) ?? ""
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
