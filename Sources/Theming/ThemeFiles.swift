import Diagnostics
import Encodings
import Files

/// Lists and reads the files of a chain of themes.
struct ThemeFiles {
  /// A theme of the chain that has a file.
  struct Found {
    fileprivate var folder: String
    /// The path of the theme in messages.
    var shown: String
    fileprivate var home: String
  }

  private let chain: [ThemeChain.Member]
  private let fileSystem: FileSystem
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter chain: the theme and those that it extends, nearest first.
  init(chain: [ThemeChain.Member], fileSystem: FileSystem) {
    self.chain = chain
    self.fileSystem = fileSystem
  }

  /// Maps the name of each item in a folder of the themes to the nearest theme that has it; empty if no theme has the
  /// folder. Nil, with a finding, if a folder cannot be read: its items must not be reported as missing.
  mutating func list(_ folder: String, where isWanted: (FileSystem.Item) -> Bool) -> [String: Found]? {
    listEach(folder, where: isWanted)?.reduce(into: [:]) { items, own in
      items.merge(own) { nearest, _ in nearest }
    }
  }

  /// The items in a folder of each theme, by name; nearest theme first. Nil, with a finding, if a folder cannot be read.
  mutating func listEach(_ folder: String, where isWanted: (FileSystem.Item) -> Bool) -> [[String: Found]]? {
    var lists: [[String: Found]] = []
    for link in chain {
      var items: [String: Found] = [:]
      do throws(FileSystemError) {
        for item in try fileSystem.list(Path.join(link.folder, folder), .within(link.home)) where isWanted(item) {
          check(item.name, Path.join(Path.join(link.shown, folder), item.name))
          items[item.name] = Found(folder: link.folder, shown: link.shown, home: link.home)
        }
      } catch  where !error.isAbsence {
        diagnostics.append(.unreadableFile(link.shown + "/" + folder, error))
        return nil
      } catch {}
      lists.append(items)
    }
    return lists
  }

  /// Reads a file; nil, with a finding, if it cannot be read.
  mutating func bytes(of path: String, in found: Found, _ limit: SizeLimit = .text) -> [UInt8]? {
    do {
      return try fileSystem.read(Path.join(found.folder, path), limit, .within(found.home))
    } catch {
      diagnostics.append(.unreadableFile(found.shown + "/" + path, error))
      return nil
    }
  }

  /// Reports files whose names differ in case only: some systems treat them as one file.
  mutating func checkApart(_ files: [String: Found]) {
    var known: [String: String] = [:]
    for (name, found) in files.sorted(by: { $0.key < $1.key }) {
      let path = found.shown + "/assets/" + name
      if let other = known.updateValue(path, forKey: PortableName.folded(name)) {
        diagnostics.append(.duplicateName(path, other: other))
      }
    }
  }

  /// Reports a name that some systems refuse, with or without a fingerprint.
  private mutating func check(_ name: String, _ path: String) {
    guard let problem = PortableName.problem(of: name, adding: Digest.fingerprintLength + 1) else { return }
    diagnostics.append(.unportableName(path, problem))
  }
}
