import Diagnostics
import ToolboxLoading

/// The file of the build record, in the cache folder of the toolbox.
struct BuildRecordFile: Sendable {
  /// The name of the cache folder, at the root of a toolbox.
  static let folder = ".trousse"
  private static let name = "construction.bin"

  private let folder: String
  private let place: String
  private let fileSystem: FileSystem

  init(root: String, fileSystem: FileSystem) {
    folder = Path.join(fileSystem.resolved(root), Self.folder)
    place = Path.join(folder, Self.name)
    self.fileSystem = fileSystem
  }

  /// Reads the record; nil if there is no usable record. If the file is damaged, also returns a finding.
  func read() -> (record: BuildRecord?, finding: Diagnostic?) {
    let ignored = Diagnostic.ignoredCache(Path.join(Self.folder, Self.name))
    do throws(FileSystemError) {
      guard let record = BuildRecord(try fileSystem.read(place, .made, .none(below: folder))) else {
        return (nil, ignored)
      }
      return (record, nil)
    } catch {
      return (nil, error.excess == nil ? nil : ignored)
    }
  }

  /// Writes a record atomically, and never through a symbolic link. A failure is ignored.
  func write(_ record: BuildRecord) {
    guard !fileSystem.isLink(folder), !fileSystem.isLink(place) else { return }
    do throws(FileSystemError) {
      try fileSystem.createFolder(folder)
      try fileSystem.replace(place, with: record.encoded(), .none(below: folder))
    } catch {
      // Without a record, the next build is a full build.
    }
  }
}

extension Diagnostic {
  static func ignoredCache(_ file: String) -> Diagnostic {
    Diagnostic(
      .ignoredCache, .note, at: SourceLocation(file: file),
      Message(
        fr: "ce fichier de travail est abîmé : il n’est pas utilisé, et tout est construit à neuf",
        en: "this working file is damaged: it is not used, and everything is built anew"),
      help: Message(
        fr: "rien à faire : il est remplacé à la fin de la construction",
        en: "nothing to do: it is replaced at the end of the build"))
  }
}
