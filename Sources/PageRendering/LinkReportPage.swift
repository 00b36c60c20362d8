import Addresses
import Diagnostics
import ExternalLinks
import Foundation
import LinkMaintenance
import Theming
import Toolbox

/// The link report as a standalone page, for the maintainers of the toolbox and not for its readers.
package struct LinkReportPage: TemplateContext {
  package let siteTitle: String
  package let language: String
  package let style: String
  package let day: String
  let conclusion: String
  package let groups: [LinkReportGroup]
  let working: [LinkReportRow]
  package let unchecked: [LinkReportRow]

  /// - Parameters:
  ///   - style: the theme's style sheet. The page contains the style sheet, so that the page can be moved to any
  ///     folder.
  ///   - now: the time of the check.
  package init(_ report: LinkReport, of toolbox: Toolbox, style: String, _ wording: SiteWording, now: Date) {
    let spoken = Language(tag: toolbox.site.language) ?? .french
    siteTitle = toolbox.site.title
    language = toolbox.site.language
    self.style = style.replacing("</", with: "<\\/")
    day = wording.date(now.isoDay)
    conclusion = report.conclusion.text(in: spoken)
    groups = LinkReport.Action.allCases.compactMap { action in
      guard let items = report.items[action], !items.isEmpty else { return nil }
      return LinkReportGroup(
        anchor: action.anchor, title: action.title.text(in: spoken), rows: items.map { LinkReportRow($0, spoken) })
    }
    working = report.working.map { LinkReportRow($0, wording) }
    unchecked = report.unchecked.map(LinkReportRow.init(unchecked:))
  }

  package static let schema = TemplateSchema<LinkReportPage>([
    .text("siteTitle") { $0.siteTitle }, .text("language") { $0.language }, .html("style") { $0.style },
    .text("day") { $0.day }, .text("conclusion") { $0.conclusion }, .list("groups") { $0.groups },
    .flag("hasGroups") { !$0.groups.isEmpty }, .list("working") { $0.working },
    .flag("hasWorking") { !$0.working.isEmpty }, .text("workingCount") { String($0.working.count) },
    .list("unchecked") { $0.unchecked }, .flag("hasUnchecked") { !$0.unchecked.isEmpty },
    .text("uncheckedCount") { String($0.unchecked.count) },
  ])
}

/// The links that need the same action.
package struct LinkReportGroup: TemplateContext {
  let anchor: String
  let title: String
  let rows: [LinkReportRow]

  package static let schema = TemplateSchema<LinkReportGroup>([
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("count") { String($0.rows.count) },
    .list("rows") { $0.rows },
  ])
}

/// One address, and the locations of the links to it.
package struct LinkReportRow: TemplateContext {
  let text: String?
  let address: String?
  /// The address, if the report can link to it as a web address; nil for any other address.
  let href: String?
  let state: String?
  let detail: String?
  let advice: String?
  let history: String?
  let pageTitle: String?
  let places: [LinkReportPlace]

  init(_ item: LinkReport.Item, _ language: Language) {
    text = item.text
    address = item.address
    href = item.known.flatMap { Self.href($0.address) }
    state = LinkReport.sentence(item.state.text(in: language))
    detail = item.detail
    advice = item.advice.map { LinkReport.sentence($0.text(in: language)) }
    history = item.known.flatMap(LinkReport.history)?.text(in: language)
    pageTitle = item.known?.title
    places = ([item.location].compactMap { $0 } + item.otherPlaces).map { LinkReportPlace(label: $0.label) }
  }

  init(_ link: CheckedLink, _ wording: SiteWording) {
    text = link.links.first?.text
    address = ShownAddress.text(link.known.address)
    href = Self.href(link.known.address)
    state = nil
    detail = nil
    advice = nil
    history = link.known.lastWorked.map { wording.date($0.isoDay) }
    pageTitle = link.known.title
    places = link.links.map { LinkReportPlace(label: $0.location.label) }
  }

  init(unchecked address: String) {
    text = nil
    self.address = ShownAddress.text(address)
    href = Self.href(address)
    state = nil
    detail = nil
    advice = nil
    history = nil
    pageTitle = nil
    places = []
  }

  private static func href(_ address: String) -> String? {
    WebAddress(address)?.isWeb == true ? address : nil
  }

  package static let schema = TemplateSchema<LinkReportRow>([
    .text("text") { $0.text }, .text("address") { $0.address }, .text("href") { $0.href }, .text("state") { $0.state },
    .text("detail") { $0.detail }, .text("advice") { $0.advice }, .text("history") { $0.history },
    .text("pageTitle") { $0.pageTitle }, .list("places") { $0.places },
  ])
}

struct LinkReportPlace: TemplateContext {
  let label: String

  static let schema = TemplateSchema<LinkReportPlace>([.text("label") { $0.label }])
}

extension LinkReport.Action {
  fileprivate var anchor: String {
    switch self {
    case .mend: "a-corriger"
    case .update: "a-mettre-a-jour"
    case .checkByHand: "a-verifier"
    case .complete: "a-venir"
    }
  }
}
