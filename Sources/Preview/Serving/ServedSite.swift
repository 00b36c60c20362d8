import SiteGeneration
import ToolboxLoading

/// A site as it is served: the files that a build would publish, in memory.
///
/// Nothing of it is on the disk, so no name that is asked for can lead to another file.
struct ServedSite: Sendable {
  private let files: [String: [UInt8]]

  init(_ files: [StagedFile]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  /// The content of a file, or nil where there is none.
  subscript(path: String) -> [UInt8]? { files[path] }

  /// The page for addresses at which there is nothing.
  static let missingPage = "404.html"

  /// What a browser that shows a page of this site must do to show the same page of another one.
  func change(to new: ServedSite) -> SiteChange {
    let changed = new.files.filter { files[$0.key] != $0.value }.keys
    let removed = files.keys.filter { new.files[$0] == nil }
    if changed.isEmpty, removed.isEmpty { return .none }
    let renamed = Self.renamedSheets(from: removed.filter(Self.isSheet), to: changed.filter(Self.isSheet))
    guard let renamed, removed.allSatisfy(Self.isSheet) else { return .pages }
    for path in changed where !Self.isSheet(path) {
      guard Path.fileExtension(path) == "html", let old = files[path], let bytes = new.files[path],
        Self.names(in: old, become: renamed, in: bytes)
      else { return .pages }
    }
    return .styles(renamed)
  }

  private static func isSheet(_ path: String) -> Bool { Path.fileExtension(path) == "css" }

  /// The new name of each sheet that is gone: the one whose name begins alike. Nil where they do not go in pairs.
  private static func renamedSheets(from old: [String], to new: [String]) -> [String: String]? {
    var names: [String: String] = [:]
    var rest = Set(new)
    for path in old {
      let alike = rest.filter { family($0) == family(path) }
      guard alike.count == 1, let name = alike.first else { return nil }
      names[path] = name
      rest.remove(name)
    }
    // What is left kept its name: it is loaded again under it.
    for path in rest { names[path] = path }
    return names
  }

  /// The name of a sheet without what stands for its content: `assets/style` of `assets/style.1a2b.css`.
  private static func family(_ path: String) -> String {
    let name = Path.name(path)
    return String(path.dropLast(name.count)) + name.prefix { $0 != "." && $0 != "-" }
  }

  /// Whether a page became another only by the new names of its sheets.
  private static func names(in old: [UInt8], become names: [String: String], in new: [UInt8]) -> Bool {
    let names = names.map { (from: Array(Path.name($0.key).utf8), to: Array(Path.name($0.value).utf8)) }
    var (left, right) = (old[...], new[...])
    while let byte = left.first {
      if let name = names.first(where: { $0.from.first == byte && left.starts(with: $0.from) }) {
        guard right.starts(with: name.to) else { return false }
        left = left.dropFirst(name.from.count)
        right = right.dropFirst(name.to.count)
      } else {
        guard right.popFirst() == byte else { return false }
        left = left.dropFirst()
      }
    }
    return right.isEmpty
  }
}

/// What is different between two builds, for whoever looks at a page.
enum SiteChange: Sendable, Hashable {
  /// Nothing.
  case none
  /// Style sheets, and their names in the pages: the former path of each, and the new one.
  case styles([String: String])
  /// Anything else.
  case pages
}
