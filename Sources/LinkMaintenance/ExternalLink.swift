import Diagnostics

/// A link in the content that leads to another site, and the place of its address.
package struct ExternalLink: Sendable, Hashable {
  /// The address, with the escapes of Markdown or YAML decoded.
  package var address: String
  /// The place of the address in its file.
  package var location: SourceLocation
  /// The visible text of the link, or the title of the resource.
  package var text: String

  /// Creates a link.
  package init(address: String, location: SourceLocation, text: String) {
    self.address = address
    self.location = location
    self.text = text
  }
}
