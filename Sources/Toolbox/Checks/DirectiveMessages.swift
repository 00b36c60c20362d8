import Diagnostics
import MarkdownTree

extension DiagnosticID {
  package static let unknownValue = DiagnosticID(
    "unknown-value",
    title: Message(fr: "Valeur inconnue", en: "Unknown value"),
    meaning: Message(
      fr: """
        Ce réglage ne prend que certains mots, et celui-ci n’en fait pas partie. Les mots possibles sont déclarés \
        avec leur libellé dans `site.yml` ; une fiche classée sous un autre mot n’apparaîtrait dans aucune liste.
        """,
      en: """
        This setting takes only certain words, and this is not one of them. The possible words are declared with \
        their labels in `site.yml`; an entry that is filed under another word would appear in no list.
        """
    ),
    remedy: Message(
      fr: """
        Choisissez l’un des mots déclarés (Trousse propose le plus proche) ou, si le mot est nouveau, ajoutez-le aux \
        `vocabulaires` de `site.yml`.
        """,
      en: """
        Choose one of the declared words (Trousse proposes the nearest one) or, if the word is new, add it to \
        `vocabulaires` in `site.yml`.
        """
    )
  )

  package static let containerArgument = DiagnosticID(
    "container-argument",
    title: Message(fr: "Précision de bloc incorrecte", en: "Faulty setting of a block"),
    meaning: Message(
      fr: """
        Ce qui suit le nom du bloc ne convient pas : il manque un mot, il y en a un de trop, ou la forme n’est pas la \
        bonne. Le bloc montrerait autre chose que ce qui est voulu.
        """,
      en: """
        What follows the name of the block does not fit: a word is missing, there is one too many, or the form is \
        wrong. The block would show something else than is meant.
        """
    ),
    remedy: Message(
      fr: """
        Écrivez un public après `pour`, un code de langue après `langue`, et un choix de la forme `nom=valeur` pour \
        les fiches placées :

            ::: pour binome avec-dsi
            ::: langue en
            ::: rex cote=collectivite
            ::: ressources theme=formation
        """,
      en: """
        Write an audience after `pour`, a language code after `langue`, and a choice in the form `name=value` for \
        placed entries:

            ::: pour binome avec-dsi
            ::: langue en
            ::: rex cote=collectivite
            ::: ressources theme=formation
        """
    )
  )

  package static let containerContent = DiagnosticID(
    "container-content",
    title: Message(fr: "Texte dans un bloc de fiches", en: "Text inside a block of entries"),
    meaning: Message(
      fr: """
        Ce bloc place des fiches dans la page ; ce qu’il montre vient d’elles. Le texte écrit à l’intérieur ne serait \
        publié nulle part.
        """,
      en: """
        This block places entries in the page; what it shows comes from them. Text that is written inside would be \
        published nowhere.
        """
    ),
    remedy: Message(
      fr: """
        Déplacez le texte avant ou après le bloc :

            Voici ce qu'en disent les collectivités.

            ::: rex cote=collectivite
            :::
        """,
      en: """
        Move the text before or after the block:

            Voici ce qu'en disent les collectivités.

            ::: rex cote=collectivite
            :::
        """
    )
  )
}

extension Diagnostic {
  /// Reports a word that is not in its vocabulary. A vocabulary is a fixed list of words in `site.yml`.
  package static func unknownTerm(
    _ word: String, vocabulary: String, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let nearest = NearestMatch.find(word, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownValue, at: location,
      Message(
        fr: "« \(word) » n’est pas un mot de la liste « \(vocabulary) »",
        en: "“\(word)” is not a word of the list “\(vocabulary)”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: list.isEmpty
            ? "déclarez-le dans site.yml, sous « vocabulaires: \(vocabulary): »"
            : "mots connus : \(list) (ils sont déclarés dans site.yml, sous « vocabulaires »)",
          en: list.isEmpty
            ? "declare it in site.yml, below “vocabulaires: \(vocabulary):”"
            : "known words: \(list) (site.yml declares them below “vocabulaires”)"))
  }

  package static func unknownContainer(_ header: ContainerHeader, at location: SourceLocation) -> Diagnostic {
    let known = Directive.Name.allCases.map(\.rawValue)
    let nearest = NearestMatch.find(header.name, among: known)
    return Diagnostic(
      .unknownContainer, at: location,
      Message(fr: "« ::: \(header.name) » n’existe pas", en: "there is no “::: \(header.name)”"),
      help: nearest.map { Message(fr: "écrivez « ::: \($0) »", en: "write “::: \($0)”") }
        ?? Message(
          fr: "blocs connus : \(known.joined(separator: ", "))", en: "known blocks: \(known.joined(separator: ", "))"))
  }

  static func containerWithContent(_ name: Directive.Name, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » est rempli par Trousse : le texte qu’il contient ne serait pas publié",
        en: "“::: \(name.rawValue)” is filled by Trousse: the text in it would not be published"),
      help: Message(
        fr: "mettez ce texte avant ou après, et fermez le bloc juste après son ouverture par « ::: »",
        en: "move this text before or after it, and close the block right after its opening with “:::”"))
  }

  static func containerWithoutWord(
    _ name: Directive.Name, at location: SourceLocation, known: [String]
  ) -> Diagnostic {
    let example = name == .language ? "en" : known.first ?? "binome"
    return Diagnostic(
      .containerArgument, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » ne dit pas \(name == .language ? "quelle langue" : "pour qui")",
        en: "“::: \(name.rawValue)” does not say \(name == .language ? "which language" : "for whom")"),
      help: Message(
        fr: "écrivez par exemple « ::: \(name.rawValue) \(example) »",
        en: "write for example “::: \(name.rawValue) \(example)”"))
  }

  static func unexpectedArgument(
    _ argument: String, of name: Directive.Name, at location: SourceLocation, keys: [String]
  ) -> Diagnostic {
    let list = keys.map { "\($0)=…" }.joined(separator: ", ")
    return Diagnostic(
      .containerArgument, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » ne comprend pas « \(argument) »",
        en: "“::: \(name.rawValue)” does not understand “\(argument)”"),
      help: Message(
        fr: list.isEmpty ? "supprimez-le" : "il comprend \(list)",
        en: list.isEmpty ? "remove it" : "it understands \(list)"))
  }

  static func unknownPart(_ word: String, at location: SourceLocation) -> Diagnostic {
    let known = Site.Publisher.Part.allCases.compactMap(\.word)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .containerArgument, at: location,
      Message(
        fr: "« ::: editeur » ne comprend pas « \(word) »", en: "“::: editeur” does not understand “\(word)”"),
      help: NearestMatch.find(word, among: known).map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "mots connus : \(list) ; sans mot, le bloc donne les coordonnées de l’éditeur",
          en: "known words: \(list); without a word, the block gives the publisher’s details"))
  }

  static func nothingToPlace(
    _ part: Site.Publisher.Part, by header: ContainerHeader, at location: SourceLocation
  ) -> Diagnostic {
    let written = ([header.name] + (part.word.map { [$0] } ?? [])).joined(separator: " ")
    let keys = part.keys.joined(separator: ", ")
    return Diagnostic(
      .toComplete, .warning, at: location,
      Message(
        fr: "« ::: \(written) » n’a rien à montrer : site.yml n’en dit rien",
        en: "“::: \(written)” has nothing to show: site.yml says nothing of it"),
      help: Message(
        fr: "donnez dans site.yml, sous « editeur », ce qui s’applique parmi : \(keys)",
        en: "give in site.yml, below “editeur”, what applies of: \(keys)"))
  }

  static func repeatedArgument(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerArgument, at: location,
      Message(fr: "« \(word) » est écrit deux fois", en: "“\(word)” is written twice"),
      help: Message(fr: "gardez-en un seul", en: "keep one of them"))
  }

  /// Reports a container without content, because such a container would show an empty frame or only a label.
  static func emptyContainer(_ name: Directive.Name, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, .warning, at: location,
      Message(fr: "« ::: \(name.rawValue) » n’enferme rien", en: "“::: \(name.rawValue)” encloses nothing"),
      help: Message(
        fr: "écrivez le texte entre cette ligne et « ::: », ou supprimez les deux",
        en: "write the text between this line and “:::”, or remove both"))
  }

  /// Reports advice inside a quotation, because readers would take the advice for the words of the quoted person.
  static func adviceInQuotation(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: conseil » dans un témoignage : le conseil passerait pour les mots de son auteur",
        en: "“::: conseil” in a testimonial: the advice would pass for its author’s words"),
      help: Message(
        fr: "mettez le conseil dans le chapitre, après le témoignage",
        en: "move the advice to the chapter, behind the testimonial"))
  }

  /// Reports words of the source inside advice, because readers would take these words for advice.
  static func sourceWithinAdvice(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: \(name) » dans un conseil : ce que dit la source passerait pour un conseil",
        en: "“::: \(name)” in advice: what the source says would pass for advice"),
      help: Message(
        fr: "placez-le avant le conseil, ou après lui", en: "place it before the advice, or behind it"))
  }

  /// Reports advice inside advice, because readers could not see where the inner advice ends and the outer advice
  /// continues.
  static func adviceWithinAdvice(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: conseil » se trouve déjà dans un conseil", en: "“::: conseil” stands within another one already"),
      help: Message(
        fr: "supprimez cette ligne et celle qui ferme ce bloc, ou fermez d’abord le premier conseil",
        en: "remove this line and the one that closes the block, or close the first one before it"))
  }

  static func notALanguage(_ word: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerArgument, at: location,
      Message(fr: "« \(word) » n’est pas un code de langue", en: "“\(word)” is no language code"),
      help: Message(
        fr: "écrivez « en » pour l’anglais, « de » pour l’allemand, « br » pour le breton…",
        en: "write “en” for English, “de” for German, “br” for Breton…"))
  }

  /// Reports a container that places entries that are not allowed in an entry of this kind. Without this rule, two
  /// entries could place each other without end (see ``EntryTraits/placing``).
  static func containerInEntry(_ name: Directive.Name, of kind: EntryKind, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .containerContent, at: location,
      Message(
        fr: "« ::: \(name.rawValue) » dans une fiche de « \(kind.folder) » : une fiche en placerait d’autres, sans fin",
        en: "“::: \(name.rawValue)” in an entry of “\(kind.folder)”: entries would place others, without end"),
      help: Message(
        fr: "écrivez un lien à la place, par exemple « [titre](../\(name.rawValue)/fiche.md) »",
        en: "write a link instead, for example “[title](../\(name.rawValue)/entry.md)”"))
  }
}
