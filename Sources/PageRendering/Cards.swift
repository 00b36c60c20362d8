import LinkMaintenance
import Theming
import Toolbox

/// A link to a page, or to an anchor on a page.
struct LinkContext: TemplateContext {
  var title: String
  var href: String?
  var summary: String?
  /// Whether the target is the page that contains the link.
  var isCurrent = false
  /// Whether the target is the page of a section, and the page with this link belongs to that section.
  var isCurrentSection = false

  static let schema = TemplateSchema<LinkContext>([
    .text("title") { $0.title }, .text("href") { $0.href }, .text("summary") { $0.summary },
    .flag("isCurrent") { $0.isCurrent }, .flag("isCurrentSection") { $0.isCurrentSection },
  ])
}

struct TestimonialCard: TemplateContext {
  let anchor: String
  let audience: String?
  let quotation: String
  let author: String
  let role: String
  let organisation: String
  let partner: String?
  let wave: String?

  /// - Parameter prefix: the prefix of the anchors in the text that shows the testimonial. The prefix keeps anchors
  ///   unique if several texts of one page show the same testimonial.
  init(_ entry: Testimonial, _ scope: PageScope, within prefix: String = "") {
    anchor = scope.anchoring.anchor(of: entry.id)
    audience = scope.audienceLabel(of: entry)
    quotation = scope.html(
      entry.body, from: entry.core.file, deeper: 2, prefix: prefix + scope.anchoring.prefix(of: entry.id))
    author = entry.author
    role = entry.role
    organisation = entry.organisation
    let side = scope.toolbox.site.vocabularies["cote"]?.term(entry.side)
    partner = entry.partner.map { (side?.partnership ?? scope.material.wording(.with)) + " " + $0 }
    wave = entry.wave
  }

  static let schema = TemplateSchema<TestimonialCard>([
    .text("anchor") { $0.anchor }, .html("quotation") { $0.quotation }, .text("author") { $0.author },
    .text("role") { $0.role }, .text("organisation") { $0.organisation }, .text("partner") { $0.partner },
    .text("wave") { $0.wave }, .text("audience") { $0.audience },
  ])
}

/// A link to the text of a success factor, with the factor's title.
struct FactorLink: TemplateContext {
  let title: String
  let href: String?
  let moment: String?
  let audience: String?

  init(_ entry: SuccessFactor, _ scope: PageScope) {
    title = entry.title
    href = scope.href(entry.id)
    moment = entry.moment.flatMap { scope.toolbox.site.vocabularies["moment"]?.label(of: $0) }
    audience = scope.audienceLabel(of: entry)
  }

  static let schema = TemplateSchema<FactorLink>([
    .text("title") { $0.title }, .text("href") { $0.href }, .text("moment") { $0.moment },
    .text("audience") { $0.audience },
  ])
}

/// A success factor, with its text and links to helpful resources.
struct FactorCard: TemplateContext {
  let anchor: String
  let title: String
  let body: String
  let audience: String?
  let resources: [LinkContext]

  /// - Parameter deeper: the number of levels by which the headings of the factor's text are lowered.
  init(_ entry: SuccessFactor, _ scope: PageScope, deeper: Int) {
    anchor = scope.anchoring.anchor(of: entry.id)
    title = entry.title
    body = scope.html(joining: entry, deeper: deeper)
    audience = scope.audienceLabel(of: entry)
    let helping = entry.resources.compactMap { scope.toolbox.resource(named: $0.name) }
    resources = scope.tailoring.visible(helping).map { LinkContext(title: $0.title, href: scope.href($0.id)) }
  }

  static let schema = TemplateSchema<FactorCard>([
    .text("anchor") { $0.anchor }, .text("title") { $0.title }, .html("body") { $0.body },
    .text("audience") { $0.audience }, .list("resources") { $0.resources },
    .flag("hasResources") { !$0.resources.isEmpty },
  ])
}

/// The success factors of one moment of a project, such as its launch.
struct MomentGroup: TemplateContext {
  let anchor: String
  let label: String
  let factors: [FactorCard]

  /// The factors of an edition, grouped by moment, in the order in which `site.yml` lists the moments. Factors without
  /// a moment come last.
  static func groups(_ scope: PageScope, deeper: Int) -> [MomentGroup] {
    let factors = scope.view.factors
    let terms = scope.toolbox.site.vocabularies["moment"]?.terms ?? []
    let known = terms.map { term in (term.id, term.label, factors.filter { $0.moment == term.id }) }
    let others = factors.filter { factor in !terms.contains { $0.id == factor.moment } }
    return (known + [("autres", scope.material.wording(.anyMoment), others)]).compactMap { id, label, entries in
      guard !entries.isEmpty else { return nil }
      return MomentGroup(
        anchor: GroupAnchor.moment(id), label: label, factors: entries.map { FactorCard($0, scope, deeper: deeper) })
    }
  }

  static let schema = TemplateSchema<MomentGroup>([
    .text("anchor") { $0.anchor }, .text("label") { $0.label }, .list("factors") { $0.factors },
  ])
}

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
    partners = entry.partners.isEmpty ? nil : scope.material.wording.all(entry.partners)
    nature = vocabularies["nature"]?.label(of: entry.nature)
    natureID = entry.nature
    topic = vocabularies["theme"]?.label(of: entry.topic)
    duration = entry.duration
    cost = entry.cost
    format = entry.format
    weight = entry.weight
    languageTag = entry.language.flatMap { $0 == scope.toolbox.site.language ? nil : $0 }
    language = languageTag.map { scope.material.wording.language($0) }
    date = entry.date.map { scope.material.wording.date($0) }
    let history = href.flatMap { scope.material.record[$0] }
    let wording = scope.material.wording
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
    let resources = scope.view.resources
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
