/// Finds the syntax of GitHub and Trousse that GFM parses as ordinary paragraphs, quotations or text.
extension [Block] {
  /// Turns a paragraph `Table : …` just above a table into the caption of this table.
  mutating func attachCaptions() {
    guard count > 1 else { return }
    var result: [Block] = []
    result.reserveCapacity(count)
    for var block in self {
      if case .table(var table) = block.content, let above = result.last, case .paragraph(let inlines) = above.content,
        let caption = inlines.withoutCaptionLabel
      {
        table.caption = caption
        block.content = .table(table)
        result.removeLast()
      }
      result.append(block)
    }
    self = result
  }

  /// Removes a callout marker such as `[!NOTE]` from the start of a quotation, and returns the kind of callout; nil if
  /// there is no marker.
  mutating func removeCalloutMarker() -> Callout? {
    guard let first, case .paragraph(var inlines) = first.content, case .text(let text)? = inlines.first?.content,
      text.hasPrefix("[!"), text.hasSuffix("]"),
      let callout = Callout(rawValue: text.dropFirst(2).dropLast().uppercased())
    else { return nil }
    inlines.removeFirst()
    switch inlines.first?.content {
    case nil: removeFirst()
    case .softBreak, .lineBreak:
      inlines.removeFirst()
      self[0].content = .paragraph(inlines)
    default: return nil
    }
    return callout
  }
}

extension [Inline] {
  /// If `{decorative}` follows an image, marks the image as decorative and removes this text.
  mutating func attachDecorativeMarks() {
    guard contains(where: { if case .image = $0.content { true } else { false } }) else { return }
    let mark = "{decorative}"
    for index in indices.dropFirst() {
      guard case .text(let text) = self[index].content, text.hasPrefix(mark),
        case .image(var image) = self[index - 1].content
      else { continue }
      image.isDecorative = true
      self[index - 1].content = .image(image)
      self[index].content = .text(String(text.dropFirst(mark.count)))
      self[index].range.trimStart(by: mark.count)
    }
    removeAll { if case .text("") = $0.content { true } else { false } }
  }

  /// The caption without its label `Table :`; nil if the text has no such label.
  fileprivate var withoutCaptionLabel: [Inline]? {
    guard let first, case .text(let text) = first.content, text.hasPrefix("Table") else { return nil }
    let label = text.dropFirst(5).drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    guard label.first == ":" else { return nil }
    let rest = label.dropFirst().drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    var caption = self
    caption[0].content = .text(String(rest))
    caption[0].range.trimStart(by: text.unicodeScalars.count - rest.unicodeScalars.count)
    return caption
  }
}
