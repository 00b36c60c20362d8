import ToolboxLoading
import Diagnostics
import Files
import Foundation
import Toolbox

/// A theme and the themes that it extends, nearest first. Each file is searched in these themes in this order, so a
/// theme can replace single files of the themes that it extends.
struct ThemeChain {
  /// One theme of the chain.
  struct Member {
    /// The name of the theme.
    var name: String
    var folder: String
    /// The path of the folder, as messages show it.
    var shown: String
    /// The folder of themes that contains this theme. No symbolic link in the theme may lead out of that folder.
    var home: String
    var declaration: ThemeDeclaration
  }

  private let root: String
  private let folders: [String]
  private let fileSystem: FileSystem
  private(set) var members: [Member] = []
  private(set) var sources: [String: SourceText] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - root: the folder of the toolbox; paths in messages are relative to it.
  ///   - folders: the folders in which themes are searched, in the order of the search.
  init(root: String, folders: [String], fileSystem: FileSystem) {
    self.root = root
    self.folders = folders
    self.fileSystem = fileSystem
  }

  /// Adds the named theme, then follows `extends`. If the named theme does not exist, the chain has no members.
  ///
  /// - Parameter place: the place where the name is written; nil if no file contains the name.
  mutating func follow(_ name: String, namedAt place: SourceLocation?) {
    var next: Reference?
    guard add(name, at: place) else { return }
    next = members.last?.declaration.parent
    while let parent = next {
      guard add(parent.name, at: parent.location) else { return }
      next = members.last?.declaration.parent
    }
  }

  /// Adds the first folder with this name that is not in the chain yet. Therefore a theme may extend a theme of the
  /// same name in another folder, such as the theme that comes with Trousse.
  private mutating func add(_ name: String, at place: SourceLocation?) -> Bool {
    let found = isPlain(name) ? folders.map { Path.join($0, name) }.filter { fileSystem.kind($0) == .folder } : []
    let known = Set(members.map { real($0.folder) })
    guard let folder = found.first(where: { !known.contains(real($0)) }) else {
      diagnostics +=
        found.isEmpty ? absence(of: name, at: place) : [.themeCycle(members.map(\.name) + [name], at: place)]
      return false
    }
    let shown = shown(folder)
    guard let home = home(of: folder) else {
      diagnostics.append(.symbolicLinkOutside(shown))
      return false
    }
    let declaration = declaration(in: folder, shown, home: home)
    members.append(Member(name: name, folder: folder, shown: shown, home: home, declaration: declaration))
    return true
  }

  /// The folder of themes that contains the real path of a theme. Nil if a symbolic link leads out of all folders of
  /// themes. A link to another folder of themes is allowed, because files of that folder may be published too.
  private func home(of folder: String) -> String? {
    let place = real(folder)
    return ([Path.parent(folder)] + folders).first { Path.parts(of: place, below: real($0))?.isEmpty == false }
  }

  private mutating func declaration(in folder: String, _ shown: String, home: String) -> ThemeDeclaration {
    let path = Path.join(folder, "theme.yml")
    guard fileSystem.kind(path) != nil else { return ThemeDeclaration(file: nil) }
    let file = shown + "/theme.yml"
    do throws(FileSystemError) {
      let (source, problem) = SourceReading.check(try fileSystem.read(path, .text, .within(home)), named: file)
      if let source { sources[file] = source }
      if let problem { diagnostics.append(problem) }
      guard let source, problem == nil else { return ThemeDeclaration(file: file) }
      let (declaration, findings) = ThemeDeclaration.decode(source)
      diagnostics += findings
      return declaration
    } catch {
      diagnostics.append(.unreadableFile(file, error))
      return ThemeDeclaration(file: file)
    }
  }

  // MARK: Names and folders

  private func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.contains("/") && !name.contains("\0")
  }

  /// Reports a missing theme. A folder that cannot be listed may contain the theme, so in this case only the folder is
  /// reported.
  private func absence(of name: String, at place: SourceLocation?) -> [Diagnostic] {
    let refused = folders.compactMap { refusal(of: $0) }
    return refused.isEmpty ? [.missingTheme(name, known: known(), at: place)] : refused
  }

  private func known() -> [String] {
    folders.flatMap { folder in
      (try? fileSystem.list(folder, .all))?.filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name) ?? []
    }
  }

  private func refusal(of folder: String) -> Diagnostic? {
    do throws(FileSystemError) {
      _ = try fileSystem.list(folder, .all)
      return nil
    } catch {
      return error.isAbsence ? nil : .unreadableFile(shown(folder), error)
    }
  }

  private func real(_ folder: String) -> String { fileSystem.realPath(folder) ?? folder }

  private func shown(_ folder: String) -> String {
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return folder.hasPrefix(prefix) ? String(folder.dropFirst(prefix.count)) : folder
  }
}

extension FileSystemError {
  /// Whether the error means that the item does not exist, and not that the system refuses to read the item.
  var isAbsence: Bool { code == ENOENT || code == ENOTDIR }
}
