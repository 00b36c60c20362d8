import Diagnostics

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
}

extension Diagnostic {
  package static func spacedAddress(_ file: String, _ range: SourceRange, address: String) -> Diagnostic {
    Diagnostic(
      .spacedAddress, at: SourceLocation(file: file, range: range),
      Message(
        fr: "ce n’est pas un lien : son adresse contient une espace", en: "this is no link: its address holds a space"),
      help: Message(fr: "écrivez « (<\(address)>) »", en: "write “(<\(address)>)”"))
  }

  package static func undefinedReference(_ file: String, _ range: SourceRange, name: String, nearest: String?)
    -> Diagnostic
  {
    Diagnostic(
      .undefinedReference, at: SourceLocation(file: file, range: range),
      Message(
        fr: "aucune ligne « [\(name)]: adresse » ne dit où mène ce lien",
        en: "no line “[\(name)]: address” says where this link leads"),
      help: nearest.map { Message(fr: "écrivez « [\($0)] »", en: "write “[\($0)]”") }
        ?? Message(
          fr: "ajoutez cette ligne ; des crochets qui ne sont pas un lien s’écrivent « \\[ » et « \\] »",
          en: "add this line; brackets that are no link are written “\\[” and “\\]”"))
  }

  package static func undefinedFootnote(_ file: String, _ range: SourceRange, name: String, nearest: String?)
    -> Diagnostic
  {
    Diagnostic(
      .undefinedFootnote, at: SourceLocation(file: file, range: range),
      Message(
        fr: "la note « [\(name)] » n’existe pas dans ce fichier", en: "there is no footnote “[\(name)]” in this file"),
      help: nearest.map { Message(fr: "écrivez « [\($0)] »", en: "write “[\($0)]”") }
        ?? Message(
          fr: "ajoutez une ligne « [\(name)]: texte de la note »", en: "add a line “[\(name)]: text of the footnote”"))
  }

  package static func unreferencedFootnote(_ file: String, _ range: SourceRange, name: String, first: Int?)
    -> Diagnostic
  {
    let message =
      first.map {
        Message(
          fr: "la note « [\(name)] » est déjà donnée ligne \($0) : celle-ci ne paraîtra pas",
          en: "the footnote “[\(name)]” is already given on line \($0): this one will not appear")
      }
      ?? Message(
        fr: "aucun appel ne renvoie à la note « [\(name)] » : elle ne paraîtra pas",
        en: "nothing refers to the footnote “[\(name)]”: it will not appear")
    return Diagnostic(
      .unreferencedFootnote, .warning, at: SourceLocation(file: file, range: range), message,
      help: first == nil
        ? Message(
          fr: "écrivez « [\(name)] » là où elle doit être appelée, ou supprimez-la",
          en: "write “[\(name)]” where it should be referred to, or remove it")
        : Message(fr: "donnez-lui un autre nom, ou supprimez-la", en: "give it another name, or remove it"))
  }

  package static func unknownCallout(_ file: String, _ range: SourceRange, word: String) -> Diagnostic {
    let known = Callout.allCases.map(\.rawValue)
    let nearest = NearestMatch.find(String(word.prefix(100)), among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownCallout, at: SourceLocation(file: file, range: range),
      Message(
        fr: "« [!\(word)] » n’annonce aucun encadré connu", en: "“[!\(word)]” announces no callout that is known"),
      help: nearest.map { Message(fr: "écrivez « [!\($0)] »", en: "write “[!\($0)]”") }
        ?? Message(fr: "les encadrés sont : \(list)", en: "the callouts are: \(list)"))
  }
}
