import Diagnostics
import Files
import Toolbox

extension SitePlan {
  /// Finds pages and files with the same address, and names that cannot be addresses.
  package func check(_ toolbox: Toolbox) -> [Diagnostic] {
    let unusable = toolbox.entries.filter { $0.id.slug.isEmpty }.map { Diagnostic.unusableName($0.core.file) }
    return unusable + unportableAddresses(toolbox) + reservedEditions(toolbox) + clashingPages(toolbox)
      + clashingAnchors(toolbox)
      + declarations(toolbox)
  }

  /// Reports page addresses that contain a name that some file systems refuse. Does not report a page whose content file
  /// already has such a name, because another check reports this file.
  private func unportableAddresses(_ toolbox: Toolbox) -> [Diagnostic] {
    var told: Set<String> = []
    return pages.compactMap { page in
      let names = page.path.split(separator: "/").map(String.init)
      guard let name = names.first(where: { PortableName.problem(of: $0) != nil }),
        let problem = PortableName.problem(of: name), told.insert(name).inserted,
        page.origin.map({ PortableName.problem(of: Path.name($0.file)) == nil }) ?? true
      else { return nil }
      let edition = toolbox.site.editions.first { $0.id.name == page.key.edition }
      return .unportableAddress(page.path, problem, at: page.origin ?? edition?.id.location)
    }
  }

  /// The names of folders that other parts of the site use. An edition is refused if its id is one of these names.
  private static let reservedFolders =
    Set(EntryKind.allCases.map(\.folder)).union(["fichiers", assetFolder])

  private func reservedEditions(_ toolbox: Toolbox) -> [Diagnostic] {
    toolbox.site.editions.filter { Self.reservedFolders.contains($0.id.name) }.map { .reservedEdition($0.id) }
  }

  /// Reports a missing accessibility declaration, because every site has a page for this declaration. Also reports
  /// pages of the content that have the address of a declaration.
  private func declarations(_ toolbox: Toolbox) -> [Diagnostic] {
    let replaced = toolbox.pages.compactMap { page in
      declaration(inPlaceOf: page.id).map { Diagnostic.pageOfDeclaration($0, at: page.core.file) }
    }
    return toolbox.declarations.has(.accessibility) || !replaced.isEmpty ? replaced : [.missingDeclaration()]
  }

  /// The declaration whose page has the same address as a page of the content; nil if no declaration has this address.
  private func declaration(inPlaceOf page: EntryID) -> DeclarationKind? {
    DeclarationKind(rawValue: page.slug).flatMap { path(of: .declaration($0)) == nil ? nil : $0 }
  }

  private func clashingPages(_ toolbox: Toolbox) -> [Diagnostic] {
    let reserved = Set(toolbox.site.editions.map(\.id.name)).intersection(Self.reservedFolders)
    let duplicates = Dictionary(grouping: toolbox.entries) { $0.id }.filter { $0.value.count > 1 }
    var owners: [String: SourceLocation?] = [:]
    for asset in toolbox.assets { owners[asset.lowercased()] = SourceLocation(file: "content/" + asset) }
    // Pages that Trousse adds itself are handled first. So a clash is reported at the page that an editor added.
    var diagnostics: [Diagnostic] = []
    for page in pages.filter({ $0.origin == nil }) + pages.filter({ $0.origin != nil }) {
      if let edition = page.key.edition, reserved.contains(edition) { continue }
      if case .chapter(let id, _) = page.key, duplicates[id] != nil { continue }
      if case .page(let id) = page.key, declaration(inPlaceOf: id) != nil { continue }
      let address = page.path.lowercased()
      guard let owner = owners[address] else {
        owners[address] = page.origin
        continue
      }
      // If two chapters have the same address, they clash in every edition. The clash is reported only for the general
      // edition.
      if page.key.edition == nil || owner?.file == toolbox.site.file {
        diagnostics.append(
          .duplicateAddress(page.path, at: page.origin ?? owner, other: page.origin == nil ? nil : owner))
      }
    }
    return diagnostics
  }

  /// Reports entries that have the same anchor. Entries of one kind are on the same page, so two entries with the same
  /// slug have the same anchor.
  private func clashingAnchors(_ toolbox: Toolbox) -> [Diagnostic] {
    let placed = toolbox.entries.filter { $0.id.kind.traits.presence == .section }
    let bySlug = Dictionary(grouping: placed) { $0.id.kind.folder + "/" + $0.id.slug }
    return bySlug.values.filter { Set($0.map(\.id)).count > 1 }.flatMap { same -> [Diagnostic] in
      let files = same.map(\.core.file).sorted()
      let address = same.first.map { "\($0.id.kind.folder)/index.html#\($0.id.slug)" } ?? ""
      return files.dropFirst().map {
        .duplicateAddress(address, at: SourceLocation(file: $0), other: SourceLocation(file: files[0]))
      }
    }
  }
}

extension DiagnosticID {
  package static let missingDeclaration = DiagnosticID(
    "missing-declaration",
    title: Message(fr: "Déclaration d’accessibilité absente", en: "Missing accessibility declaration"),
    meaning: Message(
      fr: """
        Le site d’un organisme public porte une déclaration d’accessibilité, et chaque page y mène. Sans données, Trousse \
        publie une déclaration que rien ne contredit : le site est non conforme, et le reste est à compléter.
        """,
      en: """
        The site of a public body bears an accessibility declaration, and every page leads to it. Without data, Trousse \
        publishes one that nothing contradicts: the site does not conform, and the rest is to be filled in.
        """
    ),
    remedy: Message(
      fr: """
        Créez `content/declarations/accessibilite.yml`. Ce que le fichier ne dit pas vient de `site.yml` : l’organisme, \
        l’adresse, la date, le schéma pluriannuel, le plan d’action. Une ligne suffit pour commencer :

            technologies: [HTML5, CSS, SVG, JavaScript]
        """,
      en: """
        Create `content/declarations/accessibilite.yml`. What the file does not say comes from `site.yml`: the body, the \
        address, the date, the plan over several years, the action plan. One line is enough to begin with:

            technologies: [HTML5, CSS, SVG, JavaScript]
        """
    )
  )
}

extension Diagnostic {
  /// - Parameter other: the location of the file that already has the address; nil if Trousse adds the page with this
  ///   address itself.
  fileprivate static func duplicateAddress(
    _ path: String, at location: SourceLocation?, other: SourceLocation?
  ) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: location,
      other.map {
        Message(
          fr: "cette page aurait la même adresse, « \(path) », que « \($0.file) »",
          en: "this page would have the same address, “\(path)”, as “\($0.file)”")
      }
        ?? Message(
          fr: "l’adresse « \(path) » est celle d’une page que Trousse écrit lui-même",
          en: "the address “\(path)” is that of a page that Trousse writes itself"),
      help: location.map { isNamedByFolder($0.file) } == true
        ? Message(fr: "renommez ce dossier", en: "rename this folder")
        : Message(fr: "renommez ce fichier", en: "rename this file"))
  }

  /// Whether the address of a page comes from the folder of its file. This is so for the opening of a part.
  private static func isNamedByFolder(_ file: String) -> Bool { Path.name(file) == "index.md" }

  fileprivate static func missingDeclaration() -> Diagnostic {
    Diagnostic(
      .missingDeclaration, .warning, at: SourceLocation(file: DeclarationKind.accessibility.file),
      Message(
        fr:
          "ce site n’a pas de déclaration d’accessibilité : la page dit « non conforme », et tout le reste y est à compléter",
        en:
          "this site has no accessibility declaration: the page says “non-conforming”, and the rest is to be filled in"),
      help: Message(
        fr: "créez ce fichier avec « organisme », « date », « schema-pluriannuel » et « plan-d-action »",
        en: "create this file with “organisme”, “date”, “schema-pluriannuel” and “plan-d-action”"))
  }

  fileprivate static func pageOfDeclaration(_ kind: DeclarationKind, at file: String) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: SourceLocation(file: file),
      Message(
        fr: "l’adresse « \(kind.rawValue).html » est celle de la déclaration, faite d’après « \(kind.file) »",
        en: "the address “\(kind.rawValue).html” is that of the declaration, made from “\(kind.file)”"),
      help: Message(
        fr: "reportez dans ce fichier-là ce que dit cette page, puis supprimez-la",
        en: "write into that file what this page says, then remove it"))
  }

  fileprivate static func reservedEdition(_ id: Reference) -> Diagnostic {
    Diagnostic(
      .duplicateAddress, at: id.location,
      Message(
        fr: "une édition ne peut pas s’appeler « \(id.name) » : ce dossier du site sert déjà",
        en: "an edition cannot be called “\(id.name)”: this folder of the site is taken"),
      help: Message(
        fr: "donnez-lui un autre nom, par exemple « edition-\(id.name) »",
        en: "give it another name, for example “edition-\(id.name)”"))
  }

  fileprivate static func unusableName(_ file: String) -> Diagnostic {
    let isFolder = isNamedByFolder(file)
    let example = isFolder ? (fr: "mon-sujet", en: "my-subject") : (fr: "mon-sujet.md", en: "my-subject.md")
    return Diagnostic(
      .duplicateAddress, at: SourceLocation(file: file),
      Message(
        fr:
          "le nom de ce \(isFolder ? "dossier" : "fichier") n’a ni lettre ni chiffre : il ne peut pas servir d’adresse",
        en: "this \(isFolder ? "folder" : "file")’s name has neither letter nor digit: it cannot be an address"),
      help: Message(
        fr: "renommez-le, par exemple « \(example.fr) »", en: "rename it, for example “\(example.en)”"))
  }
}
