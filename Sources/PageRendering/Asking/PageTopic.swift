import Encodings
import Engine
import SitePlanning
import Theming
import Toolbox

/// A page of the site.
enum PageTopic: Topic {
  /// What tells the forms of one page apart.
  struct Form: TopicKey {
    /// The id of the edition for which the page is rendered. Used only if all editions share the page.
    let edition: String?
    let setting: PageSetting

    init(edition: String?, setting: PageSetting) {
      self.edition = edition
      self.setting = setting
    }

    func write(to writer: inout ByteWriter) {
      edition.write(to: &writer)
      setting.write(to: &writer)
    }

    init(_ reader: inout ByteReader) throws(DamagedBytes) {
      self.init(edition: try String?(&reader), setting: try PageSetting(&reader))
    }
  }

  typealias Key = KeyPair<PageKey, Form>
  static let kind = "page"
  static let nothing = RenderedPage(
    file: StagedFile(path: "", bytes: []), sources: PageSources(texts: [:], mentions: []))

  /// Renders a page.
  ///
  /// - Parameter log: records the content that the page reads.
  /// - Returns: the page; nil if the site does not have it.
  static func render(_ key: Key, _ asker: Asker, noting log: PageLog) -> StagedFile? {
    let (page, form) = (key.first, key.second)
    guard let path = asker.value(PathTopic.self, page),
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
