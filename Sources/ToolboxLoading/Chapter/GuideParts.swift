import Diagnostics
import Files
import Toolbox

/// How the folders of a kind’s folder are read as parts. Example: the folder `content/guide/agir` is a part, which the
/// file `content/guide/agir/index.md` opens.
enum GuideParts {
  private static let opening = "index"

  /// The name of the entry in a file: the name of the file without its ending or, for a file that opens a part, the name
  /// of its folder.
  static func entryName(of file: String) -> String {
    opens(file) ? Path.name(Path.folder(of: file)) : Path.stem(file)
  }

  /// Whether a file opens a part.
  static func opens(_ file: String) -> Bool { Path.stem(file) == opening && isPart(Path.folder(of: file)) }

  /// The place in the guide of the chapter in a file.
  static func place(of file: String) -> Chapter.Place {
    let names = file.split(separator: "/").map(String.init)
    guard names.count > 3 else { return .topLevel }
    return opens(file) ? .part : .inside(EntryID(.chapter, names[2]))
  }

  /// Whether a folder of the content is a part, or would be one if it had an `index.md`.
  static func isPart(_ folder: String) -> Bool {
    let names = folder.split(separator: "/")
    return names.count == 3 && EntryKind(rawValue: String(names[1]))?.traits.hasParts == true
  }

  /// The finding on a folder inside the folder of a kind with parts.
  ///
  /// - Parameter items: the names of the files and folders in the folder.
  static func problem(of folder: String, items: [String]) -> Diagnostic? {
    let names = folder.split(separator: "/").map(String.init)
    guard names.count > 2, EntryKind(rawValue: names[1])?.traits.hasParts == true,
      items.contains(where: { isText($0) })
    else { return nil }
    if names.count > 3 { return .folderInPart(folder, part: names[2]) }
    // An opening under another form of its name, such as `INDEX.md`, gets a finding of its own.
    return items.contains { Path.stem($0).lowercased() == opening } ? nil : .partWithoutOpening(folder, name: names[2])
  }

  /// Whether a file has the ending of a Markdown file.
  static func isText(_ file: String) -> Bool { ["md", "markdown"].contains(Path.fileExtension(file)) }
}

extension DiagnosticID {
  package static let partWithoutOpening = DiagnosticID(
    "part-without-opening",
    title: Message(fr: "Partie sans titre", en: "Part without a title"),
    meaning: Message(
      fr: """
        Un dossier de `guide/` est une partie du guide. Son fichier `index.md` lui donne son titre et sa place parmi les \
        chapitres. Sans lui, Trousse ne saurait ni comment nommer la partie, ni où la ranger.
        """,
      en: """
        A folder of `guide/` is a part of the guide. Its file `index.md` gives its title and its place among the \
        chapters. Without it, Trousse would know neither the name of the part nor where to put it.
        """
    ),
    remedy: Message(
      fr: """
        Créez le fichier `index.md` dans ce dossier. Un titre et un ordre suffisent ; un résumé et un texte sont \
        bienvenus :

            ---
            titre: Agir
            ordre: 2
            ---

        Si ce dossier n’est pas une partie, déplacez ses chapitres dans `guide/`.
        """,
      en: """
        Create the file `index.md` in this folder. A title and an order are enough; a summary and a text are welcome:

            ---
            titre: Agir
            ordre: 2
            ---

        If this folder is not a part, move its chapters to `guide/`.
        """
    )
  )

  package static let folderInPart = DiagnosticID(
    "folder-in-part",
    title: Message(fr: "Dossier dans une partie", en: "Folder in a part"),
    meaning: Message(
      fr: """
        Une partie du guide contient des chapitres, et pas d’autre dossier : un guide a deux niveaux, que le sommaire \
        numérote 2 et 2.1. Un troisième niveau s’écrit en titres, dans un chapitre.
        """,
      en: """
        A part of the guide holds chapters and no other folder: a guide has two levels, which the contents number 2 \
        and 2.1. A third level is written as headings, in a chapter.
        """
    ),
    remedy: Message(
      fr: "Déplacez ces chapitres d’un dossier vers le haut, ou faites de ce dossier une partie de `guide/`.",
      en: "Move these chapters one folder up, or make this folder a part of `guide/`."
    )
  )
}

extension Diagnostic {
  fileprivate static func partWithoutOpening(_ folder: String, name: String) -> Diagnostic {
    let title = name.prefix(1).uppercased() + name.dropFirst().replacing("-", with: " ")
    return Diagnostic(
      .partWithoutOpening, at: SourceLocation(file: folder),
      Message(
        fr: "ce dossier est une partie du guide, mais n’a pas de fichier « index.md » qui en donne le titre",
        en: "this folder is a part of the guide, but has no file “index.md” that gives its title"),
      help: Message(
        fr:
          "créez « \(folder)/index.md » avec ces lignes : « --- », « titre: \(title) », « ordre: » et sa place dans le guide, « --- »",
        en:
          "create “\(folder)/index.md” with these lines: “---”, “titre: \(title)”, “ordre:” and its place in the guide, “---”"
      ))
  }

  fileprivate static func folderInPart(_ folder: String, part: String) -> Diagnostic {
    Diagnostic(
      .folderInPart, at: SourceLocation(file: folder),
      Message(
        fr: "la partie « \(part) » contient un dossier, et une partie ne contient que des chapitres",
        en: "the part “\(part)” contains a folder, and a part contains chapters only"),
      help: Message(
        fr: "déplacez ses chapitres dans « \(Path.folder(of: folder)) »",
        en: "move its chapters to “\(Path.folder(of: folder))”"))
  }
}
