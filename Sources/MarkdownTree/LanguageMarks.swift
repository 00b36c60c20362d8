/// `[text]{lang=en}`: a stretch of running text in another language.
extension [Inline] {
  private static var mark: String { "]{lang=" }

  /// Turns what is marked so into ``Inline/Content/language(tag:_:)``; markup may stand between the brackets.
  mutating func attachLanguageMarks() {
    guard contains(where: { $0.text?.contains(Self.mark) ?? false }) else { return }
    var result: [Inline] = []
    for inline in self {
      guard var rest = inline.text.map({ $0[...] }) else {
        result.append(inline)
        continue
      }
      while let mark = rest.firstRange(of: Self.mark), let end = rest[mark.upperBound...].firstIndex(of: "}") {
        let tag = rest[mark.upperBound..<end]
        result.appendText(rest[..<mark.lowerBound], like: inline)
        if Self.isTag(tag), let inner = result.takeBracketed() {
          result.append(Inline(.language(tag: String(tag), inner), range: inner.first?.range ?? inline.range))
        } else {
          result.appendText(rest[mark.lowerBound...end], like: inline)
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
  private mutating func takeBracketed() -> [Inline]? {
    var depth = 0
    for index in indices.reversed() {
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
  fileprivate var text: String? { if case .text(let text) = content { text } else { nil } }
}
