import CompiledBody
import Diagnostics
import Toolbox

/// Reports unused resources, testimonials without a chapter, and resources whose address is still to come. The findings
/// are notes, because these cases are not errors.
struct UsageChecks {
  private let toolbox: Toolbox
  private let index: ContentIndex
  private let resourcesBySlug: [String: String]

  init(_ toolbox: Toolbox, index: ContentIndex) {
    self.toolbox = toolbox
    self.index = index
    resourcesBySlug = Dictionary(toolbox.resources.map { ($0.id.slug, $0.id.name) }) { first, _ in first }
  }

  func run() -> [Diagnostic] {
    let used = usedResources()
    let resources = toolbox.resources.filter { !used.contains($0.id.name) }.map(Diagnostic.unusedResource)
    let testimonials = toolbox.testimonials.filter { $0.chapters.isEmpty && $0.core.isReadable }
      .map(Diagnostic.testimonialWithoutChapter)
    return resources + testimonials + toolbox.resources.compactMap(planned)
  }

  private func planned(_ resource: Resource) -> Diagnostic? {
    guard case .planned(let location) = resource.destination else { return nil }
    return .plannedLink(resource, at: location)
  }

  private func usedResources() -> Set<String> {
    guard !toolbox.resources.isEmpty else { return [] }
    let named = toolbox.entries.flatMap(\.relations).filter { $0.kind == .resource }.flatMap(\.names)
    var used = Set(named.map(\.name))
    var seen: Set<Directive.Selection> = []
    let catalogue = toolbox.introductions[.resource]?.core.file
    // References in the catalogue of resources do not count, because the catalogue lists every resource.
    let texts = toolbox.outlines.filter { $0.kind != .resource && $0.file != catalogue }
    for (selections, linked) in concurrentMap(texts, { references(in: $0.outline, of: $0.file) }) {
      used.formUnion(linked)
      for selection in selections where seen.insert(selection).inserted {
        used.formUnion(toolbox.entries(selection, of: Resource.self).map(\.id.name))
      }
    }
    return used
  }

  /// The selections of resources that a text places, and the names of the resources to which the text links.
  private func references(in body: Body, of file: String) -> (selections: [Directive.Selection], linked: [String]) {
    var selections: [Directive.Selection] = []
    var linked: [String] = []
    body.fragments.forEachFragment { fragment in
      switch fragment {
      case .container(let header, _):
        if case .entries(.resource, let selection)? = Directive(header, groups: toolbox.groups) {
          selections.append(selection)
        }
      case .link(let link, _):
        if let resource = resource(link.target, from: file) { linked.append(resource) }
      case .html, .anchor, .image, .figure, .heading, .footnoteReference, .footnotes, .calloutTitle: break
      }
    }
    return (selections, linked)
  }

  /// The name of the resource to which a link leads, directly or through an anchor of the catalogue; nil for any other
  /// link.
  private func resource(_ target: String, from file: String) -> String? {
    guard let resolved = try? index.resolve(LinkTarget(target), from: file) else { return nil }
    switch resolved.destination {
    case .entry(let id, _) where id.kind == .resource: return id.name
    case .section(.resource, let anchor?): return anchor.names.lazy.compactMap { resourcesBySlug[$0] }.first
    case .home, .section, .entry, .declaration, .asset, .external: return nil
    }
  }
}

extension DiagnosticID {
  package static let unusedResource = DiagnosticID(
    "unused-resource",
    title: Message(fr: "Ressource jamais citée", en: "Resource that nothing refers to"),
    meaning: Message(
      fr: """
        Cette ressource figure dans la liste des ressources, mais aucun chapitre ni aucun facteur n’y renvoie. Ce \
        n’est pas une faute ; elle sera simplement peu lue.
        """,
      en: """
        This resource is in the list of resources, but no chapter and no factor refers to it. That is no fault; it \
        will simply be read little.
        """
    ),
    remedy: Message(
      fr: """
        Citez-la là où elle sert, dans le texte d’un chapitre ou dans l’en-tête d’un facteur :

            ressources: [mooc-cybersecurite]
        """,
      en: """
        Refer to it where it is useful, in the text of a chapter or in the front matter of a factor:

            ressources: [mooc-cybersecurite]
        """
    )
  )

  package static let testimonialWithoutChapter = DiagnosticID(
    "testimonial-without-chapter",
    title: Message(fr: "Témoignage sans chapitre", en: "Testimonial without a chapter"),
    meaning: Message(
      fr: """
        Ce témoignage n’est rattaché à aucun chapitre. Il paraît sur la page des retours d’expérience, mais nul ne le \
        rencontrera en lisant le guide.
        """,
      en: """
        This testimonial belongs to no chapter. It appears on the page of testimonials, but nobody will come across \
        it while reading the guide.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez à l’en-tête les chapitres qu’il éclaire :

            chapitres: [charge]
        """,
      en: """
        Add the chapters that it sheds light on to the front matter:

            chapitres: [charge]
        """
    )
  )

  package static let plannedLink = DiagnosticID(
    "planned-link",
    title: Message(fr: "Lien à venir", en: "Planned link"),
    meaning: Message(
      fr: """
        La ressource dit `a-venir: oui` : son adresse n’existe pas encore, et c’est connu. Le site l’annonce sans en \
        faire un lien, et l’inventaire la mentionne pour qu’elle ne soit pas oubliée. Il n’y a rien à corriger \
        aujourd’hui.
        """,
      en: """
        The resource says `a-venir: oui`: its address does not exist yet, and that is known. The site announces it \
        without making it a link, and the inventory lists it so that it is not forgotten. There is nothing to mend \
        today.
        """
    ),
    remedy: Message(
      fr: """
        Le jour où la ressource paraît, remplacez `a-venir: oui` par son adresse :

            adresse: https://exemple.fr/mooc
        """,
      en: """
        On the day when the resource is published, replace `a-venir: oui` with its address:

            adresse: https://exemple.fr/mooc
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func unusedResource(_ resource: Resource) -> Diagnostic {
    Diagnostic(
      .unusedResource, .note, at: SourceLocation(file: resource.core.file),
      Message(
        fr: "aucun chapitre ni aucun facteur ne renvoie à la ressource « \(resource.title) »",
        en: "no chapter and no factor refers to the resource “\(resource.title)”"),
      help: Message(
        fr: "elle reste dans le catalogue ; citez-la dans un chapitre si elle y aide le lecteur",
        en: "it stays in the catalogue; cite it in a chapter if it helps the reader there"))
  }

  fileprivate static func testimonialWithoutChapter(_ testimonial: Testimonial) -> Diagnostic {
    Diagnostic(
      .testimonialWithoutChapter, .note, at: SourceLocation(file: testimonial.core.file),
      Message(
        fr: "le témoignage de \(testimonial.author) n’est rattaché à aucun chapitre",
        en: "the testimonial of \(testimonial.author) belongs to no chapter"),
      help: Message(fr: "ajoutez « chapitres: […] » dans l’en-tête", en: "add “chapitres: […]” to the front matter"))
  }

  fileprivate static func plannedLink(_ resource: Resource, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .plannedLink, .note, at: location,
      Message(
        fr: "le lien de la ressource « \(resource.title) » est à venir",
        en: "the link of the resource “\(resource.title)” is still to come"),
      help: Message(
        fr: "quand l’adresse sera connue, remplacez « a-venir: oui » par « adresse: https://… »",
        en: "once the address is known, replace “a-venir: oui” by “adresse: https://…”"))
  }
}
