import Diagnostics
import Foundation
import ToolboxLoading

/// Which files of an output folder are Trousse's: those that the manifest or the journal know by their content.
struct Ownership: Sendable, Equatable {
  /// What the last publication that ended wrote.
  private(set) var manifest = Manifest(files: [:])
  /// What one that did not end was about to write; nil where there is none.
  private(set) var journal: Journal?
  /// The records that are there and cannot be understood.
  private(set) var damaged: [String] = []
  /// What the machine refused.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the records of an output folder. They must not be reached through links: see ``OutputComparison``.
  init(output: String, shown: String, fileSystem: FileSystem) {
    if let bytes = read(Manifest.path, output, shown, fileSystem) {
      if let found = Manifest(bytes) { manifest = found } else { damaged.append(Manifest.path) }
    }
    if let bytes = read(Journal.path, output, shown, fileSystem) {
      journal = Journal(bytes)
      if journal == nil { damaged.append(Journal.path) }
    }
  }

  /// What the records of an output folder are known to say.
  init(_ manifest: Manifest) { self.manifest = manifest }

  /// The paths that may be Trousse's.
  var paths: Set<String> { Set(manifest.files.keys).union((journal?.files ?? [:]).keys) }

  /// Whether a manifest is what the records say, and they say nothing else.
  func isRecorded(_ manifest: Manifest) -> Bool {
    self.manifest == manifest && damaged.isEmpty && journal == nil
  }

  /// Whether a content at a path is Trousse's.
  func owns(_ path: String, digest: String) -> Bool {
    manifest.files[path] == digest || journal?.files[path]?.contains(digest) == true
  }

  private mutating func read(_ path: String, _ output: String, _ shown: String, _ fileSystem: FileSystem) -> [UInt8]? {
    let full = Path.join(output, path)
    guard !fileSystem.isLink(Path.join(output, OutputPath.folder)), !fileSystem.isLink(full) else { return nil }
    do throws(FileSystemError) {
      return try fileSystem.read(full, .record, .none(below: output))
    } catch {
      // A folder in place of a record, or a file in place of its folder, is foreign: the comparison says so.
      guard ![ENOENT, ENOTDIR, EISDIR].contains(error.code) else { return nil }
      // Trousse writes no record as large as that.
      if error.excess != nil { return [] }
      diagnostics.append(.unreadableFile(Path.join(shown, path), error))
      return nil
    }
  }
}
