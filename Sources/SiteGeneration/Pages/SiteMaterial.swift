import ExternalLinks
import LinkValidation
import Synchronization
import Toolbox

/// What every page of one build is made from. What pages share is worked out once, here.
///
/// A class, for it never changes and whatever makes a piece of a page holds it: a copy of all that it holds would cost more
/// than the piece.
final class SiteMaterial: Sendable {
  let toolbox: Toolbox
  let plan: SitePlan
  let theme: Theme
  let index: ContentIndex
  let wording: SiteWording
  let menus: SiteMenus
  /// What is known of links to other sites.
  let record: LinkRecord
  /// What pages cost when they were last measured; nil where they never were.
  let measures: MeasureRecord?
  /// The sizes of images, by their paths in the output.
  let imageSizes: [String: ImageSize]
  /// The publisher’s logo, if there is one.
  let logo: SiteLogo?
  let chrome: ChromeCache
  private let general: EditionView
  private let tailored: [String: EditionView]

  init(
    toolbox: Toolbox, plan: SitePlan, theme: Theme, imageSizes: [String: ImageSize], record: LinkRecord,
    measures: MeasureRecord?
  ) {
    self.toolbox = toolbox
    logo = SiteLogo.find(in: toolbox).logo
    self.record = record
    self.measures = measures
    chrome = ChromeCache()
    self.imageSizes = imageSizes
    self.plan = plan
    self.theme = theme
    index = ContentIndex(toolbox)
    wording = SiteWording(language: toolbox.site.language)
    menus = SiteMenus(toolbox, plan, wording)
    general = EditionView(toolbox, edition: nil)
    tailored = Dictionary(toolbox.editions.map { ($0.id, EditionView(toolbox, edition: $0)) }) { first, _ in first }
  }

  private init(_ other: SiteMaterial, showing measures: MeasureRecord) {
    toolbox = other.toolbox
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

  /// The same, with other measures to show.
  func showing(_ measures: MeasureRecord) -> SiteMaterial { SiteMaterial(self, showing: measures) }

  /// The files of the content that every page is made from: what menus and footers say.
  var sharedFiles: Set<String> {
    let declarations = DeclarationKind.allCases.filter { toolbox.declarations.has($0) }.map(\.file)
    return Set([toolbox.site.file] + declarations + menus.entries.compactMap { toolbox.file(of: $0) })
  }

  /// What an edition shows; nil is the general one.
  func view(of edition: String?) -> EditionView { edition.flatMap { tailored[$0] } ?? general }
}

/// What one edition shows, in order. A class for the same reason as ``SiteMaterial``.
final class EditionView: Sendable {
  let edition: Edition?
  let tailoring: Tailoring
  let chapters: [Chapter]
  let factors: [SuccessFactor]
  let resources: [Resource]
  private let chapterPositions: [EntryID: Int]

  init(_ toolbox: Toolbox, edition: Edition?) {
    self.edition = edition
    tailoring = Tailoring(toolbox, edition: edition)
    chapters = tailoring.visible(toolbox.chapters)
    factors = tailoring.visible(toolbox.factors)
    resources = tailoring.visible(toolbox.resources)
    chapterPositions = Dictionary(chapters.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// A chapter with those before and after it, or nil where the edition leaves it out.
  func chapter(_ id: EntryID) -> (chapter: Chapter, previous: Chapter?, next: Chapter?)? {
    guard let position = chapterPositions[id] else { return nil }
    return (
      chapters[position],
      position > 0 ? chapters[position - 1] : nil,
      position + 1 < chapters.count ? chapters[position + 1] : nil
    )
  }
}

/// The headers and footers of a build. Pages of one folder, one edition and one place in the menu share theirs to the byte.
final class ChromeCache: Sendable {
  /// Where a page stands in the menus, which mark it.
  enum Place: Hashable {
    /// It is linked itself.
    case page(PageKey)
    /// Its section is.
    case section(PageKey)
    case elsewhere
  }

  /// What a header and a footer depend on.
  struct Key: Hashable {
    let folder: String
    let place: Place
    let setting: PageSetting
  }

  private let rendered = Mutex<[Key: (header: String, footer: String)]>([:])

  /// The header and the footer, rendered at the first call for a key.
  func get(_ key: Key, _ render: () -> (header: String, footer: String)) -> (header: String, footer: String) {
    if let known = rendered.withLock({ $0[key] }) { return known }
    let made = render()
    rendered.withLock { $0[key] = made }
    return made
  }
}
