import Diagnostics

/// A block of a document, with its range in the source.
public struct Block: Sendable {
  /// The kind of the block, with its children.
  public var content: Content
  /// The range in the source file.
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
    /// A callout: a quotation that begins with a marker such as `[!NOTE]`.
    case callout(Callout, [Block])
    /// A list.
    case list(List)
    /// A code block. Its language is empty if the editor names no language.
    case code(language: String, text: String)
    /// Raw HTML. After the ``DocumentPasses``, it contains only allowed tags.
    case html(String)
    /// A thematic break.
    case thematicBreak
    /// A table.
    case table(Table)
    /// A `:::` container.
    case container(Container)
    /// The definition of a footnote. Numbers start at 1, in the order of first use.
    case footnote(number: Int, [Block])
  }
}

/// A heading. ``HeadingPass`` sets `anchor` when the whole document has been parsed.
public struct Heading: Sendable {
  /// The level, from 1 to 6, as written.
  public var level: Int
  /// The text.
  public var inlines: [Inline]
  /// The anchor of the heading, unique in its document.
  public var anchor: String
  /// The range in the source file.
  public var range: SourceRange

  /// The text without any markup.
  public var plainText: String { inlines.plainText }
}

/// The kinds of callout of GitHub and GitLab.
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
  /// Bullets or numbers.
  public enum Kind: Sendable, Hashable {
    /// A list with bullets.
    case bullet
    /// A numbered list and its first number.
    case ordered(start: Int)
  }

  /// An item of a list.
  public struct Item: Sendable {
    /// Whether the checkbox of the item is checked; nil if the item has no checkbox.
    public var isChecked: Bool?
    /// The content.
    public var blocks: [Block]
  }

  /// Bullets or numbers.
  public var kind: Kind
  /// Whether the paragraphs of the items are rendered without `p` tags.
  public var isTight: Bool
  /// The items.
  public var items: [Item]
}

/// A table.
public struct Table: Sendable {
  /// The alignment of a column.
  public enum Alignment: Sendable, Hashable {
    /// Not specified.
    case natural
    /// To the left.
    case left
    /// Centred.
    case center
    /// To the right; used for numbers.
    case right
  }

  /// The alignment of each column.
  public var alignments: [Alignment]
  /// The cells of the header row.
  public var header: [[Inline]]
  /// The cells of the other rows.
  public var rows: [[[Inline]]]
  /// The caption, from a paragraph `Table : …` just above the table; nil if there is no such paragraph.
  public var caption: [Inline]?
}

/// A `:::` container.
public struct Container: Sendable {
  /// The opening line.
  public var header: ContainerHeader
  /// The content.
  public var blocks: [Block]
}

/// The opening line of a container: `::: name word key=value`.
public struct ContainerHeader: Sendable, Hashable {
  /// An argument: a bare word, or `key=value`.
  public struct Argument: Sendable, Hashable {
    /// The text before `=`; nil for a bare word.
    public var key: String?
    /// The bare word, or for `key=value` the text after `=`.
    public var value: String
    /// The range in the source file.
    public var range: SourceRange
  }

  /// The word after the colons.
  public var name: String
  /// The other words of the line.
  public var arguments: [Argument]
  /// The range of the line in the source file.
  public var range: SourceRange
}
