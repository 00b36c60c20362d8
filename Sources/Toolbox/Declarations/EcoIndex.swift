/// The EcoIndex of a page: a score from 0 (worst) to 100 (best). The page has three ranks among half a million measured
/// pages: for its elements, its requests and its weight. The score is computed from these ranks.
///
/// The formula and the tables come from the reference implementation: `ecoindex_reference.json` in
/// cnumr/ecoindex_reference and `compute/ecoindex.py` in cnumr/ecoindex_python_fullstack.
package struct EcoIndex: Sendable, Hashable {
  /// A letter for a range of scores.
  package enum Grade: String, Sendable, CaseIterable {
    /// Above 80.
    case a = "A"
    /// Above 70.
    case b = "B"
    /// Above 55.
    case c = "C"
    /// Above 40.
    case d = "D"
    /// Above 25.
    case e = "E"
    /// Above 10.
    case f = "F"
    /// 10 and below.
    case g = "G"

    /// The number that all scores of this grade exceed; nil for the lowest grade.
    var floor: Int? {
      switch self {
      case .a: 80
      case .b: 70
      case .c: 55
      case .d: 40
      case .e: 25
      case .f: 10
      case .g: nil
      }
    }

    init(_ score: Int) { self = Self.allCases.first { score > $0.floor ?? .min } ?? .g }
  }

  /// The measures that make up a score.
  package enum Part: Sendable { case elements, requests, weight }

  /// The score.
  package let score: Int
  /// The grade of the score.
  package let grade: Grade
  /// The measure that lowers the score most.
  package let heaviest: Part

  /// Computes the score of a page.
  ///
  /// - Parameters:
  ///   - elements: the number of elements. Elements inside SVG drawings do not count.
  ///   - requests: the number of requests, including the request for the page itself.
  ///   - bytes: the number of bytes that the requests transfer.
  package init(elements: Int, requests: Int, bytes: Int) {
    let parts: [(part: Part, cost: Double)] = [
      (.elements, 3 * Self.quantile(of: Double(elements), in: Self.elementQuantiles)),
      (.requests, 2 * Self.quantile(of: Double(requests), in: Self.requestQuantiles)),
      (.weight, Self.quantile(of: Double(bytes) / 1000, in: Self.weightQuantiles)),
    ]
    let cost = parts.reduce(0) { $0 + $1.cost }
    score = Int((100 - 5 * cost / 6).rounded(.toNearestOrEven))
    grade = Grade(score)
    heaviest = parts.max { $0.cost < $1.cost }?.part ?? .elements
  }

  /// The rank of a value among the measured pages, from 0 to 20. Between two limits, the rank is interpolated linearly.
  private static func quantile(of value: Double, in limits: [Double]) -> Double {
    for (rank, (low, high)) in zip(limits, limits.dropFirst()).enumerated() where value < high {
      return Double(rank) + (value - low) / (high - low)
    }
    return Double(limits.count - 1)
  }

  private static let elementQuantiles: [Double] = [
    0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594_601,
  ]
  private static let requestQuantiles: [Double] = [
    0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
  ]
  private static let weightQuantiles: [Double] = [
    0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06,
    2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
  ]
}
