import Diagnostics

extension [Inline] {
  /// Ends bare addresses (`https://…` without brackets) before French punctuation.
  ///
  /// GFM ends such an address only at ASCII spaces and ASCII punctuation (GFM 0.29, section 6.9). In French, a no-break
  /// space precedes `!`, `?`, `:`, `;` and `»`. A quotation ends with `»` or `”`. GFM alone would include these
  /// characters in the address.
  mutating func endBareAddresses() {
    guard contains(where: { $0.bareAddressEnd != nil }) else { return }
    self = flatMap { inline in inline.bareAddressEnd.map { inline.cut(after: $0) } ?? [inline] }
  }
}

extension Inline {
  /// The number of scalars of the link text that belong to the bare address. Nil if all scalars belong to the address,
  /// or if the inline is not a bare address.
  fileprivate var bareAddressEnd: Int? {
    guard case .link(let link) = content, range == link.targetRange, link.title.isEmpty, link.inlines.count == 1,
      case .text(let text) = link.inlines[0].content, link.target.hasSuffix(text)
    else { return nil }
    let scalars = Array(text.unicodeScalars)
    let blank = scalars.firstIndex { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
    guard blank != nil || scalars.last.map(Self.closesQuotation) == true else { return nil }
    var end = blank ?? scalars.count
    while end > 0, Self.closesQuotation(scalars[end - 1]) || Self.endsSentence(scalars[end - 1]) { end -= 1 }
    return end
  }

  /// Splits the inline into a link with the first scalars of its text, and a text with the other scalars.
  fileprivate func cut(after count: Int) -> [Inline] {
    guard case .link(var link) = content, case .text(let text)? = link.inlines.first?.content else { return [self] }
    let head = String(text.unicodeScalars.prefix(count))
    let rest = String(text.unicodeScalars.dropFirst(count))
    // A scheme without a host (`https://`) is no address.
    guard head.contains(where: { $0 == "." || $0 == "@" }) else { return [Inline(.text(text), range: range)] }
    let middle = SourcePosition(line: range.start.line, column: range.start.column + count)
    let before = SourceRange(start: range.start, end: middle)
    link.target = String(link.target.dropLast(text.count)) + head
    link.targetRange = before
    link.inlines = [Inline(.text(head), range: before)]
    return [
      Inline(.link(link), range: before),
      Inline(.text(rest), range: SourceRange(start: middle, end: range.end)),
    ]
  }

  private static func closesQuotation(_ scalar: Unicode.Scalar) -> Bool { "»”’…".unicodeScalars.contains(scalar) }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool { "?!.,:;*_~'\"".unicodeScalars.contains(scalar) }
}
