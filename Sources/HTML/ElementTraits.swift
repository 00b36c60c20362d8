/// What an element's name makes it, as ``HTMLForms`` has it: so that each element is looked up once.
public struct ElementTraits: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// It never has an end tag.
  public static let void = ElementTraits(rawValue: 1)
  /// Its end tag may be left out.
  public static let endsByItself = ElementTraits(rawValue: 1 << 1)
  /// It begins another language.
  public static let foreign = ElementTraits(rawValue: 1 << 2)
  /// It is on no screen.
  public static let neverShown = ElementTraits(rawValue: 1 << 3)
  /// It may stand in a head.
  public static let ofHead = ElementTraits(rawValue: 1 << 4)
  /// An open paragraph ends before it.
  public static let endsParagraph = ElementTraits(rawValue: 1 << 5)
  /// An open paragraph is not looked for beyond it.
  public static let boundsParagraph = ElementTraits(rawValue: 1 << 6)
  /// Its start ends others beside it.
  public static let endsSiblings = ElementTraits(rawValue: 1 << 7)
  /// It holds text and what stands in a line of text only.
  public static let lineOnly = ElementTraits(rawValue: 1 << 8)
  /// It stands in no line of text.
  public static let block = ElementTraits(rawValue: 1 << 9)
  /// It takes the place of what it stands in.
  public static let transparent = ElementTraits(rawValue: 1 << 10)
  /// There are elements that it must stand in.
  public static let bound = ElementTraits(rawValue: 1 << 11)

  /// Those of an element.
  public static func of(_ name: String) -> ElementTraits { byName[name] ?? [] }

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
