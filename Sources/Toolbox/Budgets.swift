import Diagnostics

/// What a page may cost those who load it: the limits of `site.yml`, and Trousse's own where it says nothing.
public struct Budgets: Sendable, Hashable {
  /// What has a limit, by its key in `site.yml`.
  public enum Measure: String, Sendable, CaseIterable {
    /// What is transferred beside the page's own pictures, in thousands of bytes, at most.
    case weight = "poids"
    /// Requests beside those for the page's own pictures, at most.
    case requests = "requetes"
    /// Elements, at most.
    case elements
    /// EcoIndex, at least.
    case ecoIndex = "ecoindex"

    /// The limit where `site.yml` says nothing; nil where there is none. An EcoIndex above 80 is an A.
    var usual: Int? {
      switch self {
      case .weight: 30
      case .requests: 3
      case .elements: nil
      case .ecoIndex: 81
      }
    }
  }

  /// A limit, and where it is written: nowhere for Trousse's own.
  public struct Limit: Sendable, Hashable {
    /// The last value that keeps it.
    public var value: Int
    /// Where it is written.
    public var location: SourceLocation?

    /// Creates a limit.
    public init(_ value: Int, at location: SourceLocation? = nil) {
      self.value = value
      self.location = location
    }
  }

  private let written: [Measure: Limit]

  /// Creates the budgets of a site from those that it writes.
  public init(_ written: [Measure: Limit] = [:]) { self.written = written }

  /// The limit of a measure, or nil where there is none.
  public subscript(measure: Measure) -> Limit? { written[measure] ?? measure.usual.map { Limit($0) } }
}
