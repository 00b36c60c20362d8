import Encodings
import Engine
import SitePlanning
import Theming
import Toolbox

/// A page of the site.
package enum PageTopic: Topic {
  /// What tells the forms of one page apart.
  package struct Form: TopicKey {
    /// The id of the edition for which the page is rendered. Used only if all editions share the page.
    let edition: String?
    let setting: PageSetting

    package init(edition: String? = nil, setting: PageSetting = .site) {
      self.edition = edition
      self.setting = setting
    }

    package func write(to writer: inout ByteWriter) {
      edition.write(to: &writer)
      setting.write(to: &writer)
    }

    package init(_ reader: inout ByteReader) throws(DamagedBytes) {
      self.init(edition: try String?(&reader), setting: try PageSetting(&reader))
    }
  }

  package typealias Key = KeyPair<PageKey, Form>
  package static let kind = "page"
  package static let isSettledFirst = false
  package static let nothing = RenderedPage(
    file: StagedFile(path: "", bytes: []), sources: PageSources(texts: [:], mentions: []))

  /// Renders a page.
  ///
  /// - Parameter log: records the content that the page reads.
  /// - Returns: the page; nil if the site does not have it.
  static func render(_ key: Key, _ asker: Asker, noting log: PageLog) -> StagedFile? {
    let (page, form) = (key.first, key.second)
    guard let path = asker.value(PathTopic.self, page)?.path,
      let scope = PageScope(asker, key: page, path: path, for: form.edition, in: form.setting, noting: log)
    else { return nil }
    return StagedFile(path: path, bytes: Array(html(of: page, scope).utf8))
  }

  private static func html(of page: PageKey, _ scope: PageScope) -> String {
    let theme = scope.theme
    switch page {
    case .home: return theme.render(.home, HomePage(scope))
    case .section(let kind): return EntryRendering.of(kind)?.section?.html(scope, theme) ?? ""
    case .chapter(let id, _): return ChapterPage(id, scope).map { theme.render(.chapter, $0) } ?? ""
    case .introduction: return ChapterPage(introductionIn: scope).map { theme.render(.chapter, $0) } ?? ""
    case .edition: return scope.edition.map { theme.render(.edition, EditionPage($0, scope)) } ?? ""
    case .print: return theme.render(.print, PrintPage(scope))
    case .page(let id): return scope.toolbox.page(named: id.name).map { theme.render(.page, TextPage($0, scope)) } ?? ""
    case .declaration(.accessibility): return theme.render(.accessibilityStatement, AccessibilityPage(scope))
    case .declaration(.ecodesign): return EcodesignPage(scope).map { theme.render(.ecodesignStatement, $0) } ?? ""
    case .criteria: return CriteriaPage(scope).map { theme.render(.ecodesignCriteria, $0) } ?? ""
    case .siteMap: return theme.render(.sitemap, SiteMapPage(scope))
    case .glossary: return theme.render(.glossary, GlossaryPage(scope))
    case .notFound: return theme.render(.notFound, NotFoundPage(scope))
    }
  }
}

extension About<PageTopic> {
  /// The question what a page of the site is.
  ///
  /// - Parameter edition: the edition for which the page is rendered. Used only if all editions share the page.
  package init(_ page: PageKey, for edition: String? = nil) {
    self.init(KeyPair(page, PageTopic.Form(edition: edition)))
  }

  /// The question what a print page is as a document outside the site. The page has the title of the printed document.
  /// Links to other pages are absolute, because relative links would lead into the temporary folder of the print.
  ///
  /// - Parameter site: the address of the published site; nil if it is not known.
  package init(document page: PageKey, of site: String?) {
    self.init(KeyPair(page, PageTopic.Form(setting: .document(siteAddress: site))))
  }
}

package struct RenderedPage: Sendable {
  package var file: StagedFile
  package var sources: PageSources
}
