import Diagnostics
import LinkValidation
import SitePlanning
import Toolbox

package struct RenderedPage: Sendable {
  package var file: StagedFile
  package var sources: PageSources
}

/// Renders every page of a plan. Pure: the same toolbox and theme give the same bytes.
package struct SiteRenderer {
  package let material: SiteMaterial

  /// Creates a value from its parts.
  package init(material: SiteMaterial) {
    self.material = material
  }

  /// Every page, in the order of the plan.
  package func pages() -> [RenderedPage] {
    concurrentMap(material.plan.pages, heaviestFirst: Self.weight) { page($0) }
  }

  /// The relative cost of a page. Print editions come first, because a print edition costs as much as all its chapters.
  private static func weight(of page: SitePlan.PlannedPage) -> Int { if case .print = page.key { 1 } else { 0 } }

  /// Renders a page.
  ///
  /// - Parameter edition: the edition for which the page is rendered. Used only if all editions share the page.
  package func page(_ page: SitePlan.PlannedPage, for edition: String? = nil) -> RenderedPage {
    let log = PageLog()
    let scope = PageScope(material, key: page.key, path: page.path, for: edition, noting: log)
    let file = StagedFile(path: page.path, bytes: Array(html(of: page, scope).utf8))
    return RenderedPage(file: file, sources: PageSources(log, in: material.toolbox))
  }

  /// The print page of an edition, as a document outside the site. The page has the title of the printed document.
  /// Links to other pages are absolute, because relative links would lead into the temporary folder of the print.
  package func document(of page: SitePlan.PlannedPage) -> StagedFile {
    let setting = PageSetting.document(siteAddress: material.toolbox.site.url)
    let scope = PageScope(material, key: page.key, path: page.path, for: nil, in: setting, noting: PageLog())
    return StagedFile(path: page.path, bytes: Array(html(of: page, scope).utf8))
  }

  private func html(of page: SitePlan.PlannedPage, _ scope: PageScope) -> String {
    let theme = material.theme
    switch page.key {
    case .home: return theme.render(.home, HomePage(scope))
    case .section(let kind): return EntryRendering.of(kind)?.section?.html(scope, theme) ?? ""
    case .chapter(let id, _): return ChapterPage(id, scope).map { theme.render(.chapter, $0) } ?? ""
    case .introduction: return ChapterPage(introductionIn: scope).map { theme.render(.chapter, $0) } ?? ""
    case .edition: return scope.edition.map { theme.render(.edition, EditionPage($0, scope)) } ?? ""
    case .print: return theme.render(.print, PrintPage(scope))
    case .page(let id):
      return material.toolbox.page(named: id.name).map { theme.render(.page, TextPage($0, scope)) } ?? ""
    case .declaration(.accessibility): return theme.render(.accessibilityStatement, AccessibilityPage(scope))
    case .declaration(.ecodesign): return EcodesignPage(scope).map { theme.render(.ecodesignStatement, $0) } ?? ""
    case .criteria: return CriteriaPage(scope).map { theme.render(.ecodesignCriteria, $0) } ?? ""
    case .siteMap: return theme.render(.sitemap, SiteMapPage(scope))
    case .glossary: return theme.render(.glossary, GlossaryPage(scope))
    case .notFound: return theme.render(.notFound, NotFoundPage(scope))
    }
  }
}
