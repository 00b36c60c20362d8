import Addresses
import CompiledBody
import HTML
import LinkValidation
import MarkdownTree
import SitePlanning
import Toolbox

/// Fills the holes of a compiled body for one page. A hole is a place whose content depends on the page: an address, a
/// labelled passage, or an entry that the text shows. The kinds of entries have an order, from chapters to
/// testimonials, and a text shows only entries of later kinds. Checks ensure this order, so the recursion ends.
struct PageHoles: HoleFiller {
  let scope: PageScope
  /// The file of the body. The links in the body are relative to this file.
  let file: String
  /// The prefix that this page adds to the anchors of the body.
  let anchorPrefix: String

  func address(of link: Link) -> LinkAddress {
    guard let resolved = scope.destination(of: link.target, from: file) else { return .planned }
    if case .external(let address) = resolved.destination {
      let isContact = AddressReference(address).scheme.map(ContactAddress.schemes.contains) ?? false
      return isContact ? .contact(address) : .outside(address, note: scope.notes?.number(of: address))
    }
    // A page may show several copies of a text. A link from the text to itself leads to the same copy.
    if !resolved.isGeneral, let anchor = resolved.destination.anchor, !anchorPrefix.isEmpty,
      case .entry(let id, _) = resolved.destination, !anchor.isTop, isText(of: id)
    {
      return .inside(Address.relative(from: scope.path, to: scope.path, anchor: anchorPrefix + anchor.written))
    }
    if let href = scope.href(resolved.destination, isGeneral: resolved.isGeneral) { return .inside(href) }
    return scope.setting == .site ? .planned : .unreachable
  }

  /// Whether the body is the text of this entry, shown either directly or inside another text.
  private func isText(of id: EntryID) -> Bool {
    let prefix = scope.anchoring.prefix(of: id)
    return anchorPrefix == prefix || anchorPrefix.hasSuffix("--" + prefix)
  }

  func file(of image: Image) -> ImageFile? {
    guard let resolved = scope.destination(of: image.target, from: file),
      case .asset(let path, _) = resolved.destination,
      let address = scope.source(ofImage: path)
    else { return nil }
    let size = scope.imageSize(path)
    return ImageFile(address: address, width: size?.width, height: size?.height)
  }

  func html(for header: ContainerHeader, enclosing fragments: [Fragment], writer: FragmentWriter<PageHoles>) -> String {
    guard let directive = Directive(header, groups: scope.toolbox.groups) else { return "" }
    let theme = scope.theme
    switch directive {
    case .audience(let condition):
      let label = scope.wording.audience(scope.tailoring.label(of: condition) ?? [])
      return theme.render(.audience, AudienceBlock(label: label, body: writer.html(fragments)))
    case .language(let tag):
      return "<div lang=\"\(HTMLText.escape(tag))\">\n" + writer.html(fragments) + "</div>\n"
    case .advice: return theme.render(.advice, AdviceBlock(body: writer.html(fragments)))
    case .publisher(let part): return theme.render(.placedPublisher, PlacedPublisher(scope, part: part))
    case .workload(let names): return theme.render(.placedWorkload, PlacedWorkload(scope, names: names))
    case .entries(let kind, let selection):
      let placement = Placement(selection: selection, scope: scope, prefix: anchorPrefix)
      return EntryRendering.of(kind)?.placed?.html(placement, theme) ?? ""
    }
  }
}
