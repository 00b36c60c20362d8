import Diagnostics

extension Diagnostic {
  static func tableTooLarge(_ file: String, _ range: SourceRange, _ limit: InputLimits.TableLimit) -> Diagnostic {
    let message: Message
    switch limit {
    case .columns(let count):
      message = Message(
        fr: "ce tableau a plus de \(count) colonnes : il ne peut pas être lu",
        en: "this table has more than \(count) columns: it cannot be read")
    case .cells(let count):
      message = Message(
        fr: "ce tableau a plus de \(count) cellules : il ne peut pas être lu",
        en: "this table has more than \(count) cells: it cannot be read")
    case .cellsInFile(let count):
      message = Message(
        fr: "avec ce tableau, ceux de ce fichier ont ensemble plus de \(count) cellules : il ne peut pas être lu",
        en: "with this table, those of this file have more than \(count) cells together: it cannot be read")
    case .headers:
      message = Message(
        fr: "ce passage a trop de lignes qui pourraient souligner l’en-tête d’un tableau : il ne peut pas être lu",
        en: "this passage has too many lines that could underline the header of a table: it cannot be read")
    }
    return Diagnostic(
      .tableTooLarge, at: SourceLocation(file: file, range: range), message,
      help: Message(
        fr: "divisez-le en plusieurs tableaux, ou proposez ces données dans un fichier à télécharger",
        en: "divide it into several tables, or offer the data as a file to download"))
  }

  static func textTooDense(_ file: String, _ range: SourceRange, _ text: InputLimits.Paragraph) -> Diagnostic {
    Diagnostic(
      .textTooDense, at: SourceLocation(file: file, range: range),
      Message(
        fr: """
          ce paragraphe est trop chargé (\(text.links) crochets fermants, \(text.marks) marques de mise en forme) : il ne \
          peut pas être lu
          """,
        en: """
          this paragraph is too dense (\(text.links) closing brackets, \(text.marks) marks of emphasis): it cannot be read
          """),
      help: Message(
        fr: "divisez-le par des lignes vides", en: "divide it with blank lines"))
  }
}
