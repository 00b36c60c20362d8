import Diagnostics

/// A block of a document, with its range in the source.
package struct Block: Sendable {
  /// The kind of the block, with its children.
  package var content: Content
  /// The range in the source file.
  package var range: SourceRange

  /// Creates a block.
  package init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The kinds of block.
  package indirect enum Content: Sendable {
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
package struct Heading: Sendable {
  /// The level, from 1 to 6, as written.
  package var level: Int
  /// The text.
  package var inlines: [Inline]
  /// The anchor of the heading, unique in its document.
  package var anchor: String
  /// The range in the source file.
  package var range: SourceRange

  /// Creates a heading.
  package init(level: Int, inlines: [Inline], anchor: String, range: SourceRange) {
    self.level = level
    self.inlines = inlines
    self.anchor = anchor
    self.range = range
  }

  /// The text without any markup.
  package var plainText: String { inlines.plainText }
}

/// The kinds of callout of GitHub and GitLab.
package enum Callout: String, Sendable, CaseIterable {
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
package struct List: Sendable {
  /// Bullets or numbers.
  package enum Kind: Sendable, Hashable {
    /// A list with bullets.
    case bullet
    /// A numbered list and its first number.
    case ordered(start: Int)
  }

  /// An item of a list.
  package struct Item: Sendable {
    /// Whether the checkbox of the item is checked; nil if the item has no checkbox.
    package var isChecked: Bool?
    /// The content.
    package var blocks: [Block]
  }

  /// Bullets or numbers.
  package var kind: Kind
  /// Whether the paragraphs of the items are rendered without `p` tags.
  package var isTight: Bool
  /// The items.
  package var items: [Item]
}

/// A table.
package struct Table: Sendable {
  /// The alignment of a column.
  package enum Alignment: Sendable, Hashable {
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
  package var alignments: [Alignment]
  /// The cells of the header row.
  package var header: [[Inline]]
  /// The cells of the other rows.
  package var rows: [[[Inline]]]
  /// The caption, from a paragraph `Table : …` just above the table; nil if there is no such paragraph.
  package var caption: [Inline]?
}

/// A `:::` container.
package struct Container: Sendable {
  /// The opening line.
  package var header: ContainerHeader
  /// The content.
  package var blocks: [Block]
}

/// The opening line of a container: `::: name word key=value`.
package struct ContainerHeader: Sendable, Hashable {
  /// An argument: a bare word, or `key=value`.
  package struct Argument: Sendable, Hashable {
    /// The text before `=`; nil for a bare word.
    package var key: String?
    /// The bare word, or for `key=value` the text after `=`.
    package var value: String
    /// The range in the source file.
    package var range: SourceRange

    /// Creates an argument.
    package init(key: String?, value: String, range: SourceRange) {
      self.key = key
      self.value = value
      self.range = range
    }
  }

  /// The word after the colons.
  package var name: String
  /// The other words of the line.
  package var arguments: [Argument]
  /// The range of the line in the source file.
  package var range: SourceRange

  /// Creates the header of a container.
  package init(name: String, arguments: [Argument], range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.range = range
  }
}
