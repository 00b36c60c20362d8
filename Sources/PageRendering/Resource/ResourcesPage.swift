import Diagnostics
import Theming
import Toolbox

/// The page with the catalogue of resources, grouped by topic. An index lists the resources by kind.
struct ResourcesPage: TemplateContext {
  /// The resources of one kind, linked to their places in the catalogue.
  struct NatureGroup: TemplateContext {
    let id: String
    let label: String
    let resources: [LinkContext]

    static let schema = TemplateSchema<NatureGroup>([
      .text("id") { $0.id }, .text("label") { $0.label }, .list("resources") { $0.resources },
    ])
  }

  let page: PageFrame
  let site: SiteContext
  let opening: SectionOpening
  let topics: [TopicGroup]
  let natures: [NatureGroup]

  init(_ scope: PageScope) {
    topics = TopicGroup.groups(scope)
    let resources = scope.resources
    natures = (scope.toolbox.site.vocabularies["nature"]?.terms ?? []).compactMap { term in
      let own = resources.filter { $0.nature == term.id }
      guard !own.isEmpty else { return nil }
      return NatureGroup(
        id: term.id, label: term.label, resources: own.map { LinkContext(title: $0.title, href: scope.href($0.id)) })
    }
    page = scope.frame(
      title: scope.title(of: .resource), description: scope.toolbox.introduction(of: .resource)?.summary,
      contents: topics.map { LinkContext(title: $0.label, href: "#" + $0.anchor) },
      file: scope.toolbox.introduction(of: .resource)?.core.file)
    site = SiteContext(scope)
    opening = SectionOpening(.resource, scope)
  }

  static let schema = TemplateSchema<ResourcesPage>([
    .object("page") { $0.page }, .object("site") { $0.site }, .object("opening") { $0.opening },
    .list("themes") { $0.topics }, .list("natures") { $0.natures },
  ])
}

struct PlacedResources: TemplateContext {
  let resources: [ResourceCard]

  init(_ placement: Placement) {
    resources = placement.entries(Resource.self).map { ResourceCard($0, placement.scope) }
  }

  static let schema = TemplateSchema<PlacedResources>([
    .list("resources") { $0.resources }, .flag("hasResources") { !$0.resources.isEmpty },
  ])
}

extension EntryRendering {
  static let resources = EntryRendering(
    .resource,
    section: ScopeTemplate("resources", Message(fr: "le catalogue des ressources", en: "the catalogue of resources")) {
      ResourcesPage($0)
    },
    placed: ScopeTemplate("placed-resources", Message(fr: "des ressources dans un texte", en: "resources in a text")) {
      PlacedResources($0)
    })
}
