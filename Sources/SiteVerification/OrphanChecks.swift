import Diagnostics
import SitePlanning
import Toolbox

/// Reports pages that readers reach only through the site map or not at all, and downloads that no page links to or
/// shows. The findings are notes, because a site with such pages or downloads is valid.
package struct OrphanChecks {
  private let toolbox: Toolbox
  private let plan: SitePlan
  private let files: SiteFiles
  /// For each file, the indexes of the files to which it links.
  private let targets: [[Int]]

  package init(toolbox: Toolbox, plan: SitePlan, verifier: PageVerifier) {
    self.toolbox = toolbox
    self.plan = plan
    files = verifier.files
    targets = verifier.targets
  }

  package func run() -> [Diagnostic] { pages() + downloads() }

  /// Follows the links from the home page, and reports the pages that are not reached. If some pages only link to each
  /// other, no link from the home page reaches these pages, so they are reported too.
  private func pages() -> [Diagnostic] {
    guard let home = plan.path(of: .home) else { return [] }
    let reached = reached(from: [home], withoutLinksOf: plan.path(of: .siteMap))
    let orphans = plan.pages.filter { page in files.index(of: page.path).map { !reached.contains($0) } ?? true }
    let keys = Set(orphans.map(\.key))
    return orphans.compactMap { page in
      if page.key == .notFound { return nil }
      // If the home page of an edition is not reached, this home page is reported, but not the other pages of the
      // edition.
      if let edition = page.key.edition.map(PageKey.edition), edition != page.key, keys.contains(edition) { return nil }
      return diagnostic(for: page)
    }
  }

  /// Follows the links from all pages, including the site map, and reports the downloads that are not reached.
  private func downloads() -> [Diagnostic] {
    let reached = reached(from: plan.pages.map(\.path))
    let unused = toolbox.assets.filter { asset in files.index(of: asset).map { !reached.contains($0) } ?? true }
    return unused.map(Diagnostic.unusedFile)
  }

  /// The indexes of the files that can be reached by links from the start pages. The links of the ignored page are not followed.
  private func reached(from starts: [String], withoutLinksOf ignored: String? = nil) -> Set<Int> {
    let ignored = ignored.flatMap { files.index(of: $0) }
    var reached: Set<Int> = []
    var waiting = starts.compactMap { files.index(of: $0) }
    while let place = waiting.popLast() {
      guard reached.insert(place).inserted, place != ignored else { continue }
      waiting += targets[place].filter { !reached.contains($0) }
    }
    return reached
  }

  private func diagnostic(for page: SitePlan.PlannedPage) -> Diagnostic {
    if case .page(let id) = page.key, let entry = toolbox.page(named: id.name), entry.menu == .none {
      return .orphanPage(entry, path: page.path)
    }
    return .orphanPage(page)
  }
}

extension DiagnosticID {
  package static let unusedFile = DiagnosticID(
    "unused-file",
    title: Message(fr: "Fichier inutilisé", en: "Unused file"),
    meaning: Message(
      fr: """
        Cette image ou ce document est publié avec le site, mais aucune page ne le montre ni n’y mène. Un lien a sans \
        doute été supprimé, ou une nouvelle version l’a remplacé. Chacun peut encore le lire, s’il en connaît l’adresse.
        """,
      en: """
        This image or document is published with the site, but no page shows it or links to it. A link was probably \
        removed, or a newer version has taken its place. Anyone who knows its address can still read it.
        """
    ),
    remedy: Message(
      fr: """
        Citez-le dans un texte, ou supprimez-le de `content/fichiers/` :

            [Modèle de convention (ODT)](../fichiers/modele.odt)
        """,
      en: """
        Name it in a text, or delete it from `content/fichiers/`:

            [Modèle de convention (ODT)](../fichiers/modele.odt)
        """
    )
  )

  package static let orphanPage = DiagnosticID(
    "orphan-page",
    title: Message(fr: "Page isolée", en: "Orphan page"),
    meaning: Message(
      fr: """
        En partant de l’accueil, aucune suite de liens ne mène à cette page : elle ne figure que dans le plan du site. \
        Ce n’est pas une faute ; elle sera simplement peu lue. Des pages qui ne se lient qu’entre elles sont isolées \
        aussi.
        """,
      en: """
        No chain of links leads from the home page to this page: it appears on the site map alone. That is no fault; \
        it will simply be read little. Pages that link to each other alone are orphans too.
        """
    ),
    remedy: Message(
      fr: """
        Menez-y par un lien, là où le lecteur en a besoin, ou liez-la au bas de chaque page, par son en-tête :

            menu: pied
        """,
      en: """
        Lead to it by a link where the reader needs it, or link it at the foot of every page, by its front matter:

            menu: pied
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func orphanPage(_ page: Page, path: String) -> Diagnostic {
    Diagnostic(
      .orphanPage, .note, at: page.core.place(of: "menu"), orphanMessage(path),
      help: Message(
        fr: "menez-y par un lien dans un chapitre, ou écrivez « menu: pied » pour la lier au bas de chaque page",
        en: "lead to it by a link in a chapter, or write “menu: pied” to link it at the foot of every page"))
  }

  /// The finding for a page that the theme should link to.
  fileprivate static func orphanPage(_ page: SitePlan.PlannedPage) -> Diagnostic {
    Diagnostic(
      .orphanPage, .note, at: page.origin ?? SourceLocation(file: page.path), orphanMessage(page.path),
      help: Message(
        fr: "aucun gabarit du thème n’y mène : ajoutez-y un lien",
        en: "no template of the theme leads to it: add a link"))
  }

  private static func orphanMessage(_ path: String) -> Message {
    Message(
      fr: "aucune suite de liens ne mène de l’accueil à la page « \(path) », hors du plan du site",
      en: "no chain of links leads from the home page to the page “\(path)”, but through the site map")
  }

  fileprivate static func unusedFile(_ path: String) -> Diagnostic {
    let target = path.replacing(" ", with: "%20")
    return Diagnostic(
      .unusedFile, .note, at: SourceLocation(file: "content/" + path),
      Message(fr: "aucune page ne montre ce fichier ni n’y mène", en: "no page shows this file or links to it"),
      help: Message(
        fr: "liez-le depuis un texte, par exemple « [le document](../\(target)) », ou supprimez-le",
        en: "link to it from a text, for example “[the document](../\(target))”, or delete it"))
  }
}
