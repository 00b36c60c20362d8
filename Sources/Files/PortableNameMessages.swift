import Diagnostics

extension DiagnosticID {
  package static let unportableName = DiagnosticID(
    "unportable-name",
    title: Message(fr: "Nom qui ne convient pas partout", en: "Name that does not suit every system"),
    meaning: Message(
      fr: """
        Ce fichier, ce dossier ou cette adresse porte un nom que certains systèmes ne prennent pas. Windows réserve \
        `con`, `prn`, `aux`, `nul`, `com1` ou `lpt1`, quelle que soit la fin du nom, et refuse les signes \
        `< > : " / \\ | ? *`, les caractères invisibles, un point ou une espace à la fin ; aucun système ne va au-delà \
        de 255 octets. La boîte à outils ou le site ne pourraient pas être copiés sur une telle machine, ni sur une clé.
        """,
      en: """
        This file, this folder or this address has a name that some systems do not take. Windows keeps `con`, `prn`, \
        `aux`, `nul`, `com1` or `lpt1` for itself, whatever the name ends with, and refuses the signs \
        `< > : " / \\ | ? *`, invisible characters, a dot or a blank at the end; no system goes beyond 255 bytes. The \
        toolbox or the site could not be copied to such a machine, nor to a memory stick.
        """
    ),
    remedy: Message(
      fr: """
        Renommez le fichier, et les liens qui y mènent, avec des lettres, des chiffres et des tirets :

            git mv content/fichiers/aux.png content/fichiers/schema-aux.png
        """,
      en: """
        Rename the file, and the links that lead to it, with letters, digits and hyphens:

            git mv content/fichiers/aux.png content/fichiers/schema-aux.png
        """
    )
  )

  package static let duplicateAddress = DiagnosticID(
    "duplicate-address",
    title: Message(fr: "Deux pages à la même adresse", en: "Two pages with one address"),
    meaning: Message(
      fr: """
        Deux pages ou fichiers du site auraient la même adresse. Les adresses s’écrivent en minuscules et sans accent : \
        deux noms de fichiers différents peuvent donc donner la même. L’un effacerait l’autre. Certaines adresses sont \
        aussi prises par le site lui-même (`plan-du-site`, `glossaire`, `guide`…), et un nom sans lettre ni chiffre n’en \
        donne aucune.
        """,
      en: """
        Two pages or files of the site would have the same address. Addresses are in lower case and without accents, \
        so that two different file names may give the same one. One would replace the other. Some addresses are also \
        taken by the site itself (`plan-du-site`, `glossaire`, `guide`…), and a name without letter or digit gives none.
        """
    ),
    remedy: Message(
      fr: """
        Renommez l’un des deux fichiers de sorte qu’ils diffèrent par autre chose que les accents, la casse ou la \
        ponctuation : `charge-binome.md` et `charge-referent.md`, par exemple.
        """,
      en: """
        Rename one of the two files so that they differ by more than accents, case or punctuation: `charge-binome.md` \
        and `charge-referent.md`, for example.
        """
    )
  )
}

extension Diagnostic {
  /// The finding on a file or a folder whose name is invalid on some systems.
  package static func unportableName(_ path: String, _ problem: PortableName.Problem) -> Diagnostic {
    Diagnostic(
      .unportableName, at: SourceLocation(file: path),
      Message(
        fr: "ce nom ne convient pas à tous les systèmes : \(problem.reason.french)",
        en: "this name does not suit all systems: \(problem.reason.english)"),
      help: problem.help)
  }

  /// The finding on an address of the site. A file name in this address is invalid on some systems.
  ///
  /// - Parameter place: the source of the address, if it is known.
  package static func unportableAddress(
    _ path: String, _ problem: PortableName.Problem, at place: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .unportableName, at: place,
      Message(
        fr: "l’adresse « \(path) » ne convient pas à tous les systèmes : \(problem.reason.french)",
        en: "the address “\(path)” does not suit all systems: \(problem.reason.english)"),
      help: Message(
        fr: "donnez un autre nom à ce dont elle est faite", en: "give another name to what it is made from"))
  }

  /// The finding on two files or folders whose names are the same on some systems.
  ///
  /// - Parameters:
  ///   - path: the second path. The two paths may be equal as strings, if they encode an accented letter in different
  ///     ways.
  ///   - other: the first path.
  package static func duplicateName(_ path: String, other: String) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: SourceLocation(file: path),
      path == other
        ? Message(
          fr: "deux fichiers portent ce nom : leurs accents sont codés autrement, mais ils se lisent de même",
          en: "two files have this name: their accents are encoded differently, but they read the same")
        : Message(
          fr: "deux noms ne diffèrent que par leurs majuscules : Windows et macOS n’en garderaient qu’un",
          en: "two names differ in their capitals alone: Windows and macOS would keep but one of them"),
      help: Message(fr: "supprimez ou renommez l’un des deux", en: "remove or rename one of them"),
      related: [.init(SourceLocation(file: other), Message(fr: "l’autre fichier", en: "the other file"))])
  }
}

extension PortableName.Problem {
  fileprivate var reason: Message {
    switch self {
    case .reserved(let name):
      Message(fr: "Windows réserve le nom « \(name) »", en: "Windows keeps the name “\(name)” for itself")
    case .sign(let sign):
      Message(fr: "Windows n’y admet pas le signe « \(sign) »", en: "Windows does not take the sign “\(sign)” in it")
    case .invisible:
      Message(fr: "il contient un caractère invisible", en: "there is an invisible character in it")
    case .end: Message(fr: "il finit par un point ou une espace", en: "it ends with a dot or a blank")
    case .length(let size):
      Message(
        fr: "il compte \(size) octets, et \(PortableName.limit) au plus conviennent",
        en: "it has \(size) bytes, and \(PortableName.limit) at most are permitted")
    case .encoding: Message(fr: "il n’est pas en UTF-8", en: "it is not UTF-8")
    }
  }

  fileprivate var help: Message {
    switch self {
    case .reserved:
      Message(fr: "renommez-le, par exemple en ajoutant un mot", en: "rename it, for example by adding a word")
    case .length: Message(fr: "raccourcissez-le", en: "shorten it")
    case .sign, .invisible, .end, .encoding:
      Message(
        fr: "renommez-le avec des lettres, des chiffres et des tirets",
        en: "rename it with letters, digits and hyphens")
    }
  }
}
