import CompiledBody
import ExternalLinks
import HTML
import LinkValidation
import SitePlanning
import Synchronization
import Theming
import Toolbox

/// The data from which all pages of one build are rendered. Data that pages share is computed once, here.
///
/// This is a class, because every value that renders a part of a page holds the material. A struct would be copied into
/// each such value, and the copies would cost more than the rendering. The class is immutable.
package final class SiteMaterial: Sendable {
  package let toolbox: Toolbox
  /// The texts of the toolbox. The key is the file of a text.
  let texts: [String: Body]
  package let plan: SitePlan
  package let theme: Theme
  package let index: ContentIndex
  package let wording: SiteWording
  package let menus: SiteMenus
  /// The recorded results of the checks of links to other sites.
  package let record: LinkRecord
  /// The last measures of the pages; nil if the site has no measures.
  package let measures: MeasureRecord?
  /// The sizes of the images. The key is the path of the image in the output.
  package let imageSizes: [String: ImageSize]
  /// The publisher’s logo; nil if the site has no logo.
  package let logo: SiteLogo?
  let chrome: ChromeCache
  private let general: EditionView
  private let tailored: [String: EditionView]

  package init(
    toolbox: Toolbox, texts: [String: Body], plan: SitePlan, theme: Theme, imageSizes: [String: ImageSize],
    record: LinkRecord, measures: MeasureRecord?
  ) {
    self.toolbox = toolbox
    self.texts = texts
    logo = SiteLogo.find(in: toolbox).logo
    self.record = record
    self.measures = measures
    chrome = ChromeCache()
    self.imageSizes = imageSizes
    self.plan = plan
    self.theme = theme
    index = ContentIndex(toolbox)
    wording = SiteWording(theme.labels)
    menus = SiteMenus(toolbox, plan, wording)
    general = EditionView(toolbox, edition: nil)
    tailored = Dictionary(toolbox.editions.map { ($0.id, EditionView(toolbox, edition: $0)) }) { first, _ in first }
  }

  private init(_ other: SiteMaterial, showing measures: MeasureRecord) {
    toolbox = other.toolbox
    texts = other.texts
    plan = other.plan
    theme = other.theme
    index = other.index
    wording = other.wording
    record = other.record
    self.measures = measures
    imageSizes = other.imageSizes
    logo = other.logo
    chrome = other.chrome
    general = other.general
    tailored = other.tailored
    menus = other.menus
  }

  /// A copy of this material with other measures.
  package func showing(_ measures: MeasureRecord) -> SiteMaterial { SiteMaterial(self, showing: measures) }

  /// The content files on which every page depends: `site.yml`, the declarations, and the pages to which menus link.
  package var sharedFiles: Set<String> {
    let declarations = DeclarationKind.allCases.filter { toolbox.declarations.has($0) }.map(\.file)
    return Set([toolbox.site.file] + declarations + menus.entries.compactMap { toolbox.file(of: $0) })
  }

  /// The view of an edition; the view of the general edition if `edition` is nil.
  func view(of edition: String?) -> EditionView { edition.flatMap { tailored[$0] } ?? general }
}

/// The entries that one edition shows, in order. This is a class for the same reason as ``SiteMaterial``.
final class EditionView: Sendable {
  let edition: Edition?
  let tailoring: Tailoring
  /// The contents of the guide.
  let contents: GuideContents
  let factors: [SuccessFactor]
  let resources: [Resource]

  init(_ toolbox: Toolbox, edition: Edition?) {
    self.edition = edition
    tailoring = Tailoring(toolbox, edition: edition)
    contents = GuideContents(tailoring.visible(toolbox.chapters))
    factors = tailoring.visible(toolbox.factors)
    resources = tailoring.visible(toolbox.resources)
  }

  /// All chapters, in order.
  var chapters: [Chapter] { contents.chapters }
}

/// The rendered headers and footers of a build. Pages with equal keys have the same header and the same footer.
final class ChromeCache: Sendable {
  /// The link that a page marks as current in its menus.
  enum Place: Hashable {
    /// The link to the page itself.
    case page(PageKey)
    /// The link to the section of the page.
    case section(PageKey)
    case elsewhere
  }

  /// The data on which a header and a footer depend.
  struct Key: Hashable {
    let folder: String
    let place: Place
    let setting: PageSetting
  }

  private let rendered = Mutex<[Key: (header: String, footer: String)]>([:])

  /// Returns the header and the footer for a key. Renders them only at the first call with this key.
  func get(_ key: Key, _ render: () -> (header: String, footer: String)) -> (header: String, footer: String) {
    if let known = rendered.withLock({ $0[key] }) { return known }
    let made = render()
    rendered.withLock { $0[key] = made }
    return made
  }
}
