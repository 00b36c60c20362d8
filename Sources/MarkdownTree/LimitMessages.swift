import Diagnostics

extension Diagnostic {
  static func nestingTooDeep(_ file: String, _ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le texte est imbriqué sur plus de \(limit) niveaux : la suite de ce passage ne peut pas être lue",
        en: "the text is nested more than \(limit) levels deep: the rest of this passage cannot be read"),
      help: Message(fr: "simplifiez ce passage", en: "simplify this passage"))
  }

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
    let message =
      text.hasDenseAddresses
      ? Message(
        fr: "ce paragraphe a trop d’adresses dans un même mot ou sur une même ligne : il ne peut pas être lu",
        en: "this paragraph has too many addresses in one word or on one line: it cannot be read")
      : Message(
        fr: """
          ce paragraphe est trop chargé (\(text.links) crochets fermants, \(text.marks) marques de mise en forme) : il ne \
          peut pas être lu
          """,
        en: """
          this paragraph is too dense (\(text.links) closing brackets, \(text.marks) marks of emphasis): it cannot be read
          """)
    return Diagnostic(
      .textTooDense, at: SourceLocation(file: file, range: range), message,
      help: Message(
        fr: "divisez-le par des lignes vides", en: "divide it with blank lines"))
  }

  static func fileTooDense(_ file: String, _ range: SourceRange) -> Diagnostic {
    let lines = InputLimits.weight / LineMarks.lineWeight
    return Diagnostic(
      .fileTooDense, at: SourceLocation(file: file, range: range),
      Message(
        fr: """
          ce fichier compte trop de lignes, de liens et de marques de mise en forme (ensemble plus que \(lines) lignes) : \
          à partir d’ici, il ne peut pas être lu
          """,
        en: """
          this file has too many lines, links and marks of emphasis (together more than \(lines) lines): from here on it \
          cannot be read
          """),
      help: Message(fr: "partagez-le en plusieurs fichiers", en: "split it into several files"))
  }

  static func expandedReference(
    _ file: String, _ range: SourceRange, _ reference: ReferenceExpansion.Reference
  ) -> Diagnostic {
    let (label, size, uses) = (reference.label, reference.size, reference.uses)
    return Diagnostic(
      .expandedText, at: SourceLocation(file: file, range: range),
      Message(
        fr: """
          l’adresse « [\(label)] » a \(size) octets et sert \(uses) fois : écrite à chaque fois, elle serait plus longue que \
          tout le texte
          """,
        en: """
          the address “[\(label)]” has \(size) bytes and is used \(uses) times: written out each time, it would be longer \
          than the whole text
          """),
      help: Message(fr: "raccourcissez-la", en: "make it shorter"))
  }

  static func tooManyAbbreviations(_ file: String) -> Diagnostic {
    Diagnostic(
      .expandedText, at: SourceLocation(file: file),
      Message(
        fr:
          "les formes développées des abréviations de ce fichier auraient ensemble plus de \(Abbreviations.limit) octets",
        en: "the long forms of this file’s abbreviations would have more than \(Abbreviations.limit) bytes together"),
      help: Message(
        fr: "raccourcissez celles de « abreviations », dans site.yml",
        en: "shorten those of “abreviations” in site.yml"))
  }
}
