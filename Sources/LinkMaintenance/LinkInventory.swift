import CompiledBody
import Diagnostics
import LinkValidation
import Toolbox

/// Finds every link of a toolbox to an address outside the toolbox.
package enum LinkInventory {
  /// The links in texts, the addresses of resources, and the address of the guide's source in `site.yml`. Each link has
  /// the place of its address. Mail addresses and telephone numbers are included.
  package static func links(of toolbox: Toolbox) -> [ExternalLink] {
    var links: [ExternalLink] = []
    if let source = toolbox.site.source, let address = source.address {
      links.append(ExternalLink(address: address.name, location: address.location, text: source.title))
    }
    for resource in toolbox.resources {
      guard case .address(let address, let location) = resource.destination else { continue }
      links.append(ExternalLink(address: address, location: location, text: resource.title))
    }
    return links + concurrentMap(toolbox.outlines) { self.links(of: $0.outline, in: $0.file) }.flatMap { $0 }
  }

  private static func links(of body: Body, in file: String) -> [ExternalLink] {
    var links: [ExternalLink] = []
    body.fragments.forEachFragment { fragment in
      guard case .link(let link, _) = fragment, let address = address(link.target) else { return }
      let location = SourceLocation(file: file, range: link.targetRange)
      links.append(ExternalLink(address: address, location: location, text: link.inlines.plainText))
    }
    return links
  }

  private static func address(_ target: String) -> String? {
    switch LinkTarget(target) {
    case .web(let address), .contact(let address): address
    case .placeholder, .sameDocument, .file, .generalEdition, .incomplete, .malformed, .malformedContact,
      .protocolRelative, .unsupported:
      nil
    }
  }
}
