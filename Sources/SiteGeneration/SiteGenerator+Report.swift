import Diagnostics
import Encodings
import LinkMaintenance
import Toolbox
import ExternalLinks

extension SiteGenerator {
  /// The result of a build or a check.
  public struct Report: Sendable {
    /// All findings, in reading order. If warnings stop publication, they have the severity of errors here.
    public var diagnostics: [Diagnostic] = []
    /// Maps the path of each text that was read to its content.
    public var sources: [String: SourceText] = [:]
    /// The toolbox that was read; nil if none could be loaded or if nothing had to be loaded.
    public var toolbox: Toolbox?
    /// The record of links to other sites; nil if it is damaged or was not read.
    public var record: LinkRecord?
    /// The language of the site; nil if it could not be read.
    public var siteLanguage: String?
    /// The cost of loading each page; empty if pages could not be rendered.
    public var measures: [PageMeasure] = []
    /// How many pages the site has.
    public var pages = 0
    /// How many tailored editions the site has.
    public var editions = 0
    /// How many links were checked, in the content and in the pages.
    public var links = 0
    /// How many links have no target yet.
    public var placeholders = 0
    /// How many facts are still to be filled in.
    public var toComplete = 0
    /// How many files were written; nil if nothing was published.
    public var written: Int?
    /// How many files were removed.
    public var removed = 0
    /// The changes that a reader of the site can see.
    public var changes = SiteChanges()
    /// The explanation of ``Options/explainedPage``; nil if no page was requested or if nothing was published.
    public var inquiry: Inquiry?

    /// The answer to a request to explain a page.
    public enum Inquiry: Sendable, Hashable {
      /// The sources of the page.
      case page(PageProvenance)
      /// The site has no such page. `nearest` is the most similar path, if any.
      case unknown(nearest: String?)
    }

    /// Whether an error stops publication.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The changes and the explanation of a page, as JSON for scripts; nil if there are neither.
    package var changesAsJSON: JSONValue? {
      let changes = changes.isEmpty ? nil : changes.json
      var why: JSONValue?
      if case .page(let page)? = inquiry { why = page.json }
      return changes == nil && why == nil ? nil : .object(present: ["changes": changes, "why": why])
    }
  }
}
