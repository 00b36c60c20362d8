import LinkMaintenance
import Theming
import Toolbox

/// A resource of the catalogue.
struct ResourceCard: TemplateContext {
  let anchor: String
  let title: String
  let href: String?
  /// The number of the note that shows the address on a print page; nil on other pages.
  let note: Int?
  let catalogueHref: String?
  let isPlanned: Bool
  let body: String
  let publisher: String?
  let partners: String?
  let nature: String?
  let natureID: String
  let topic: String?
  let duration: String?
  let cost: String?
  let format: String?
  let weight: String?
  let languageTag: String?
  let language: String?
  let date: String?
  let lastWorked: String?
  let deadSince: String?
  let audience: String?

  init(_ entry: Resource, _ scope: PageScope) {
    let vocabularies = scope.toolbox.site.vocabularies
    anchor = scope.anchoring.anchor(of: entry.id)
    title = entry.title
    if case .address(let address, _) = entry.destination { href = address } else { href = nil }
    note = href.flatMap { scope.notes?.number(of: $0) }
    catalogueHref = scope.href(entry.id)
    isPlanned = href == nil
    body = scope.html(joining: entry, deeper: 2)
    publisher = entry.publisher == entry.title ? nil : entry.publisher
    partners = entry.partners.isEmpty ? nil : scope.wording.all(entry.partners)
    nature = vocabularies["nature"]?.label(of: entry.nature)
    natureID = entry.nature
    topic = vocabularies["theme"]?.label(of: entry.topic)
    duration = entry.duration
    cost = entry.cost
    format = entry.format
    weight = entry.weight
    languageTag = entry.language.flatMap { $0 == scope.toolbox.site.language ? nil : $0 }
    language = languageTag.map { scope.wording.language($0) }
    date = entry.date.map { scope.wording.date($0) }
    let history = href.flatMap { scope.linkRecord[$0] }
    let wording = scope.wording
    if let history, case .broken = history.verdict {
      deadSince = wording.date(history.since.isoDay)
      lastWorked = nil
    } else {
      deadSince = nil
      lastWorked = history?.lastWorked.map { wording.date($0.isoDay) }
    }
    audience = scope.audienceLabel(of: entry)
  }

  static let schema = TemplateSchema<ResourceCard>([
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .text("href") { $0.href },
    .text("note") { $0.note.map(String.init) },
    .text("catalogueHref") { $0.catalogueHref }, .flag("isPlanned") { $0.isPlanned }, .html("body") { $0.body },
    .text("publisher") { $0.publisher },
    .text("partners") { $0.partners }, .text("nature") { $0.nature }, .text("natureID") { $0.natureID },
    .text("theme") { $0.topic },
    .text("duration") { $0.duration }, .text("cost") { $0.cost }, .text("format") { $0.format },
    .text("weight") { $0.weight }, .text("languageTag") { $0.languageTag }, .text("language") { $0.language },
    .text("date") { $0.date },
    .text("lastWorked") { $0.lastWorked }, .text("deadSince") { $0.deadSince },
    .text("audience") { $0.audience },
  ])
}

/// Resources about one topic.
struct TopicGroup: TemplateContext {
  let anchor: String
  let label: String
  let resources: [ResourceCard]

  /// The resources of an edition, grouped by topic, in the order in which `site.yml` lists the topics.
  static func groups(_ scope: PageScope) -> [TopicGroup] {
    let resources = scope.resources
    return (scope.toolbox.site.vocabularies["theme"]?.terms ?? []).compactMap { term in
      let own = resources.filter { $0.topic == term.id }
      guard !own.isEmpty else { return nil }
      return TopicGroup(
        anchor: GroupAnchor.topic(term.id), label: term.label, resources: own.map { ResourceCard($0, scope) })
    }
  }

  static let schema = TemplateSchema<TopicGroup>([
    .text("anchor") { $0.anchor }, .text("label") { $0.label }, .list("resources") { $0.resources },
    .text("count") { String($0.resources.count) },
  ])
}
