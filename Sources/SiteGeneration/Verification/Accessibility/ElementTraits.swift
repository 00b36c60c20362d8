/// What an element's name makes it, as ``HTMLForms`` has it: so that each element is looked up once.
struct ElementTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// It never has an end tag.
  static let void = ElementTraits(rawValue: 1)
  /// Its end tag may be left out.
  static let endsByItself = ElementTraits(rawValue: 1 << 1)
  /// It begins another language.
  static let foreign = ElementTraits(rawValue: 1 << 2)
  /// It is on no screen.
  static let neverShown = ElementTraits(rawValue: 1 << 3)
  /// It may stand in a head.
  static let ofHead = ElementTraits(rawValue: 1 << 4)
  /// An open paragraph ends before it.
  static let endsParagraph = ElementTraits(rawValue: 1 << 5)
  /// An open paragraph is not looked for beyond it.
  static let boundsParagraph = ElementTraits(rawValue: 1 << 6)
  /// Its start ends others beside it.
  static let endsSiblings = ElementTraits(rawValue: 1 << 7)
  /// It holds text and what stands in a line of text only.
  static let lineOnly = ElementTraits(rawValue: 1 << 8)
  /// It stands in no line of text.
  static let block = ElementTraits(rawValue: 1 << 9)
  /// It takes the place of what it stands in.
  static let transparent = ElementTraits(rawValue: 1 << 10)
  /// There are elements that it must stand in.
  static let bound = ElementTraits(rawValue: 1 << 11)

  /// Those of an element.
  static func of(_ name: String) -> ElementTraits { byName[name] ?? [] }

  private static let byName: [String: ElementTraits] = {
    let lists: [(ElementTraits, any Sequence<String>)] = [
      (.void, HTMLForms.void), (.endsByItself, HTMLForms.endsByItself), (.foreign, HTMLForms.foreign),
      (.neverShown, HTMLForms.neverShown), (.ofHead, HTMLForms.ofHead), (.endsParagraph, HTMLForms.endsParagraph),
      (.boundsParagraph, HTMLForms.paragraphScope), (.endsSiblings, HTMLForms.siblings.keys),
      (.lineOnly, HTMLForms.lineOnly), (.block, HTMLForms.blocks), (.transparent, HTMLForms.transparent),
      (.bound, HTMLForms.parents.keys),
    ]
    var traits: [String: ElementTraits] = [:]
    for (trait, names) in lists {
      for name in names { traits[name, default: []].insert(trait) }
    }
    return traits
  }()
}
