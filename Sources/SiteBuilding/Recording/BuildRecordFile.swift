import Diagnostics
import Files

/// The file of the build record, in the cache folder of the toolbox.
struct BuildRecordFile: Sendable {
  private static let name = "construction.bin"

  private let folder: String
  private let place: String
  private let fileSystem: FileSystem

  init(root: String, fileSystem: FileSystem) {
    folder = Path.join(fileSystem.resolved(root), ToolboxFolder.cache)
    place = Path.join(folder, Self.name)
    self.fileSystem = fileSystem
  }

  /// The finding on a damaged record.
  var finding: Diagnostic { .ignoredCache(Path.join(ToolboxFolder.cache, Self.name)) }

  /// Reads the record; nil if there is no usable record. If the file is damaged, also returns a finding.
  func read() -> (record: BuildRecord?, finding: Diagnostic?) {
    do throws(FileSystemError) {
      guard let record = BuildRecord(try fileSystem.read(place, .made, .none(below: folder))) else {
        return (nil, finding)
      }
      return (record, nil)
    } catch {
      return (nil, error.excess == nil ? nil : finding)
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

extension DiagnosticID {
  package static let ignoredCache = DiagnosticID(
    "ignored-cache",
    title: Message(fr: "Fichier de travail abîmé", en: "Damaged working file"),
    meaning: Message(
      fr: """
        Dans le dossier `.trousse`, Trousse garde de quoi reconnaître que rien n’a changé depuis la dernière \
        construction. Ce fichier a été coupé ou modifié : il n’est pas cru, et tout est construit à neuf. Le site \
        publié est le même dans les deux cas.
        """,
      en: """
        In the folder `.trousse`, Trousse keeps what it takes to see that nothing changed since the last build. This \
        file was cut short or changed: it is not believed, and everything is built anew. The published site is the \
        same either way.
        """
    ),
    remedy: Message(
      fr: """
        Il n’y a rien à faire : le fichier est remplacé à la fin de la construction. Si cela revient, regardez si \
        un autre programme écrit dans ce dossier, ou supprimez-le :

            rm -r .trousse
        """,
      en: """
        There is nothing to do: the file is replaced at the end of the build. If it comes back, see whether another \
        program writes to this folder, or delete it:

            rm -r .trousse
        """
    )
  )
}

extension Diagnostic {
  package static func ignoredCache(_ file: String) -> Diagnostic {
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
