/// A piece of a page, in the order of its bytes.
public enum HTMLToken: Sendable {
  /// Text, and whether character references count in it: in scripts and styles they do not.
  case text(Range<Int>, decodes: Bool)
  case start(HTMLTag)
  case end(name: String, range: Range<Int>)
  /// A comment, or what browsers take for one: `<?xml?>`, `<!x>`, `</3>`.
  case comment(Range<Int>, isClosed: Bool)
  case doctype(Range<Int>)
  /// A tag that is cut short by the end of the page. Browsers drop it.
  case unfinishedTag(Range<Int>)
}
