import Diagnostics

/// The limits on the cost of loading a page. Each limit comes from `site.yml` or is Trousse's default.
package struct Budgets: Sendable, Hashable {
  /// The measures that can have a limit. The raw value is the key in `site.yml`.
  package enum Measure: String, Sendable, CaseIterable {
    /// The maximum transferred size in kilobytes (1,000 bytes). Images that an editor placed on the page do not count.
    case weight = "poids"
    /// The maximum number of requests. Requests for images that an editor placed on the page do not count.
    case requests = "requetes"
    /// The maximum number of HTML elements.
    case elements
    /// The minimum EcoIndex, a score from 0 to 100.
    case ecoIndex = "ecoindex"

    /// The default limit; nil if the measure has no default limit. The default EcoIndex is 81, because grade A begins
    /// above 80.
    var usual: Int? {
      switch self {
      case .weight: 30
      case .requests: 3
      case .elements: nil
      case .ecoIndex: 81
      }
    }
  }

  /// A limit on a measure.
  package struct Limit: Sendable, Hashable {
    /// The minimum accepted value for the EcoIndex; the maximum accepted value for all other measures.
    package var value: Int
    /// The place of the limit in `site.yml`; nil for a default limit.
    package var location: SourceLocation?

    /// Creates a limit.
    package init(_ value: Int, at location: SourceLocation? = nil) {
      self.value = value
      self.location = location
    }
  }

  private let written: [Measure: Limit]

  /// Creates the budgets of a site from the limits in `site.yml`.
  package init(_ written: [Measure: Limit] = [:]) { self.written = written }

  /// The limit of a measure; nil if the measure has no limit.
  package subscript(measure: Measure) -> Limit? { written[measure] ?? measure.usual.map { Limit($0) } }
}
