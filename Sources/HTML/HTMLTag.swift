/// A start tag.
public struct HTMLTag: Sendable {
  /// An attribute.
  public struct Attribute: Sendable, Hashable {
    /// In lower case.
    public var name: String
    /// Character references are decoded; empty where the tag gives no value.
    public var value: String
  }

  /// In lower case.
  public var name: String
  /// In the order of the tag. Where two have one name, the first counts.
  public var attributes: [Attribute]
  /// The bytes of the tag.
  public var range: Range<Int>
  /// Whether it ends in `/>`, which closes an element of a drawing or a formula.
  public var isSelfClosing: Bool

  /// Whether the value of an attribute is an anchor: that of an `id`, or of the `name` of an `a`.
  public func isAnchor(_ attribute: Attribute) -> Bool {
    attribute.name == "id" || attribute.name == "name" && name == "a"
  }

  /// Its anchors.
  public var anchors: [String] { attributes.filter { isAnchor($0) }.map(\.value) }

  /// The value of an attribute; nil where the tag has no attribute of that name.
  public func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }
}
