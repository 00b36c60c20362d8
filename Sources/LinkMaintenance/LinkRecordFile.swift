import Diagnostics
import ExternalLinks
import Files

/// The file that stores the link record of a toolbox. This file is committed together with the content.
package struct LinkRecordFile: Sendable {
  /// The path of the file, relative to the root of the toolbox.
  package static let path = "content/liens.json"

  private let file: RecordFile

  /// - Parameter root: the folder of the toolbox.
  package init(root: String, fileSystem: FileSystem = .disk) {
    file = RecordFile(Self.path, root: root, fileSystem: fileSystem)
  }

  /// Reads the record. The record is empty if no file exists yet. If the file is damaged, for example by a merge, the
  /// diagnostic gives the reason. The caller must not overwrite a damaged file.
  package func read() -> (record: LinkRecord, source: SourceText?, diagnostic: Diagnostic?) {
    let (source, problem) = file.read()
    guard let source, problem == nil else { return (LinkRecord(), source, problem) }
    do {
      return (try LinkRecord(json: String(decoding: source.bytes, as: UTF8.self)), source, nil)
    } catch {
      return (LinkRecord(), source, .damagedRecord(error, in: source))
    }
  }

  /// Writes a record in one step, unless the file already has this content. Returns a diagnostic if the system refuses
  /// to write. Returns nil after a success.
  package func write(_ record: LinkRecord) -> Diagnostic? {
    file.write(record.json)
  }
}

extension DiagnosticID {
  package static let damagedRecord = DiagnosticID(
    "damaged-record",
    title: Message(fr: "Mémoire des liens illisible", en: "Damaged record of links"),
    meaning: Message(
      fr: """
        Le fichier `content/liens.json` retient ce que l’on sait des liens : depuis quand l’un est mort, quand l’autre a \
        marché pour la dernière fois. Il ne se lit pas, souvent parce que deux versions ont été mêlées. Il n’est pas \
        remplacé, pour que rien ne soit perdu.
        """,
      en: """
        The file `content/liens.json` holds what is known of links: since when one is dead, when another last worked. \
        It cannot be read, often because two versions were mixed. It is not replaced, so that nothing is lost.
        """
    ),
    remedy: Message(
      fr: """
        À la ligne indiquée, enlevez ce qui n’est pas une ligne de lien (`<<<<<<<`, `=======`, `>>>>>>>`), ou reprenez \
        une version précédente du fichier. À défaut, supprimez-le : la prochaine vérification le refait, sans \
        l’historique.
        """,
      en: """
        At the line named, remove every line that is not the line of a link (`<<<<<<<`, `=======`, `>>>>>>>`), or take an \
        earlier version of the file. Failing that, delete it: the next check makes it again, without its history.
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func damagedRecord(_ error: LinkRecordError, in source: SourceText) -> Diagnostic {
    let line = max(1, min(error.line, source.lineCount))
    return Diagnostic(
      .damagedRecord, at: source.location(source.byteRange(ofLine: line)),
      Message(
        fr: "la mémoire des liens ne se lit pas : \(error.message.french)",
        en: "the record of links cannot be read: \(error.message.english)"),
      help: Message(
        fr: "corrigez cette ligne, reprenez une version précédente du fichier, ou supprimez-le : il sera refait",
        en: "correct this line, take an earlier version of the file, or delete it: it will be made again"))
  }
}
