/// Explanations of findings on references, footnotes and callouts, and on texts that exceed the parser's limits.
extension DiagnosticID {
  package static let undefinedReference = DiagnosticID(
    "undefined-reference",
    title: Message(fr: "Référence de lien sans adresse", en: "Link reference without a definition"),
    meaning: Message(
      fr: """
        Le lien `[texte][nom]` doit trouver son adresse sur une ligne `[nom]: adresse` du même fichier, et cette ligne \
        n’existe pas. Le lecteur verrait les crochets au lieu d’un lien.
        """,
      en: """
        The link `[text][name]` must find its address on a line `[name]: address` of the same file, and there is no such \
        line. The reader would see the brackets instead of a link.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom, ou ajoutez la ligne, n’importe où dans le fichier :

            Voir [le référentiel][rgesn].

            [rgesn]: https://exemple.fr/rgesn

        Des crochets qui ne sont pas un lien s’écrivent `\\[` et `\\]`.
        """,
      en: """
        Mend the name, or add the line, anywhere in the file:

            Voir [le référentiel][rgesn].

            [rgesn]: https://exemple.fr/rgesn

        Brackets that are no link are written `\\[` and `\\]`.
        """
    )
  )

  package static let undefinedFootnote = DiagnosticID(
    "undefined-footnote",
    title: Message(fr: "Note de bas de page introuvable", en: "Missing footnote"),
    meaning: Message(
      fr: """
        Le texte appelle une note que le fichier ne contient pas : une faute dans le nom, ou une note supprimée depuis. \
        Le lecteur verrait `[^nom]` au milieu de la phrase.
        """,
      en: """
        The text refers to a footnote that the file does not contain: a slip in the name, or a footnote that was removed \
        since. The reader would see `[^name]` in the middle of the sentence.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez l’appel, ou écrivez la note, sur une ligne à elle :

            Comptez trente jours[^duree].

            [^duree]: Répartis sur une année.
        """,
      en: """
        Mend the reference, or write the footnote, on a line of its own:

            Comptez trente jours[^duree].

            [^duree]: Répartis sur une année.
        """
    )
  )

  package static let unreferencedFootnote = DiagnosticID(
    "unreferenced-footnote",
    title: Message(fr: "Note de bas de page jamais appelée", en: "Footnote that nothing refers to"),
    meaning: Message(
      fr: """
        Une note est écrite, mais rien dans le texte n’y renvoie, ou une autre porte déjà son nom. Elle ne paraît donc \
        pas sur la page, et les liens qu’elle contient ne sont pas vérifiés.
        """,
      en: """
        A footnote is written, but nothing in the text refers to it, or another one already has its name. So it does not \
        appear on the page, and the links in it are not checked.
        """
    ),
    remedy: Message(
      fr: """
        Placez l’appel là où la note est utile, ou supprimez la note :

            Comptez trente jours[^duree].

            [^duree]: Répartis sur une année.
        """,
      en: """
        Put the reference where the footnote is useful, or remove the footnote:

            Comptez trente jours[^duree].

            [^duree]: Répartis sur une année.
        """
    )
  )

  package static let unknownCallout = DiagnosticID(
    "unknown-callout",
    title: Message(fr: "Encadré inconnu", en: "Unknown callout"),
    meaning: Message(
      fr: """
        Une citation commence par `[!MOT]`, comme un encadré, mais ce mot n’en annonce aucun. Le lecteur verrait une \
        citation ordinaire qui commence par des crochets.
        """,
      en: """
        A quotation begins with `[!WORD]`, as a callout does, but this word announces none. The reader would see an \
        ordinary quotation that begins with brackets.
        """
    ),
    remedy: Message(
      fr: """
        Employez l’un des cinq mots connus : `NOTE`, `TIP` (conseil), `IMPORTANT`, `WARNING` (attention) ou `CAUTION` \
        (danger) :

            > [!TIP]
            > Prévenez les élus avant le premier atelier.
        """,
      en: """
        Use one of the five words that are known: `NOTE`, `TIP`, `IMPORTANT`, `WARNING` or `CAUTION`:

            > [!TIP]
            > Prévenez les élus avant le premier atelier.
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

  package static let spacedAddress = DiagnosticID(
    "spaced-address",
    title: Message(fr: "Espace dans une adresse", en: "Space in an address"),
    meaning: Message(
      fr: """
        Une adresse écrite entre parenthèses s’arrête à la première espace. Ce qui devait être un lien n’en est donc pas \
        un : le lecteur verrait les crochets et les parenthèses.
        """,
      en: """
        An address written in brackets ends at the first space. So what was meant to be a link is none: the reader would \
        see the brackets.
        """
    ),
    remedy: Message(
      fr: """
        Mettez l’adresse entre chevrons, ou écrivez `%20` à la place de chaque espace :

            [le guide](<../fichiers/Mon guide.pdf>)

        Si ce n’est pas un lien, écrivez `\\[` et `\\]` pour les crochets.
        """,
      en: """
        Put the address in angle brackets, or write `%20` for each space:

            [le guide](<../fichiers/Mon guide.pdf>)

        If it is no link, write `\\[` and `\\]` for the brackets.
        """
    )
  )
}
