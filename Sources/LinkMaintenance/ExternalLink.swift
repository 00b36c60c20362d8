import Diagnostics

/// A link in the content that leads to another site, and the place of its address.
public struct ExternalLink: Sendable, Hashable {
  /// The address, with the escapes of Markdown or YAML decoded.
  public var address: String
  /// The place of the address in its file.
  public var location: SourceLocation
  /// The visible text of the link, or the title of the resource.
  public var text: String

  /// Creates a link.
  public init(address: String, location: SourceLocation, text: String) {
    self.address = address
    self.location = location
    self.text = text
  }
}
