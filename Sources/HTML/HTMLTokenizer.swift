/// Splits HTML into tokens by the rules of the HTML standard (13.2.5). Accepts any input, and reads each byte a bounded
/// number of times.
///
/// By default, the tokenizer reads everything as HTML. ``HTMLReader`` sets ``isInForeignContent`` and
/// ``allowsCharacterData`` for SVG and MathML.
package struct HTMLTokenizer: Sequence, IteratorProtocol {
  /// Whether the next tokens belong to SVG or MathML, where `script` and `style` contain markup.
  var isInForeignContent = false
  /// Whether a CDATA section is text. This is the case inside each element of SVG and MathML, even inside an element
  /// that contains HTML.
  var allowsCharacterData = false

  package let bytes: [UInt8]
  package var index = 0
  /// The element whose raw text comes next, and the kind of this raw text. Nil if the last token was not the start tag
  /// of an element with raw text.
  private var rawElement: (name: [UInt8], kind: RawText)?

  /// The kinds of raw text. Raw text is the content of an element in which the standard recognizes no other elements.
  private enum RawText {
    /// Raw text in which character references are decoded (RCDATA in the standard).
    case escapable
    case raw
    /// Raw text in which a comment may contain a nested `script`.
    case script
    /// Raw text up to the end of the page.
    case plain
  }

  /// Reads a page, a fragment or a template.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  package mutating func next() -> HTMLToken? {
    if let (name, kind) = rawElement {
      rawElement = nil
      let end = endOfRawText(of: name, kind)
      if end > index {
        defer { index = end }
        return .text(index..<end, decodes: kind == .escapable)
      }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(text(from: index), decodes: true) }
      if let token = markup() { return token }
      // `</>` gives no token. Any other `<` that begins no markup is text.
      if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"), bytes[index + 2] == UInt8(ascii: ">") {
        index += 3
      } else {
        return .text(text(from: index), decodes: true)
      }
    }
    return nil
  }

  /// The next start tag. Skips the tokens before it.
  package mutating func firstStartTag() -> HTMLTag? {
    while let token = next() { if case .start(let tag) = token { return tag } }
    return nil
  }

  /// Reads text up to the next byte that may begin markup. The first byte belongs to the text, even if it is `<`.
  private mutating func text(from start: Int) -> Range<Int> {
    index = offset(of: UInt8(ascii: "<"), from: start + 1) ?? bytes.count
    while index + 1 < bytes.count, !beginsMarkup(at: index) {
      index = offset(of: UInt8(ascii: "<"), from: index + 1) ?? bytes.count
    }
    if index + 1 == bytes.count { index = bytes.count }
    return start..<index
  }

  private func beginsMarkup(at open: Int) -> Bool {
    let second = bytes[open + 1]
    return second.isASCIILetter || second == UInt8(ascii: "!") || second == UInt8(ascii: "?")
      || second == UInt8(ascii: "/") && open + 2 < bytes.count
  }

  /// Parses the token that begins at a `<`; nil if the `<` begins no markup.
  private mutating func markup() -> HTMLToken? {
    let start = index
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return comment(from: start + 1)
    case UInt8(ascii: "/"):
      guard start + 2 < bytes.count, bytes[start + 2] != UInt8(ascii: ">") else { return nil }
      guard bytes[start + 2].isASCIILetter else { return comment(from: start + 2) }
      guard let tag = tag(nameAt: start + 2) else { return unfinished(start) }
      return .end(name: tag.name, range: tag.range)
    default:
      guard bytes[start + 1].isASCIILetter else { return nil }
      guard let tag = tag(nameAt: start + 1) else { return unfinished(start) }
      if !isInForeignContent, let kind = Self.rawTexts[tag.name] { rawElement = (Array(tag.name.utf8), kind) }
      return .start(tag)
    }
  }

  private mutating func unfinished(_ start: Int) -> HTMLToken {
    index = bytes.count
    return .unfinishedTag(start..<bytes.count)
  }

  // MARK: Comments and declarations

  private mutating func declaration() -> HTMLToken {
    let start = index
    if bytes[start...].starts(with: "<!--".utf8) {
      let end = endOfComment(from: start)
      index = end ?? bytes.count
      return .comment(start..<index, isClosed: end != nil)
    }
    if bytes[start...].prefix(9).lazy.map(\.asLowercase).elementsEqual("<!doctype".utf8) {
      index = offset(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? bytes.count
      return .doctype(start..<index)
    }
    if allowsCharacterData, bytes[start...].starts(with: "<![CDATA[".utf8) { return characterData() }
    return comment(from: start + 2)
  }

  private mutating func characterData() -> HTMLToken {
    let start = index + 9
    var end = start
    while end < bytes.count, !bytes[end...].starts(with: "]]>".utf8) { end += 1 }
    index = Swift.min(end + 3, bytes.count)
    return .text(start..<end, decodes: false)
  }

  /// Parses a “bogus comment” of the standard, which ends at the next `>`.
  private mutating func comment(from inner: Int) -> HTMLToken {
    let start = index
    let end = offset(of: UInt8(ascii: ">"), from: inner)
    index = end.map { $0 + 1 } ?? bytes.count
    return .comment(start..<index, isClosed: end != nil)
  }

  /// The offset after a comment; nil if the comment is never closed. `<!-->` and `<!--->` are complete comments. `--!>`
  /// also closes a comment.
  private func endOfComment(from start: Int) -> Int? {
    var close = offset(of: UInt8(ascii: ">"), from: start + 4)
    while let at = close {
      let isAfterDashes = bytes[at - 1] == UInt8(ascii: "-") && bytes[at - 2] == UInt8(ascii: "-")
      let isAfterBang =
        at >= start + 7 && bytes[at - 1] == UInt8(ascii: "!") && bytes[at - 2] == UInt8(ascii: "-")
        && bytes[at - 3] == UInt8(ascii: "-")
      if isAfterDashes || isAfterBang { return at + 1 }
      close = offset(of: UInt8(ascii: ">"), from: at + 1)
    }
    return nil
  }

  // MARK: Raw text

  private static let rawTexts: [String: RawText] = [
    "title": .escapable, "textarea": .escapable, "style": .raw, "xmp": .raw, "iframe": .raw, "noembed": .raw,
    "noframes": .raw, "script": .script, "plaintext": .plain,
  ]

  /// The offset at which raw text ends. This is the start of the end tag of its element, or the end of the page.
  private func endOfRawText(of name: [UInt8], _ kind: RawText) -> Int {
    guard kind != .plain else { return bytes.count }
    var script = ScriptState()
    var at = index
    while let open = offset(of: UInt8(ascii: "<"), from: at) {
      if kind == .script { script.passComment(bytes, from: at, to: open) }
      if names(name, at: open + 2), bytes[open + 1] == UInt8(ascii: "/") {
        if script.isNested { script.isNested = false } else { return open }
      } else if kind == .script {
        script.begin(bytes, at: open, namesScript: names(name, at: open + 1))
      }
      at = open + 1
    }
    return bytes.count
  }

  /// Whether the given tag name is at an offset. White space, `/` or `>` must follow the name.
  private func names(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard end < bytes.count else { return false }
    for offset in name.indices where bytes[start + offset].asLowercase != name[offset] { return false }
    return bytes[end].isHTMLSpace || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">")
  }

  /// The offset of the next occurrence of a byte; nil if the byte does not occur.
  package func offset(of byte: UInt8, from start: Int) -> Int? {
    var at = start
    while at < bytes.count {
      if bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }
}

/// The state during the search for the end of a script. If a comment in the script contains `<script`, a nested script
/// begins. The end tag of the nested script does not end the outer script.
private struct ScriptState {
  private var isInComment = false
  var isNested = false
  /// The number of dashes just before the next byte.
  private var dashes = 0

  /// Reads bytes that contain no `<`. If these bytes contain `-->`, the comment ends.
  mutating func passComment(_ bytes: [UInt8], from start: Int, to end: Int) {
    guard isInComment else { return }
    for at in start..<end {
      switch bytes[at] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ">") where dashes >= 2:
        (isInComment, isNested, dashes) = (false, false, 0)
        return
      default: dashes = 0
      }
    }
    dashes = 0
  }

  /// Updates the state at a `<`.
  mutating func begin(_ bytes: [UInt8], at open: Int, namesScript: Bool) {
    if !isInComment, bytes[open...].starts(with: "<!--".utf8) {
      // The dashes of `<!--` may also close the comment, as in `<!-->`. Therefore `passComment` reads them again.
      isInComment = true
    } else if isInComment, namesScript {
      isNested = true
    }
  }
}
