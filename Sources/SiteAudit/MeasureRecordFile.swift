import Diagnostics
import Files
import Toolbox

/// The file of the measure record: `content/declarations/mesures.json`, committed with the content.
package struct MeasureRecordFile: Sendable {
  /// The path of the file, relative to the root of the toolbox.
  package static let path = "content/declarations/mesures.json"

  private let file: RecordFile

  /// - Parameter root: the folder of the toolbox.
  package init(root: String, fileSystem: FileSystem = .disk) {
    file = RecordFile(Self.path, root: root, fileSystem: fileSystem)
  }

  /// Reads the record; nil if the file does not exist or is damaged. A damaged file gives a diagnostic, and must not be
  /// overwritten.
  package func read() -> (record: MeasureRecord?, source: SourceText?, diagnostic: Diagnostic?) {
    let (source, problem) = file.read()
    guard let source, problem == nil else { return (nil, source, problem) }
    do {
      return (try MeasureRecord(json: String(decoding: source.bytes, as: UTF8.self)), source, nil)
    } catch {
      return (nil, source, .damagedMeasures(line: error.line, in: source))
    }
  }

  /// Writes a record atomically, and only if it differs from the file. Returns a diagnostic if the system refuses to
  /// write.
  package func write(_ record: MeasureRecord) -> Diagnostic? {
    file.write(record.json)
  }
}

extension MeasureRecord {
  /// Reports that no page was measured, or that the measured pages are not exactly the pages of the site. Nil if both
  /// sets of pages are the same.
  package static func staleness(of record: MeasureRecord?, pages: [String]) -> Diagnostic? {
    let place = SourceLocation(file: MeasureRecordFile.path)
    guard let record else { return .noMeasures(at: place) }
    let (measured, present) = (Set(record.pages.map(\.path)), Set(pages))
    let (new, gone) = (present.subtracting(measured).count, measured.subtracting(present).count)
    return new + gone > 0 ? .staleMeasures(new: new, gone: gone, at: place) : nil
  }
}

extension DiagnosticID {
  package static let staleMeasures = DiagnosticID(
    "stale-measures",
    title: Message(fr: "Mesures d’un autre jeu de pages", en: "Measures of another set of pages"),
    meaning: Message(
      fr: """
        La page d’écoconception montre ce que pèse chaque page, d’après `content/declarations/mesures.json`. Depuis la \
        dernière mesure, des pages sont apparues ou ont disparu, ou rien n’a encore été mesuré.
        """,
      en: """
        The eco-design page shows what each page weighs, after `content/declarations/mesures.json`. Since the last \
        measure pages were added or are gone, or nothing has been measured yet.
        """
    ),
    remedy: Message(
      fr: """
        Mesurez de nouveau, puis enregistrez le fichier avec le reste du contenu :

            trousse audit
        """,
      en: """
        Measure again, then save the file with the rest of the content:

            trousse audit
        """
    )
  )

  package static let damagedMeasures = DiagnosticID(
    "damaged-measures",
    title: Message(fr: "Mesures illisibles", en: "Damaged measures"),
    meaning: Message(
      fr: """
        Le fichier `content/declarations/mesures.json`, que `trousse audit` écrit, ne se lit pas : deux versions ont été \
        mêlées, ou il a été modifié à la main. Il n’est pas remplacé, pour que rien ne soit perdu.
        """,
      en: """
        The file `content/declarations/mesures.json`, which `trousse audit` writes, cannot be read: two versions were \
        mixed, or it was changed by hand. It is not replaced, so that nothing is lost.
        """
    ),
    remedy: Message(
      fr: """
        Supprimez-le, puis lancez `trousse audit` : il n’y a rien dedans qui ne se mesure de nouveau. Pour garder les \
        anciennes mesures, reprenez plutôt une version précédente du fichier.
        """,
      en: """
        Delete it, then run `trousse audit`: there is nothing in it that cannot be measured again. To keep the former \
        measures, take an earlier version of the file instead.
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func damagedMeasures(line: Int, in source: SourceText) -> Diagnostic {
    let line = max(1, min(line, source.lineCount))
    return Diagnostic(
      .damagedMeasures, at: source.location(source.byteRange(ofLine: line)),
      Message(fr: "les mesures des pages ne se lisent pas", en: "the measures of pages cannot be read"),
      help: Message(
        fr: "reprenez une version précédente du fichier, ou supprimez-le et lancez « trousse audit »",
        en: "take an earlier version of the file, or delete it and run “trousse audit”"))
  }

  private static let measureAgain = Message(
    fr: "lancez « trousse audit », puis reconstruisez le site", en: "run “trousse audit”, then build the site again")

  fileprivate static func noMeasures(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .staleMeasures, .note, at: place,
      Message(
        fr: "la page d’écoconception n’a encore aucune mesure à montrer",
        en: "the eco-design page has no measure to show yet"),
      help: measureAgain)
  }

  fileprivate static func staleMeasures(new: Int, gone: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .staleMeasures, .note, at: place,
      Message(
        fr: "les pages du site ne sont plus celles qui ont été mesurées : \(new) à ajouter, \(gone) à retirer",
        en: "the pages of the site are no longer those that were measured: \(new) to add, \(gone) to remove"),
      help: measureAgain)
  }
}
