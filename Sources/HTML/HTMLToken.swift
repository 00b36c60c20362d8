/// A token of a page. Ranges are byte ranges.
public enum HTMLToken: Sendable {
  /// Text, and whether its character references must be decoded: those of scripts and styles must not.
  case text(Range<Int>, decodes: Bool)
  case start(HTMLTag)
  case end(name: String, range: Range<Int>)
  /// A comment, or markup that browsers parse as one: `<?xml?>`, `<!x>`, `</3>`.
  case comment(Range<Int>, isClosed: Bool)
  case doctype(Range<Int>)
  /// A tag without an end before the end of the page. Browsers discard such a tag.
  case unfinishedTag(Range<Int>)
}
