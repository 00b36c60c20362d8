/// The marks of text in another language: `[text]{lang=en}`.
extension [Inline] {
  private static var mark: String { "]{lang=" }

  /// Turns marked text into ``Inline/Content/language(tag:_:)``. The text may contain markup.
  mutating func attachLanguageMarks() {
    // Searches for one byte first, because this search is fast, and few texts contain the mark.
    guard contains(where: { $0.text.map { $0.utf8.contains(UInt8(ascii: "{")) && $0.contains(Self.mark) } ?? false })
    else {
      return
    }
    var result: [Inline] = []
    /// No bracket is open before this index. Without this bound, the search for the opening bracket would take
    /// quadratic time.
    var floor = 0
    for inline in self {
      guard var rest = inline.text.map({ $0[...] }) else {
        result.append(inline)
        continue
      }
      while let mark = rest.firstRange(of: Self.mark), let end = rest[mark.upperBound...].firstIndex(of: "}") {
        let tag = rest[mark.upperBound..<end]
        result.appendText(rest[..<mark.lowerBound], like: inline)
        if Self.isTag(tag), let inner = result.takeBracketed(from: floor) {
          result.append(Inline(.language(tag: String(tag), inner), range: inner.first?.range ?? inline.range))
          floor = Swift.min(floor, result.count)
        } else {
          result.appendText(rest[mark.lowerBound...end], like: inline)
          floor = result.count
        }
        rest = rest[rest.index(after: end)...]
      }
      result.appendText(rest, like: inline)
    }
    self = result
  }

  private static func isTag(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D }
  }

  private mutating func appendText(_ text: Substring, like inline: Inline) {
    guard !text.isEmpty else { return }
    append(Inline(.text(String(text)), range: inline.range))
  }

  /// Removes the innermost open bracket and everything after the bracket. Returns the inlines that were after the
  /// bracket. Nil if no bracket is open, if nothing follows the bracket, or if the inlines already nest one language in
  /// another.
  private mutating func takeBracketed(from floor: Int) -> [Inline]? {
    var depth = 0
    for index in (floor..<count).reversed() {
      guard let text = self[index].text else { continue }
      var position = text.endIndex
      while position > text.startIndex {
        position = text.index(before: position)
        if text[position] == "]" { depth += 1 }
        guard text[position] == "[" else { continue }
        guard depth == 0 else {
          depth -= 1
          continue
        }
        var inner: [Inline] = []
        inner.appendText(text[text.index(after: position)...], like: self[index])
        inner += self[(index + 1)...]
        guard !inner.contains(where: \.nestsLanguages) else { return nil }
        let before = self[index]
        removeSubrange(index...)
        appendText(text[..<position], like: before)
        return inner.isEmpty ? nil : inner
      }
    }
    return nil
  }
}

extension Inline {
  /// Whether the inline is a passage in another language that itself contains such a passage. Deeper nesting is not
  /// supported.
  fileprivate var nestsLanguages: Bool {
    guard case .language(_, let inner) = content else { return false }
    return inner.contains { if case .language = $0.content { true } else { false } }
  }

  fileprivate var text: String? { if case .text(let text) = content { text } else { nil } }
}
