import Diagnostics
import Encodings
import ExternalLinks
import LinkMaintenance
import SiteAudit
import SitePublication
import Toolbox

extension SiteGenerator {
  /// The result of a build or a check.
  package struct Report: Sendable {
    /// All findings, in reading order. If ``Options/isStrict`` is set, warnings have the severity of an error.
    package var diagnostics: [Diagnostic] = []
    /// The texts to which findings refer and, in the report of a check, all texts. The key is the path of the file.
    package var sources: [String: SourceText] = [:]
    /// The toolbox; nil if loading failed, and in the report of a build.
    package var toolbox: Toolbox?
    /// The record of the links to other sites; nil if the record is damaged or was not read.
    package var record: LinkRecord?
    /// The language of the site; nil if the language could not be read.
    package var siteLanguage: String?
    /// The cost of loading each page; empty if pages could not be rendered.
    package var measures: [PageMeasure] = []
    /// The number of pages of the site.
    package var pages = 0
    /// The number of tailored editions of the site.
    package var editions = 0
    /// The number of links that were checked, in the content and in the pages.
    package var links = 0
    /// The number of links that have no target yet.
    package var placeholders = 0
    /// The number of facts that an editor still has to fill in.
    package var toComplete = 0
    /// The number of files that were written; nil if nothing was published.
    package var written: Int?
    /// How many answers of each kind were computed. A question of the kind `page` renders a page.
    package var computed: [String: Int] = [:]
    /// The number of files that were removed.
    package var removed = 0
    /// The changes that a reader of the site can see.
    package var changes = SiteChanges()
    /// The explanation of ``Options/explainedPage``; nil if no page was requested or if an error stopped publication.
    package var inquiry: Inquiry?

    /// The answer to a request to explain a page.
    package enum Inquiry: Sendable, Hashable {
      /// The sources of the page.
      case page(PageProvenance)
      /// The site has no page at the requested path. `nearest` is the most similar path; nil if no path is similar.
      case unknown(nearest: String?)
    }

    /// Whether an error stops publication.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// A JSON object for scripts: the changes, and why the page that the user asked about was rebuilt (`--why`). Nil if
    /// nothing changed and the user asked about no page.
    package var changesAsJSON: JSONValue? {
      let changes = changes.isEmpty ? nil : changes.json
      var why: JSONValue?
      if case .page(let page)? = inquiry { why = page.json }
      return changes == nil && why == nil ? nil : .object(present: ["changes": changes, "why": why])
    }
  }
}
