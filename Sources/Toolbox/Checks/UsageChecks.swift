import Diagnostics
import MarkdownTree

/// The other direction of each relation: what nothing refers to, what refers to nothing. Notes: nothing is wrong.
struct UsageChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    let used = usedResources()
    let resources = toolbox.resources.filter { !used.contains($0.id.name) }.map(Diagnostic.unusedResource)
    let factors = toolbox.factors.filter { $0.moment == nil }.map(Diagnostic.factorWithoutMoment)
    let testimonials = toolbox.testimonials.filter(\.chapters.isEmpty).map(Diagnostic.testimonialWithoutChapter)
    return resources + factors + testimonials + toolbox.resources.compactMap(planned)
  }

  private func planned(_ resource: Resource) -> Diagnostic? {
    guard case .planned(let location) = resource.destination else { return nil }
    return .plannedLink(resource, at: location)
  }

  private func usedResources() -> Set<String> {
    var used = Set(toolbox.factors.flatMap { $0.resources.map(\.name) })
    for (file, body) in toolbox.texts {
      body.fragments.forEachFragment { fragment in
        switch fragment {
        case .container(let header, _):
          guard case .resources(let selection)? = Directive(header, groups: toolbox.groups) else { return }
          used.formUnion(selection.choose(from: toolbox.resources).map(\.id.name))
        case .link(let link, _):
          guard !file.contains("/ressources/") || link.target.contains("/") || link.target.hasSuffix(".md") else { return }
          let path = link.target.prefix { $0 != "#" && $0 != "?" }
          guard let name = path.split(separator: "/").last, name.hasSuffix(".md") else { return }
          used.insert(String(name.dropLast(3)))
        case .html, .image, .figure, .heading, .footnoteReference, .footnotes: break
        }
      }
    }
    return used
  }
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

  fileprivate static func factorWithoutMoment(_ factor: SuccessFactor) -> Diagnostic {
    Diagnostic(
      .factorWithoutMoment, .note, at: SourceLocation(file: factor.core.file),
      Message(
        fr: "le facteur « \(factor.title) » ne dit pas à quel moment il intervient",
        en: "the factor “\(factor.title)” does not say when it comes up"),
      help: Message(fr: "ajoutez « moment: … » dans l’en-tête", en: "add “moment: …” to the front matter"))
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
