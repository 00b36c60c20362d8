import MarkdownTree

extension Body {
  /// The body without its words: links, images, headings, anchors, containers and footnotes. Checks of the content read
  /// only this part. Where words decide whether a container is empty, a mark stands for them.
  package var outline: Body { Body(fragments: fragments.outline(isInContainer: false)) }

  /// Stands for words of a container in an outline.
  static let wordsMark = [UInt8(ascii: "x")]
}

extension [Fragment] {
  fileprivate func outline(isInContainer: Bool) -> [Fragment] {
    compactMap { fragment in
      switch fragment {
      case .html(let bytes):
        isInContainer ? .html(bytes.contains { $0 > 0x20 } ? Body.wordsMark : []) : nil
      case .link(let link, let inner): .link(link, inner.outline(isInContainer: isInContainer))
      case .heading(let heading, let inner): .heading(heading, inner.outline(isInContainer: isInContainer))
      case .container(let header, let inner): .container(header, inner.outline(isInContainer: true))
      case .footnotes(let notes):
        .footnotes(
          notes.map { Fragment.Footnote(number: $0.number, body: $0.body.outline(isInContainer: isInContainer)) })
      case .anchor, .image, .figure, .calloutTitle, .footnoteReference: fragment
      }
    }
  }
}
