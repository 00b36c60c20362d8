import Diagnostics

/// The limits on the cost of a page for its readers: those of `site.yml`, else Trousse's defaults.
public struct Budgets: Sendable, Hashable {
  /// The measures with a limit, by their keys in `site.yml`.
  public enum Measure: String, Sendable, CaseIterable {
    /// The maximum transferred size in kilobytes (1,000 bytes), without the page's own images.
    case weight = "poids"
    /// The maximum number of requests, without those for the page's own images.
    case requests = "requetes"
    /// The maximum number of elements.
    case elements
    /// The minimum EcoIndex.
    case ecoIndex = "ecoindex"

    /// The default limit, or nil if there is none. An EcoIndex above 80 is an A.
    var usual: Int? {
      switch self {
      case .weight: 30
      case .requests: 3
      case .elements: nil
      case .ecoIndex: 81
      }
    }
  }

  /// A limit with its place in `site.yml`; a default has no place.
  public struct Limit: Sendable, Hashable {
    /// The limit: the last value that is still accepted.
    public var value: Int
    /// The place in `site.yml`.
    public var location: SourceLocation?

    /// Creates a limit.
    public init(_ value: Int, at location: SourceLocation? = nil) {
      self.value = value
      self.location = location
    }
  }

  private let written: [Measure: Limit]

  /// Creates the budgets of a site from the limits in `site.yml`.
  public init(_ written: [Measure: Limit] = [:]) { self.written = written }

  /// The limit of a measure, or nil if there is none.
  public subscript(measure: Measure) -> Limit? { written[measure] ?? measure.usual.map { Limit($0) } }
}
