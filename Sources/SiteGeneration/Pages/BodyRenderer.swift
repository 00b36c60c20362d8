import LinkValidation
import MarkdownTree
import Toolbox

/// Fills the holes of a compiled body for one page: addresses, anchors, heading levels, placed entries. Placing goes one
/// way, from chapters down to testimonials, which the checks see to: it ends.
struct BodyRenderer {
  private let scope: PageScope
  private let file: String
  private let headingShift: Int
  private let anchorPrefix: String
  private var output: [UInt8] = []

  init(scope: PageScope, file: String, headingShift: Int, anchorPrefix: String) {
    self.scope = scope
    self.file = file
    self.headingShift = headingShift
    self.anchorPrefix = anchorPrefix
  }

  /// The HTML of a body that the edition has tailored already.
  mutating func render(_ body: Body) -> String {
    write(body.fragments)
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func write(_ fragments: [Fragment]) {
    for fragment in fragments {
      switch fragment {
      case .html(let bytes): output += bytes
      case .link(let link, let inner): write(link, inner)
      case .image(let image): write(image)
      case .figure(let image): writeFigure(image)
      case .heading(let heading, let inner): write(heading, inner)
      case .container(let header, let inner): write(header, inner)
      case .footnoteReference(let number): writeReference(number)
      case .footnotes(let notes): write(notes)
      }
    }
  }

  // MARK: Links and images

  private mutating func write(_ link: Link, _ inner: [Fragment]) {
    let resolved = try? scope.material.index.resolve(LinkTarget(link.target), from: file)
    guard let resolved, let href = address(of: resolved.destination, isGeneral: resolved.isGeneral) else {
      raw("<span class=\"planned\">")
      write(inner)
      raw(" (\(scope.material.wording.plannedLink))</span>")
      return
    }
    let isExternal =
      if case .external = resolved.destination { !href.hasPrefix("mailto:") && !href.hasPrefix("tel:") } else { false }
    raw("<a href=\"")
    text(href)
    raw("\"")
    if isExternal { raw(" class=\"external\"") }
    if !link.title.isEmpty {
      raw(" title=\"")
      text(link.title)
      raw("\"")
    }
    raw(">")
    write(inner)
    if isExternal { raw("<span class=\"visually-hidden\"> (\(scope.material.wording.externalSite))</span>") }
    raw("</a>")
  }

  /// A link within the same text leads to where that text stands on this page.
  private func address(of destination: Destination, isGeneral: Bool) -> String? {
    if !isGeneral, let anchor = destination.anchor, !anchorPrefix.isEmpty,
      case .entry(let id, _) = destination, SitePlan.anchorPrefix(of: id) == anchorPrefix
    {
      return "#" + anchorPrefix + anchor
    }
    return scope.href(destination, isGeneral: isGeneral)
  }

  private mutating func write(_ image: Image) {
    guard let resolved = try? scope.material.index.resolve(LinkTarget(image.target), from: file),
      let href = scope.href(resolved.destination, isGeneral: false)
    else { return }
    raw("<img src=\"")
    text(href)
    raw("\" alt=\"")
    text(image.isDecorative ? "" : image.alternative)
    raw("\" loading=\"lazy\">")
  }

  private mutating func writeFigure(_ image: Image) {
    raw("<figure role=\"figure\" aria-label=\"")
    text(image.title)
    raw("\">")
    write(image)
    raw("<figcaption>")
    text(image.title)
    raw("</figcaption></figure>\n")
  }

  // MARK: Headings and notes

  private mutating func write(_ heading: Heading, _ inner: [Fragment]) {
    let level = min(6, heading.level + headingShift)
    raw("<h\(level) id=\"")
    text(anchorPrefix + heading.anchor)
    raw("\">")
    write(inner)
    raw("</h\(level)>\n")
  }

  private mutating func writeReference(_ number: Int) {
    let note = scope.material.wording.note
    raw("<sup><a href=\"#\(anchorPrefix)note-\(number)\" id=\"\(anchorPrefix)appel-\(number)\">")
    raw("<span class=\"visually-hidden\">\(note) </span>\(number)</a></sup>")
  }

  private mutating func write(_ notes: [Fragment.Footnote]) {
    raw("<div class=\"footnotes\"><p class=\"footnotes-title\">\(scope.material.wording.notes)</p>\n<ol>\n")
    for note in notes {
      raw("<li id=\"\(anchorPrefix)note-\(note.number)\">")
      write(note.body)
      let back = scope.material.wording.backToText
      raw("<a href=\"#\(anchorPrefix)appel-\(note.number)\" aria-label=\"\(back) \(note.number)\">↑</a></li>\n")
    }
    raw("</ol></div>\n")
  }

  // MARK: Containers

  private mutating func write(_ header: ContainerHeader, _ inner: [Fragment]) {
    guard let directive = Directive(header, groups: scope.toolbox.groups) else { return }
    let theme = scope.material.theme
    switch directive {
    case .audience(let condition):
      let labels = scope.tailoring.label(of: condition) ?? []
      let body = nested(inner)
      let label = scope.material.wording.alternatives(labels.map(\.label))
      raw(theme.render(.audience, AudienceBlock(label: label, body: body)))
    case .language(let tag):
      raw("<div lang=\"")
      text(tag)
      raw("\">\n")
      write(inner)
      raw("</div>\n")
    case .publisher: raw(theme.render(.placedPublisher, PlacedPublisher(scope)))
    case .workload(let names): raw(theme.render(.placedWorkload, PlacedWorkload(scope, names: names)))
    case .testimonials(let selection):
      let entries = scope.tailoring.visible(selection.choose(from: scope.toolbox.testimonials))
      raw(
        theme.render(.placedTestimonials, PlacedTestimonials(testimonials: entries.map { TestimonialCard($0, scope) })))
    case .factors(let selection):
      let entries = scope.tailoring.visible(selection.choose(from: scope.toolbox.factors))
      raw(theme.render(.placedFactors, PlacedFactors(factors: entries.map { FactorLink($0, scope) })))
    case .resources(let selection):
      let entries = scope.tailoring.visible(selection.choose(from: scope.toolbox.resources))
      raw(theme.render(.placedResources, PlacedResources(resources: entries.map { ResourceCard($0, scope) })))
    }
  }

  private func nested(_ fragments: [Fragment]) -> String {
    var renderer = BodyRenderer(
      scope: scope, file: file, headingShift: headingShift, anchorPrefix: anchorPrefix)
    return renderer.render(Body(fragments: fragments))
  }

  private mutating func raw(_ html: String) { output += html.utf8 }

  private mutating func text(_ text: String) { HTMLText.append(text.utf8, to: &output) }
}
