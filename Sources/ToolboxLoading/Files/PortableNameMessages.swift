import Diagnostics

extension Diagnostic {
  /// The finding on a file or a folder whose name is invalid on some systems.
  public static func unportableName(_ path: String, _ problem: PortableName.Problem) -> Diagnostic {
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
  public static func unportableAddress(
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
  public static func duplicateName(_ path: String, other: String) -> Diagnostic {
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
