import Diagnostics
import MarkdownTree

extension Body {
  /// Compiles a document that is empty or consists of one paragraph. Leaves out the `p` element. Therefore a template
  /// can put the text into a list or a sentence. Nil if the document has any other content.
  package init?(paragraph document: Document) {
    guard document.blocks.count <= 1 else { return nil }
    guard let block = document.blocks.first else {
      self.init(fragments: [])
      return
    }
    guard case .paragraph(let inlines) = block.content else { return nil }
    var writer = BodyWriter()
    writer.write(inlines)
    self.init(fragments: writer.finish())
  }

  /// A copy of this body. The function converts the source range of each link and each image.
  package func moved(_ place: (SourceRange) -> SourceRange) -> Body {
    Body(fragments: fragments.map { $0.moved(place) })
  }
}

extension Fragment {
  fileprivate func moved(_ place: (SourceRange) -> SourceRange) -> Fragment {
    switch self {
    case .link(var link, let inner):
      link.targetRange = place(link.targetRange)
      return .link(link, inner.map { $0.moved(place) })
    case .image(var image):
      image.targetRange = place(image.targetRange)
      return .image(image)
    case .figure(var image):
      image.targetRange = place(image.targetRange)
      return .figure(image)
    case .html, .anchor, .heading, .calloutTitle, .container, .footnoteReference, .footnotes: return self
    }
  }
}
