import LinkValidation
import SitePlanning
import Theming
import Toolbox
import ToolboxLoading

/// The data from which all pages of one build are rendered, apart from texts. Data that pages share is computed once,
/// here.
///
/// This is a class, because the answers to questions about its parts hold it. The class is immutable.
package final class SiteMaterial: Sendable {
  package let toolbox: Toolbox
  package let plan: SitePlan
  package let theme: Theme
  package let index: ContentIndex
  let basis: SiteBasis
  package var wording: SiteWording { basis.wording }
  /// The publisher’s logo; nil if the site has no logo.
  package var logo: SiteLogo? { basis.logo }
  /// The fingerprints of what was read of the content.
  let fingerprints: ToolboxFingerprints
  private let contents: [String?: GuideContents]

  package init(_ toolbox: Toolbox, _ theme: Theme, _ fingerprints: ToolboxFingerprints) {
    self.toolbox = toolbox
    self.theme = theme
    self.fingerprints = fingerprints
    plan = SitePlan(toolbox)
    index = ContentIndex(toolbox)
    basis = SiteBasis(toolbox, plan, theme)
    let editions = [nil] + toolbox.editions.map(Optional.some)
    contents = Dictionary(
      editions.map { ($0?.id, GuideContents(Tailoring(toolbox, edition: $0).visible(toolbox.chapters))) }
    ) { first, _ in first }
  }

  /// The content files on which every page depends: `site.yml`, the declarations, and the pages to which menus link.
  package var sharedFiles: Set<String> {
    let declarations = DeclarationKind.allCases.filter { toolbox.declarations.has($0) }.map(\.file)
    return Set([toolbox.site.file] + declarations + basis.menus.entries.compactMap { toolbox.file(of: $0) })
  }

  /// The contents of the guide in an edition, given by its id.
  func contents(of edition: String?) -> GuideContents { contents[edition] ?? GuideContents([]) }
}
