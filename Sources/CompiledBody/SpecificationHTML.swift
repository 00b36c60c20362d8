import Diagnostics
import MarkdownTree

/// Renders the HTML that the CommonMark and GFM specifications define.
package enum SpecificationHTML {
  /// Renders a text without the additions of Trousse.
  ///
  /// - Returns: the HTML in UTF-8, and the diagnostics, such as a limit that was reached.
  package static func render(
    _ source: SourceText, extensions: Set<MarkdownExtension>
  ) -> (html: [UInt8], diagnostics: [Diagnostic]) {
    var reader = CmarkReader(source: source, firstLine: 1, dialect: .specification(extensions))
    let blocks = reader.read()
    return (SpecificationWriter.html(of: blocks, filtersTags: extensions.contains(.tagfilter)), reader.diagnostics.all)
  }
}
