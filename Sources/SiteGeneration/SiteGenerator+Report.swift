import Diagnostics
import Encodings
import LinkMaintenance
import Toolbox
import ExternalLinks

extension SiteGenerator {
  /// What came of it.
  public struct Report: Sendable {
    /// Everything that was found, in reading order. Where warnings stop publication they are errors.
    public var diagnostics: [Diagnostic] = []
    /// The texts that were read, by path.
    public var sources: [String: SourceText] = [:]
    /// What was read, if there is anything to speak of.
    public var toolbox: Toolbox?
    /// What is known of links to other sites; nil where the record is damaged.
    public var record: LinkRecord?
    /// The language of the site, if it could be read.
    public var siteLanguage: String?
    /// What loading each page costs; empty where pages could not be made.
    public var measures: [PageMeasure] = []
    /// How many pages the site has.
    public var pages = 0
    /// How many tailored editions it has.
    public var editions = 0
    /// How many links were checked, in the content and in the pages.
    public var links = 0
    /// How many links still lead nowhere.
    public var placeholders = 0
    /// How many facts are still to be filled in.
    public var toComplete = 0
    /// How many files were written; nil where nothing was published.
    public var written: Int?
    /// How many files were removed.
    public var removed = 0
    /// What a reader of the site finds changed.
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

    /// Whether something stops publication.
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
