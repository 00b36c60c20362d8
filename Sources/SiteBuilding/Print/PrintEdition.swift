import Diagnostics
import Engine
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
  /// - Parameter site: the generator of the site.
  static func all(of site: SiteGenerator, _ asker: Asker) -> [PrintEdition] {
    guard let material = asker.value(MaterialTopic.self) else { return [] }
    let toolbox = material.toolbox
    let editions = ([nil] + toolbox.editions.map(Optional.some)).filter { edition in
      material.plan.pages.contains { $0.key == .print(edition: edition?.id) }
    }
    let documents = asker.ask(
      all: editions.map { About<PageTopic>(document: .print(edition: $0?.id), of: toolbox.site.url) }
    ).map(\.value.file)
    let resources = site.files(asker).files.filter { $0.role == .resource }
      .map { StagedFile(path: $0.path, bytes: site.bytes(of: $0, asker), role: .resource) }
    let byPath = Dictionary(resources.map { ($0.path, $0) }) { first, _ in first }
    let verifier = PageVerifier(resources + documents)
    let slug = Slug.make(toolbox.site.title)
    return zip(editions, documents).map { edition, document in
      let name = edition?.id ?? generalName
      let own = edition?.title ?? material.wording(.generalEdition)
      return PrintEdition(
        name: name, title: "\(own) – \(toolbox.site.title)", fileName: slug.isEmpty ? name : "\(slug)-\(name)",
        page: document.path,
        files: [document] + verifier.loaded(with: document.path).compactMap { byPath[$0.path] })
    }
  }
}
