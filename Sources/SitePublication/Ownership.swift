import Diagnostics
import Files
import Foundation

/// Decides which files of an output folder Trousse wrote: the files whose digest is in the manifest or in the journal.
struct Ownership: Sendable, Equatable {
  /// The manifest of the last complete publication.
  private(set) var manifest = Manifest(files: [:])
  /// The journal of an interrupted publication; nil if the output has no journal.
  private(set) var journal: Journal?
  /// The paths of the records that exist but cannot be decoded.
  private(set) var damaged: [String] = []
  /// The errors that occurred when the records were read.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the records of an output folder. Ignores a record behind a symbolic link, because ``OutputComparison``
  /// reports this link.
  init(output: String, shown: String, fileSystem: FileSystem) {
    if let bytes = read(Manifest.path, output, shown, fileSystem) {
      if let found = Manifest(bytes) { manifest = found } else { damaged.append(Manifest.path) }
    }
    if let bytes = read(Journal.path, output, shown, fileSystem) {
      journal = Journal(bytes)
      if journal == nil { damaged.append(Journal.path) }
    }
  }

  /// Uses a known manifest as the only record, and reads nothing from the disk.
  init(_ manifest: Manifest) { self.manifest = manifest }

  /// The paths at which Trousse may have written a file.
  var paths: Set<String> { Set(manifest.files.keys).union((journal?.files ?? [:]).keys) }

  /// Whether the output has exactly this manifest, no journal and no damaged record.
  func isRecorded(_ manifest: Manifest) -> Bool {
    self.manifest == manifest && damaged.isEmpty && journal == nil
  }

  /// Whether Trousse wrote the content with this digest at this path.
  func owns(_ path: String, digest: String) -> Bool {
    manifest.files[path] == digest || journal?.files[path]?.contains(digest) == true
  }

  private mutating func read(_ path: String, _ output: String, _ shown: String, _ fileSystem: FileSystem) -> [UInt8]? {
    let full = Path.join(output, path)
    guard !fileSystem.isLink(Path.join(output, OutputPath.folder)), !fileSystem.isLink(full) else { return nil }
    do throws(FileSystemError) {
      return try fileSystem.read(full, .record, .none(below: output))
    } catch {
      // With these errors, the record is missing, or a folder is at its path, or a file is at the path of the record's
      // folder. ``OutputComparison`` reports such a folder or file as foreign.
      guard ![ENOENT, ENOTDIR, EISDIR].contains(error.code) else { return nil }
      // Trousse writes no record above the size limit, so this record is damaged. The empty result cannot be decoded.
      if error.excess != nil { return [] }
      diagnostics.append(.unreadableFile(Path.join(shown, path), error))
      return nil
    }
  }
}
