/// A criterion of the RGESN, version 2024 (Arcep, Arcom, ADEME and others, 17 May 2024).
package struct EcodesignCriterion: Sendable, Hashable {
  /// The priority of a criterion.
  package enum Priority: String, Sendable, CaseIterable {
    /// High priority.
    case high = "prioritaire"
    /// Recommended.
    case medium = "recommandé"
    /// Moderate.
    case low = "modéré"

    /// The weight in the score.
    package var weight: Double {
      switch self {
      case .high: 1.5
      case .medium: 1.25
      case .low: 1
      }
    }
  }

  /// The number of the topic in the RGESN, from 1.
  package var topic: Int
  /// The number of the criterion in its topic, from 1.
  package var number: Int
  /// The priority.
  package var priority: Priority

  /// The full number. Example: `4.10`.
  package var id: String { "\(topic).\(number)" }

  /// The version of the RGESN that contains these criteria.
  package static let version = "2024"

  /// The criterion with a full number, such as `4.10`, or nil if there is none.
  package static func named(_ id: String) -> EcodesignCriterion? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
