import Diagnostics
import ToolboxLoading

/// Writes a site to the output folder: only what changed, and never over a file that Trousse did not write.
struct Publisher {
  /// What was done.
  public struct Outcome: Sendable {
    /// How many files were written.
    var written = 0
    /// How many were removed.
    var removed = 0
    /// What was refused; if anything was, nothing was changed before it.
    var diagnostics: [Diagnostic] = []
  }

  private let output: String
  private let shown: String
  private let fileSystem: FileSystem

  /// - Parameters:
  ///   - output: the output folder.
  ///   - shown: its name in messages.
  init(output: String, shown: String, fileSystem: FileSystem) {
    self.output = output
    self.shown = shown
    self.fileSystem = fileSystem
  }

  /// Publishes files: first everything is compared, and only if nothing stands in the way is anything written.
  func publish(_ files: [StagedFile]) -> Outcome {
    var outcome = Outcome()
    let owned = readManifest()?.files ?? [:]
    let manifest = Manifest(files: Dictionary(files.map { ($0.path, Digest.sha256($0.bytes)) }) { first, _ in first })
    var changed: [StagedFile] = []
    for file in files {
      switch state(of: file.path, owned: owned, wanted: manifest.files[file.path]) {
      case .upToDate: break
      case .free: changed.append(file)
      case .foreign: outcome.diagnostics.append(.foreignFile(Path.join(shown, file.path)))
      case .unreadable(let error):
        outcome.diagnostics.append(.unreadableFile(Path.join(shown, file.path), error))
      }
    }
    guard outcome.diagnostics.isEmpty else { return outcome }
    let stale = owned.keys.filter { manifest.files[$0] == nil && state(of: $0, owned: owned, wanted: nil) == .free }
      .sorted()
    do throws(FileSystemError) {
      // Assets first: a page never appears before the style sheet that it names.
      for file in changed.sorted(by: { !Self.isPage($0.path) && Self.isPage($1.path) }) {
        try write(file.bytes, to: file.path)
        outcome.written += 1
      }
      for path in stale {
        try fileSystem.remove(Path.join(output, path))
        removeEmptyFolders(above: path)
        outcome.removed += 1
      }
      if owned != manifest.files { try write(manifest.encoded(), to: Manifest.path) }
    } catch {
      outcome.diagnostics.append(.unwritableOutput(error, shown: shown))
    }
    return outcome
  }

  private enum State: Equatable {
    case upToDate, free, foreign
    case unreadable(FileSystemError)
  }

  /// What stands at a path: nothing or something of ours, which may be replaced, or somebody else's.
  private func state(of path: String, owned: [String: String], wanted: String?) -> State {
    let full = Path.join(output, path)
    guard let kind = fileSystem.kind(full) else { return .free }
    guard kind == .file else { return .foreign }
    do {
      let found = Digest.sha256(try fileSystem.read(full))
      if found == wanted { return .upToDate }
      return found == owned[path] ? .free : .foreign
    } catch {
      return .unreadable(error)
    }
  }

  private func readManifest() -> Manifest? {
    (try? fileSystem.read(Path.join(output, Manifest.path))).flatMap { Manifest($0) }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let full = Path.join(output, path)
    if let slash = full.lastIndex(of: "/") { try fileSystem.createFolder(String(full[..<slash])) }
    try fileSystem.write(full, bytes)
  }

  private func removeEmptyFolders(above path: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, fileSystem.removeEmptyFolder(Path.join(output, parts.joined(separator: "/"))) {
      parts = parts.dropLast()
    }
  }

  private static func isPage(_ path: String) -> Bool { path.hasSuffix(".html") }
}

extension Diagnostic {
  fileprivate static func foreignFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .foreignFile, at: SourceLocation(file: path),
      Message(
        fr: "ce fichier n’a pas été écrit par Trousse, ou a été modifié depuis : il n’est pas remplacé",
        en: "Trousse did not write this file, or somebody changed it since: it is not replaced"),
      help: Message(
        fr: "déplacez-le ou supprimez-le, ou choisissez un autre dossier avec « --output »",
        en: "move it or delete it, or choose another folder with “--output”"))
  }

  fileprivate static func unwritableOutput(_ error: FileSystemError, shown: String) -> Diagnostic {
    Diagnostic(
      .unwritableOutput, at: nil,
      Message(
        fr: "le dossier « \(shown) » ne peut pas être écrit : \(error.reason) (\(error.path))",
        en: "the folder “\(shown)” cannot be written: \(error.reason) (\(error.path))"),
      help: Message(
        fr: "vérifiez ses droits d’accès et la place libre, ou choisissez un autre dossier avec « --output »",
        en: "check its permissions and the free space, or choose another folder with “--output”"),
      cause: .machine)
  }
}
