import Files
import SitePlanning

/// The site that the preview serves: the files that a build would publish. The files are in memory.
///
/// Nothing is read from the disk, so a request can only get files of the site.
struct ServedSite: Sendable {
  private let files: [String: StagedFile]

  init(_ files: [StagedFile]) {
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// The file at a path, or nil if there is no such file.
  subscript(path: String) -> StagedFile? { files[path] }

  /// The page that is sent for addresses without a file.
  static let missingPage = "404.html"

  /// Compares this version of the site with a new version. Returns the update that a browser needs to show the new
  /// version.
  func change(to new: ServedSite) -> SiteChange {
    let changed = new.files.filter { files[$0.key] != $0.value }.keys
    let removed = files.keys.filter { new.files[$0] == nil }
    if changed.isEmpty, removed.isEmpty { return .none }
    let renamed = Self.renamedSheets(from: removed.filter(Self.isSheet), to: changed.filter(Self.isSheet))
    guard let renamed, removed.allSatisfy(Self.isSheet) else { return .pages }
    for path in changed where !Self.isSheet(path) {
      guard let old = files[path], let page = new.files[path], page.role == .page,
        Self.names(in: old.bytes, become: renamed, in: page.bytes)
      else { return .pages }
    }
    return .styles(renamed)
  }

  private static func isSheet(_ path: String) -> Bool { Path.fileExtension(path) == "css" }

  /// Finds the new path of each style sheet that was replaced, added or changed. In the result, the key is the former
  /// path. The value is the new path. If a style sheet was added, or was changed under the same path, the two paths are
  /// equal.
  ///
  /// The result is nil if a removed style sheet does not have exactly one replacement. A replacement is a new or
  /// changed style sheet of the same ``family(_:)``.
  private static func renamedSheets(from old: [String], to new: [String]) -> [String: String]? {
    var names: [String: String] = [:]
    var rest = Set(new)
    for path in old {
      let alike = rest.filter { family($0) == family(path) }
      guard alike.count == 1, let name = alike.first else { return nil }
      names[path] = name
      rest.remove(name)
    }
    // The remaining style sheets were added, or were changed under the same path. They are also in the result, because
    // browsers must load them again.
    for path in rest { names[path] = path }
    return names
  }

  /// The name of a style sheet without its fingerprint: `assets/style` for `assets/style.1a2b.css`.
  private static func family(_ path: String) -> String {
    let name = Path.name(path)
    return String(path.dropLast(name.count)) + name.prefix { $0 != "." && $0 != "-" }
  }

  /// Whether two versions of a page differ only in the names of the style sheets.
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

/// The update that a browser needs after a new build.
enum SiteChange: Sendable, Hashable {
  /// No update.
  case none
  /// An update of style sheets, and of their names in the page. The key is the former path of a style sheet. The value
  /// is its new path.
  case styles([String: String])
  /// An update of the whole page, because something other than style sheets has changed.
  case pages
}
