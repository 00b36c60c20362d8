/// A criterion of the RGESN, version 2024 (Arcep, Arcom, ADEME and others, 17 May 2024).
public struct EcodesignCriterion: Sendable, Hashable {
  /// How much it counts.
  public enum Priority: String, Sendable, CaseIterable {
    /// Before all others.
    case high = "prioritaire"
    /// Recommended.
    case medium = "recommandé"
    /// Of less effect.
    case low = "modéré"

    /// Its weight in the score.
    public var weight: Double {
      switch self {
      case .high: 1.5
      case .medium: 1.25
      case .low: 1
      }
    }
  }

  /// The part of the RGESN that it belongs to, from 1.
  public var topic: Int
  /// Its number in that part, from 1.
  public var number: Int
  /// How much it counts.
  public var priority: Priority
  /// What it is about, in few words and in French; the RGESN asks it as a question.
  public var title: String

  /// Its number: `4.10`.
  public var id: String { "\(topic).\(number)" }

  /// The version of the RGESN that is known here.
  public static let version = "2024"

  /// The names of the parts, in order.
  public static let topics = [
    "Stratégie", "Spécifications", "Architecture", "Expérience et interface", "Contenus", "Frontend", "Backend",
    "Hébergement", "Algorithmie",
  ]

  /// The criterion of a number, or nil.
  public static func named(_ id: String) -> EcodesignCriterion? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
