/// A start tag.
package struct HTMLTag: Sendable {
  /// An attribute.
  package struct Attribute: Sendable, Hashable {
    /// The name, in lower case.
    package var name: String
    /// The value, with character references decoded; empty if the tag gives no value.
    package var value: String
  }

  /// The name, in lower case.
  package var name: String
  /// The attributes, in source order. If two attributes have the same name, browsers use the first attribute.
  package var attributes: [Attribute]
  /// The byte range of the tag.
  package var range: Range<Int>
  /// Whether the tag ends with `/>`. This notation closes the element only in SVG and MathML.
  package var isSelfClosing: Bool

  /// Whether an attribute of the tag defines an anchor. The `id` of any element and the `name` of an `a` element define
  /// anchors.
  package func isAnchor(_ attribute: Attribute) -> Bool {
    attribute.name == "id" || attribute.name == "name" && name == "a"
  }

  /// The anchors that the tag defines.
  package var anchors: [String] { attributes.filter { isAnchor($0) }.map(\.value) }

  /// The value of an attribute; nil if the tag does not have this attribute.
  package func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
}
