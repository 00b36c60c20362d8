import Diagnostics
import Engine
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
  private let engine: Engine

  package init(material: SiteMaterial) {
    self.material = material
    engine = Engine(material.rules, isRecorded: false)
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
    engine.ask(About<PageTopic>(KeyPair(page.key, PageTopic.Form(edition: edition, setting: .site)))).value
  }

  /// The print page of an edition, as a document outside the site. The page has the title of the printed document.
  /// Links to other pages are absolute, because relative links would lead into the temporary folder of the print.
  package func document(of page: SitePlan.PlannedPage) -> StagedFile {
    let setting = PageSetting.document(siteAddress: material.toolbox.site.url)
    return engine.ask(About<PageTopic>(KeyPair(page.key, PageTopic.Form(edition: nil, setting: setting)))).value.file
  }
}
