/// A token of a page. Ranges are byte ranges.
package enum HTMLToken: Sendable {
  /// Text. `decodes` is false if `&` begins no character reference in this text, as in scripts and styles.
  case text(Range<Int>, decodes: Bool)
  case start(HTMLTag)
  case end(name: String, range: Range<Int>)
  /// A comment, or markup that browsers parse as a comment: `<?xml?>`, `<!x>`, `</3>`.
  case comment(Range<Int>, isClosed: Bool)
  case doctype(Range<Int>)
  /// A tag without its `>`, because the page ends inside the tag. Browsers discard such a tag.
  case unfinishedTag(Range<Int>)
}
