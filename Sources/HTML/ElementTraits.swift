/// The properties of an element, as one set. Therefore one lookup for each element is enough. For each property,
/// ``HTMLForms`` lists the elements with this property.
package struct ElementTraits: OptionSet, Sendable {
  /// The bits.
  package let rawValue: UInt16

  /// Creates a set from its bits.
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The element is void. It has no end tag.
  package static let void = ElementTraits(rawValue: 1)
  /// The end tag may be omitted.
  package static let endTagIsOptional = ElementTraits(rawValue: 1 << 1)
  /// The element is the root of SVG or MathML, which the standard calls foreign content.
  package static let foreign = ElementTraits(rawValue: 1 << 2)
  /// The element is never displayed.
  package static let neverShown = ElementTraits(rawValue: 1 << 3)
  /// The element may be a child of `head`.
  package static let ofHead = ElementTraits(rawValue: 1 << 4)
  /// The start tag closes an open paragraph.
  package static let endsParagraph = ElementTraits(rawValue: 1 << 5)
  /// The search for an open paragraph stops at the element.
  package static let boundsParagraph = ElementTraits(rawValue: 1 << 6)
  /// The start tag closes certain open siblings, such as the list item before it.
  package static let endsSiblings = ElementTraits(rawValue: 1 << 7)
  /// The element may contain only phrasing content.
  package static let phrasingContentOnly = ElementTraits(rawValue: 1 << 8)
  /// The element is not phrasing content.
  package static let block = ElementTraits(rawValue: 1 << 9)
  /// The content model is transparent. The element may contain what its parent may contain.
  package static let transparent = ElementTraits(rawValue: 1 << 10)
  /// The element is valid only in certain parents.
  package static let requiresParent = ElementTraits(rawValue: 1 << 11)

  /// The traits of an element; empty for an unknown name.
  package static func of(_ name: String) -> ElementTraits { byName[name] ?? [] }

  private static let byName: [String: ElementTraits] = {
    let lists: [(ElementTraits, any Sequence<String>)] = [
      (.void, HTMLForms.void), (.endTagIsOptional, HTMLForms.endTagIsOptional), (.foreign, HTMLForms.foreign),
      (.neverShown, HTMLForms.neverShown), (.ofHead, HTMLForms.ofHead), (.endsParagraph, HTMLForms.endsParagraph),
      (.boundsParagraph, HTMLForms.paragraphScope), (.endsSiblings, HTMLForms.siblings.keys),
      (.phrasingContentOnly, HTMLForms.phrasingContentOnly), (.block, HTMLForms.blocks),
      (.transparent, HTMLForms.transparent),
      (.requiresParent, HTMLForms.parents.keys),
    ]
    var traits: [String: ElementTraits] = [:]
    for (trait, names) in lists {
      for name in names { traits[name, default: []].insert(trait) }
    }
    return traits
  }()
}
