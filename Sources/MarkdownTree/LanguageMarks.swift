/// `[text]{lang=en}`: a stretch of running text in another language.
extension [Inline] {
  private static var mark: String { "]{lang=" }

  /// Turns what is marked so into ``Inline/Content/language(tag:_:)``; markup may stand between the brackets.
  mutating func attachLanguageMarks() {
    // By its bytes: this is asked of every text, and nearly none has the mark.
    guard contains(where: { $0.text.map { $0.utf8.contains(UInt8(ascii: "{")) && $0.contains(Self.mark) } ?? false })
    else {
      return
    }
    var result: [Inline] = []
    /// Before this index no bracket is open: looking further back each time would be quadratic.
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

  /// Takes away what stands after the bracket that is still open, the bracket included; nil where none is.
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
  /// Whether it is in another language and holds a passage in yet another one: a third level would be no text.
  fileprivate var nestsLanguages: Bool {
    guard case .language(_, let inner) = content else { return false }
    return inner.contains { if case .language = $0.content { true } else { false } }
  }

  fileprivate var text: String? { if case .text(let text) = content { text } else { nil } }
}
