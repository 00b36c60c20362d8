import Diagnostics
import Encodings
import LinkMaintenance
import Toolbox
import ExternalLinks

extension SiteGenerator {
  /// The result of a build or a check.
  public struct Report: Sendable {
    /// All findings, in reading order. If warnings stop publication, they are errors here.
    public var diagnostics: [Diagnostic] = []
    /// The texts that were read, by path.
    public var sources: [String: SourceText] = [:]
    /// The toolbox that was read; nil if none could be loaded or if nothing had to be loaded.
    public var toolbox: Toolbox?
    /// The record of links to other sites; nil if it is damaged.
    public var record: LinkRecord?
    /// The language of the site, if it could be read.
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
    /// What is to be told of the page that was asked about; nil where none was, or where nothing was published.
    public var inquiry: Inquiry?

    /// What there is to tell of a page.
    public enum Inquiry: Sendable, Hashable {
      /// What it is made from.
      case page(PageProvenance)
      /// There is no such page; the one that was probably meant.
      case unknown(nearest: String?)
    }

    /// Whether an error stops publication.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// What a build changed, and what was asked about a page, as scripts are told; nil where there is neither.
    package var changesAsJSON: JSONValue? {
      let changes = changes.isEmpty ? nil : changes.json
      var why: JSONValue?
      if case .page(let page)? = inquiry { why = page.json }
      return changes == nil && why == nil ? nil : .object(present: ["changes": changes, "why": why])
    }
  }
}
