import Diagnostics
import HTML
import MarkdownTree
import PageRendering
import SitePlanning
import SiteVerification
import Toolbox

/// An edition to print. It consists of the print page, rendered as a document outside the site, and of the files that
/// this page loads.
package struct PrintEdition: Sendable {
  /// The name of the general edition, which is also the name of its folder.
  package static let generalName = EntryKind.chapter.folder

  /// The id of a tailored edition, or ``generalName`` for the general edition.
  package var name: String
  /// The title of the document.
  package var title: String
  /// The name of the PDF file to create, without extension.
  package var fileName: String
  /// The path of the print page in the folder that contains ``files``.
  package var page: String
  /// The page and the files that it loads.
  package var files: [StagedFile]

  /// Renders the print editions of a toolbox, the general edition first.
  ///
  /// - Parameters:
  ///   - renderer: renders the pages.
  ///   - files: all files of the site.
  package static func all(by renderer: SiteRenderer, with files: [StagedFile]) -> [PrintEdition] {
    let (toolbox, plan) = (renderer.material.toolbox, renderer.material.plan)
    let pages = ([nil] + toolbox.editions.map(Optional.some)).compactMap { edition in
      plan.pages.first { $0.key == .print(edition: edition?.id) }.map { (edition, $0) }
    }
    let documents = concurrentMap(pages) { renderer.document(of: $1) }
    let verifier = PageVerifier(files.filter { $0.role == .resource } + documents)
    let slug = Slug.make(toolbox.site.title)
    return zip(pages, documents).map { page, document in
      let name = page.0?.id ?? generalName
      let own = page.0?.title ?? renderer.material.wording(.generalEdition)
      return PrintEdition(
        name: name, title: "\(own) – \(toolbox.site.title)", fileName: slug.isEmpty ? name : "\(slug)-\(name)",
        page: document.path,
        files: [document] + verifier.loaded(with: document.path))
    }
  }
}
