import Diagnostics
import Foundation
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
    /// The explanation of the page that the options name; nil if they name none, or if nothing was published.
    public var explanation: Explanation?

    /// The explanation of a page.
    public enum Explanation: Sendable, Hashable {
      /// The sources of the page.
      case page(PageExplanation)
      /// The site has no such page; the nearest path, if there is one.
      case unknown(nearest: String?)
    }

    /// Whether an error stops publication.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The changes and the explained page as a JSON object on one line; nil if there is neither.
    public var changesAsJSON: String? {
      struct Told: Encodable {
        var changes: SiteChanges?
        var why: PageExplanation?
      }
      var told = Told(changes: changes.isEmpty ? nil : changes)
      if case .page(let page)? = explanation { told.why = page }
      guard told.changes != nil || told.why != nil else { return nil }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(told)).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
