import CompiledBody
import Diagnostics
import HTML
import LinkValidation
import MarkdownTree
import Toolbox

/// A Markdown text, rendered without the other files of its site. The HTML is the same as on the page of the site, with
/// two exceptions. Links keep the address that the text contains, and the content of other entries is left out.
package struct StandaloneDocument: Sendable {
  /// The HTML fragment, in UTF-8.
  package let html: [UInt8]
  /// The findings in the text.
  package let diagnostics: [Diagnostic]
  /// Keeps the tree alive, because releasing a tree of some megabytes takes longer than writing its HTML.
  private let tree: (Document, Body)

  /// Renders a text.
  /// - Parameters:
  ///   - firstLine: the line where the Markdown begins, counted from 1. The lines before this line are front matter.
  ///   - extensions: the enabled extensions of GFM.
  package init(_ source: SourceText, fromLine firstLine: Int, extensions: Set<MarkdownExtension>) {
    let dialect = MarkdownDialect(extensions: extensions, hasTrousseForms: true)
    let document = Document(
      parsing: source, fromLine: firstLine, dialect: dialect, typography: FrenchTypography(),
      containers: Directive.Name.written)
    let writer = FragmentWriter(filler: Holes(), wording: Self.wording)
    let body = Body(document)
    tree = (document, body)
    html = Array(writer.html(body.fragments).utf8)
    diagnostics = document.diagnostics
  }

  /// French words, because a document without a site has no theme with labels.
  private static let wording = FragmentWording(
    externalSite: "site externe", plannedLink: "lien à venir", notes: "Notes", note: "Note",
    backToText: "Retour au texte de la note #",
    callouts: [.note: "À noter", .tip: "Astuce", .important: "Important", .warning: "Attention", .caution: "Prudence"])

  private struct Holes: HoleFiller {
    func address(of link: Link) -> LinkAddress {
      switch LinkTarget(link.target) {
      case .placeholder, .unsupported, .incomplete, .malformed, .malformedContact, .protocolRelative: .planned
      case .web(let address): .outside(address)
      case .contact(let address): .contact(address)
      case .sameDocument, .file, .generalEdition: .inside(link.target)
      }
    }

    func file(of image: Image) -> ImageFile? {
      switch LinkTarget(image.target) {
      case .file: ImageFile(address: image.target)
      case .placeholder, .unsupported, .incomplete, .malformed, .web, .protocolRelative, .contact, .malformedContact,
        .sameDocument, .generalEdition:
        nil
      }
    }

    func html(for header: ContainerHeader, enclosing fragments: [Fragment], writer: FragmentWriter<Holes>) -> String {
      let words = header.arguments.filter { $0.key == nil }.map(\.value)
      switch Directive.Name(rawValue: header.name) {
      case .audience:
        let label = HTMLText.escape(words.joined(separator: ", "))
        return "<div class=\"audience\"><p class=\"audience-label\">\(label)</p>\n\(writer.html(fragments))</div>\n"
      case .language:
        return "<div lang=\"\(HTMLText.escape(words.first ?? ""))\">\n\(writer.html(fragments))</div>\n"
      case .advice:
        return
          "<div class=\"advice\" role=\"note\"><p class=\"advice-label\">Notre conseil</p>\n\(writer.html(fragments))</div>\n"
      case .entries, .workload, .publisher, nil:
        return "<div class=\"\(HTMLText.escape(header.name))\">\n\(writer.html(fragments))</div>\n"
      }
    }
  }
}
