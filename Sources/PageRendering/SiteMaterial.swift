import CompiledBody
import ExternalLinks
import HTML
import LinkValidation
import SitePlanning
import Theming
import Toolbox
import ToolboxLoading

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
  let basis: SiteBasis
  package var wording: SiteWording { basis.wording }
  /// The recorded results of the checks of links to other sites.
  package let record: LinkRecord
  /// The last measures of the pages; nil if the site has no measures.
  package let measures: MeasureRecord?
  /// The sizes of the images. The key is the path of the image in the output.
  package let imageSizes: [String: ImageSize]
  /// The publisher’s logo; nil if the site has no logo.
  package let logo: SiteLogo?
  /// The fingerprints of what was read of the content.
  let fingerprints: ToolboxFingerprints?
  private let contents: [String?: GuideContents]

  package init(
    toolbox: Toolbox, texts: [String: Body], fingerprints: ToolboxFingerprints?, plan: SitePlan, theme: Theme,
    imageSizes: [String: ImageSize],
    record: LinkRecord, measures: MeasureRecord?
  ) {
    self.toolbox = toolbox
    self.texts = texts
    logo = SiteLogo.find(in: toolbox).logo
    self.record = record
    self.measures = measures
    self.fingerprints = fingerprints
    self.imageSizes = imageSizes
    self.plan = plan
    self.theme = theme
    index = ContentIndex(toolbox)
    basis = SiteBasis(toolbox, plan, theme)
    let editions = [nil] + toolbox.editions.map(Optional.some)
    contents = Dictionary(
      editions.map { ($0?.id, GuideContents(Tailoring(toolbox, edition: $0).visible(toolbox.chapters))) }
    ) { first, _ in first }
  }

  private init(_ other: SiteMaterial, showing measures: MeasureRecord) {
    toolbox = other.toolbox
    texts = other.texts
    plan = other.plan
    theme = other.theme
    index = other.index
    basis = other.basis
    record = other.record
    self.measures = measures
    imageSizes = other.imageSizes
    logo = other.logo
    fingerprints = other.fingerprints
    contents = other.contents
  }

  /// A copy of this material with other measures.
  package func showing(_ measures: MeasureRecord) -> SiteMaterial { SiteMaterial(self, showing: measures) }

  /// The content files on which every page depends: `site.yml`, the declarations, and the pages to which menus link.
  package var sharedFiles: Set<String> {
    let declarations = DeclarationKind.allCases.filter { toolbox.declarations.has($0) }.map(\.file)
    return Set([toolbox.site.file] + declarations + basis.menus.entries.compactMap { toolbox.file(of: $0) })
  }

  /// The contents of the guide in an edition, given by its id.
  func contents(of edition: String?) -> GuideContents { contents[edition] ?? GuideContents([]) }
}
