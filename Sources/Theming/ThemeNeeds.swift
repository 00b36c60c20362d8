import YAML
import Diagnostics
import Toolbox

/// The requirements that a theme declares in `demande`: a version of Trousse, and keys of `site.yml`.
struct ThemeNeeds {
  /// The optional keys of `site.yml`. A theme may require these keys.
  enum SiteKey: String, CaseIterable {
    case subtitle = "sous-titre"
    case version, date, source
    case licence
    case publisher = "editeur"
    case logo, url
    case repository = "depot"

    /// Whether a site has the key.
    func isGiven(in site: Site) -> Bool {
      switch self {
      case .subtitle: site.subtitle != nil
      case .version: site.version != nil
      case .date: site.date != nil
      case .source: site.source != nil
      case .licence: site.licence != nil
      case .publisher: site.publisher != nil
      case .logo: site.logo != nil
      case .url: site.url != nil
      case .repository: site.repository != nil
      }
    }
  }

  private let declarations: [ThemeDeclaration]

  /// - Parameter declarations: the declarations of a theme and of the themes that it extends.
  init(_ declarations: [ThemeDeclaration]) { self.declarations = declarations }

  /// The findings that depend only on the themes: a required version that is not valid or is newer than this program,
  /// and unknown keys.
  func programFindings() -> [Diagnostic] {
    let programs = declarations.compactMap(\.oldestProgram).compactMap { asked -> Diagnostic? in
      guard let version = ProgramVersion(asked.name) else { return .notAVersion(asked) }
      return version > .current ? .newerProgramNeeded(version, at: asked.location) : nil
    }
    let known = SiteKey.allCases.map(\.rawValue)
    let keys = declarations.flatMap(\.neededKeys).filter { !known.contains($0.name) }
    return programs + keys.map { .unknownNeed($0, known: known) }
  }

  /// The findings about keys that the theme needs and the site lacks.
  func findings(for site: Site, theme: String) -> [Diagnostic] {
    guard site.isReadable else { return [] }
    var seen: Set<String> = []
    return declarations.flatMap(\.neededKeys).compactMap { asked in
      guard let key = SiteKey(rawValue: asked.name), !key.isGiven(in: site), seen.insert(asked.name).inserted else {
        return nil
      }
      return .missingNeed(asked, theme: theme, file: site.file)
    }
  }
}

extension DiagnosticID {
  package static let newerProgramNeeded = DiagnosticID(
    "newer-program-needed",
    title: Message(fr: "Thème fait pour un Trousse plus récent", en: "Theme for a newer Trousse"),
    meaning: Message(
      fr: """
        Le fichier `theme.yml` du thème demande une version de Trousse plus récente que ce programme. Ses gabarits \
        peuvent employer des informations que celui-ci ne donne pas encore.
        """,
      en: """
        The theme’s file `theme.yml` asks for a version of Trousse that is newer than this program. Its templates may \
        use what this one does not give yet.
        """
    ),
    remedy: Message(
      fr: """
        Installez la version demandée, ou prenez un autre thème dans `site.yml`. Si le thème est le vôtre, demandez la \
        version la plus ancienne avec laquelle il marche :

            demande:
              trousse: "0.1"
        """,
      en: """
        Install the version that is asked for, or name another theme in `site.yml`. If the theme is yours, ask for the \
        oldest version that it works with:

            demande:
              trousse: "0.1"
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func notAVersion(_ asked: Reference) -> Diagnostic {
    Diagnostic(
      .wrongType, at: asked.location,
      Message(
        fr: "« \(asked.name) » n’est pas une version de Trousse", en: "“\(asked.name)” is not a version of Trousse"),
      help: Message(
        fr: "écrivez par exemple « trousse: \"\(ProgramVersion.current)\" »",
        en: "write for example “trousse: \"\(ProgramVersion.current)\"”"))
  }

  fileprivate static func newerProgramNeeded(_ version: ProgramVersion, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .newerProgramNeeded, at: place,
      Message(
        fr: "ce thème demande Trousse \(version) ; ce programme est la version \(ProgramVersion.current)",
        en: "this theme needs Trousse \(version); this program is version \(ProgramVersion.current)"),
      help: Message(
        fr: "installez une version plus récente de Trousse, ou prenez un autre thème",
        en: "install a newer version of Trousse, or use another theme"))
  }

  fileprivate static func unknownNeed(_ key: Reference, known: [String]) -> Diagnostic {
    let nearest = NearestMatch.find(key.name, among: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .unknownValue, at: key.location,
      Message(
        fr: "un thème ne peut pas demander « \(key.name) » à site.yml",
        en: "a theme cannot ask site.yml for “\(key.name)”"
      ),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(fr: "clés possibles : \(list)", en: "possible keys: \(list)"))
  }

  fileprivate static func missingNeed(_ key: Reference, theme: String, file: String) -> Diagnostic {
    Diagnostic(
      .missingKey, at: SourceLocation(file: file),
      Message(
        fr: "le thème « \(theme) » a besoin de la clé « \(key.name) », qui manque",
        en: "the theme “\(theme)” needs the key “\(key.name)”, which is missing"),
      help: Message(
        fr: "ajoutez une ligne « \(key.name): … », ou prenez un autre thème",
        en: "add a line “\(key.name): …”, or use another theme"),
      related: [.init(key.location, Message(fr: "le thème le demande ici", en: "the theme asks for it here"))])
  }
}
