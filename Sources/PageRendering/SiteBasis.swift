import SitePlanning
import Theming
import Toolbox

/// What every page needs: the settings, the theme, the menus. If it changes, every page is rendered again.
///
/// This is a class, because every value that renders a part of a page holds it. The class is immutable.
final class SiteBasis: Sendable {
  let site: Site
  let groups: [AudienceGroup]
  let editions: [Edition]
  let theme: Theme
  let wording: SiteWording
  let menus: SiteMenus
  /// The publisher’s logo; nil if the site has no logo.
  let logo: SiteLogo?

  init(_ toolbox: Toolbox, _ plan: SitePlan, _ theme: Theme) {
    site = toolbox.site
    groups = toolbox.groups
    editions = toolbox.editions
    self.theme = theme
    wording = SiteWording(theme.labels)
    menus = SiteMenus(toolbox, plan, wording)
    logo = SiteLogo.find(in: toolbox).logo
  }

  /// The edition with an id; nil if there is none.
  func edition(_ id: String?) -> Edition? { id.flatMap { id in editions.first { $0.id == id } } }
}
