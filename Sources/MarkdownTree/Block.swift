import Diagnostics

/// A block of a document, with its place in the source.
public struct Block: Sendable {
  /// What the block is.
  public var content: Content
  /// Where it stands in its file.
  public var range: SourceRange

  /// Creates a block.
  public init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The kinds of block.
  public indirect enum Content: Sendable {
    /// A paragraph.
    case paragraph([Inline])
    /// A heading.
    case heading(Heading)
    /// A quotation.
    case quotation([Block])
    /// A callout: a quotation that begins with `[!NOTE]` or its kin.
    case callout(Callout, [Block])
    /// A list.
    case list(List)
    /// A code block: its language, if it names one, and its text.
    case code(language: String, text: String)
    /// Raw HTML, as it was written.
    case html(String)
    /// A thematic break.
    case thematicBreak
    /// A table.
    case table(Table)
    /// A `:::` container.
    case container(Container)
    /// The definition of a footnote; its number counts from 1 in the order of first use.
    case footnote(number: Int, [Block])
  }
}

/// A heading; `anchor` is given once the whole document is known.
public struct Heading: Sendable {
  /// From 1 to 6, as written.
  public var level: Int
  /// Its text.
  public var inlines: [Inline]
  /// The id that links name, unique in its document.
  public var anchor: String
  /// Where it stands in its file.
  public var range: SourceRange

  /// Its text without any markup.
  public var plainText: String { inlines.plainText }
}

/// The kinds of callout that forges render.
public enum Callout: String, Sendable, CaseIterable {
  /// `[!NOTE]`
  case note = "NOTE"
  /// `[!TIP]`
  case tip = "TIP"
  /// `[!IMPORTANT]`
  case important = "IMPORTANT"
  /// `[!WARNING]`
  case warning = "WARNING"
  /// `[!CAUTION]`
  case caution = "CAUTION"
}

/// A list.
public struct List: Sendable {
  /// Bullets, or numbers from a start.
  public enum Kind: Sendable, Hashable {
    /// A list without order.
    case bullet
    /// A numbered list and its first number.
    case ordered(start: Int)
  }

  /// An item of a list.
  public struct Item: Sendable {
    /// For an item with a box, whether it is ticked.
    public var isChecked: Bool?
    /// What it holds.
    public var blocks: [Block]
  }

  /// Bullets or numbers.
  public var kind: Kind
  /// Whether its paragraphs are written without tags.
  public var isTight: Bool
  /// Its items.
  public var items: [Item]
}

/// A table.
public struct Table: Sendable {
  /// How a column is set.
  public enum Alignment: Sendable, Hashable {
    /// Not said.
    case natural
    /// To the left.
    case left
    /// Centred.
    case center
    /// To the right: figures.
    case right
  }

  /// One for each column.
  public var alignments: [Alignment]
  /// The cells of the header row.
  public var header: [[Inline]]
  /// The cells of the other rows.
  public var rows: [[[Inline]]]
  /// The caption, from a paragraph `Table : …` just above.
  public var caption: [Inline]?
}

/// A `:::` container: its opening line and what it encloses.
public struct Container: Sendable {
  /// The opening line.
  public var header: ContainerHeader
  /// What it encloses.
  public var blocks: [Block]
}

/// The opening line of a container: `::: name word key=value`.
public struct ContainerHeader: Sendable, Hashable {
  /// An argument: a bare word, or `key=value`.
  public struct Argument: Sendable, Hashable {
    /// What stands before `=`, or nil for a bare word.
    public var key: String?
    /// The word, or what stands after `=`.
    public var value: String
    /// Where it stands in its file.
    public var range: SourceRange
  }

  /// The word after the colons.
  public var name: String
  /// The rest of the line.
  public var arguments: [Argument]
  /// Where the line stands in its file.
  public var range: SourceRange
}
