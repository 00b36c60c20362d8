import Diagnostics

extension DiagnosticID {
  package static let nestingTooDeep = DiagnosticID(
    "nesting-too-deep",
    title: Message(fr: "Trop de niveaux emboîtés", en: "Nested too deeply"),
    meaning: Message(
      fr: """
        Des listes, des citations ou des blocs sont emboîtés les uns dans les autres au-delà de la limite. Aucun \
        lecteur ne s’y retrouverait ; il s’agit en général d’un fichier abîmé ou d’un copier-coller malheureux.
        """,
      en: """
        Lists, quotations or blocks are nested in one another beyond the limit. No reader would find their way; \
        usually the file is damaged, or something was pasted badly.
        """
    ),
    remedy: Message(
      fr: """
        Ramenez le passage à deux ou trois niveaux, en coupant la liste ou en donnant un intertitre à chaque partie.
        """,
      en: """
        Bring the passage back to two or three levels, by splitting the list or by giving each part a heading.
        """
    )
  )

  package static let tableTooLarge = DiagnosticID(
    "table-too-large",
    title: Message(fr: "Tableau trop grand", en: "Table that is too large"),
    meaning: Message(
      fr: """
        Un tableau dépasse la limite de colonnes ou de cellules. Le lire prendrait un temps démesuré, et personne ne s’y \
        retrouverait sur une page. Ses lignes sont laissées de côté.
        """,
      en: """
        A table goes beyond the limit of columns or cells. Reading it would take far too long, and nobody would find \
        their way in it on a page. Its lines are left out.
        """
    ),
    remedy: Message(
      fr: """
        Divisez-le en tableaux plus petits, séparés par des lignes vides, ou proposez les données dans un fichier à \
        télécharger :

            [Toutes les mesures (ODS)](../fichiers/mesures.ods)
        """,
      en: """
        Divide it into smaller tables with blank lines between them, or offer the data as a file to download:

            [Toutes les mesures (ODS)](../fichiers/mesures.ods)
        """
    )
  )

  package static let textTooDense = DiagnosticID(
    "text-too-dense",
    title: Message(fr: "Paragraphe trop chargé", en: "Paragraph that is too dense"),
    meaning: Message(
      fr: """
        Un même paragraphe contient des milliers de crochets et de marques de mise en forme, ou d’adresses sur une même \
        ligne. Le lire prendrait un temps démesuré ; il s’agit en général d’un fichier abîmé ou d’un copier-coller malheureux. Il est laissé de côté.
        """,
      en: """
        One paragraph contains thousands of brackets and marks of emphasis, or of addresses on one line. Reading it would \
        take far too long; usually the file is damaged, or something was pasted badly. It is left out.
        """
    ),
    remedy: Message(
      fr: """
        Divisez le passage par des lignes vides, ou proposez-le dans un fichier à télécharger s’il doit rester tel quel.
        """,
      en: """
        Divide the passage with blank lines, or offer it as a file to download if it is to be kept as it is.
        """
    )
  )

  package static let fileTooDense = DiagnosticID(
    "file-too-dense",
    title: Message(fr: "Fichier trop chargé", en: "File that is too dense"),
    meaning: Message(
      fr: """
        Un même fichier contient plus de lignes, de titres, de liens et de marques de mise en forme qu’une page n’en \
        porte : autant que 200 000 lignes de texte, ou 75 000 liens. Le lire prendrait toute la mémoire ; il s’agit en \
        général d’un fichier abîmé, ou de données qui n’ont pas leur place dans un texte. La suite est laissée de côté.
        """,
      en: """
        One file contains more lines, headings, links and marks of emphasis than a page can bear: as much as 200,000 lines \
        of text, or 75,000 links. Reading it would take all the memory; usually the file is damaged, or holds data that \
        has no place in a text. What follows is left out.
        """
    ),
    remedy: Message(
      fr: """
        Partagez le texte en plusieurs fiches, ou proposez les données dans un fichier à télécharger :

            [Toutes les mesures (ODS)](../fichiers/mesures.ods)
        """,
      en: """
        Divide the text into several entries, or offer the data as a file to download:

            [Toutes les mesures (ODS)](../fichiers/mesures.ods)
        """
    )
  )

  package static let expandedText = DiagnosticID(
    "expanded-text",
    title: Message(fr: "Texte répété trop souvent", en: "Text repeated too often"),
    meaning: Message(
      fr: """
        Une adresse donnée par une ligne `[nom]: adresse`, ou la forme développée d’une abréviation, est longue et sert \
        très souvent. Écrite à chaque fois, elle ferait de quelques lignes une page énorme : ensemble, ces répétitions \
        dépassent la longueur du texte et 100 000 octets. La plus coûteuse est laissée de côté.
        """,
      en: """
        An address that a line `[name]: address` gives, or the long form of an abbreviation, is long and used very often. \
        Written out each time it would make a huge page of a few lines: together, these repetitions are longer than the \
        text and than 100,000 bytes. The one that costs most is left out.
        """
    ),
    remedy: Message(
      fr: """
        Raccourcissez l’adresse. Une image écrite dans son adresse (`data:`) va dans un fichier, à côté des textes :

            [logo]: ../fichiers/logo.png
        """,
      en: """
        Make the address shorter. An image that is written into its address (`data:`) goes into a file, beside the texts:

            [logo]: ../fichiers/logo.png
        """
    )
  )
}

extension Diagnostic {
  package static func nestingTooDeep(_ file: String, _ range: SourceRange, limit: Int) -> Diagnostic {
    Diagnostic(
      .nestingTooDeep, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le texte est imbriqué sur plus de \(limit) niveaux : la suite de ce passage ne peut pas être lue",
        en: "the text is nested more than \(limit) levels deep: the rest of this passage cannot be read"),
      help: Message(fr: "simplifiez ce passage", en: "simplify this passage"))
  }

  package static func tableTooLarge(_ file: String, _ range: SourceRange, _ limit: InputLimits.TableLimit) -> Diagnostic
  {
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

  package static func textTooDense(_ file: String, _ range: SourceRange, _ text: InputLimits.Paragraph) -> Diagnostic {
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

  package static func fileTooDense(_ file: String, _ range: SourceRange) -> Diagnostic {
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
}
