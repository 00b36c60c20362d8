/// What an accompaniment type asks of whoever accompanies, in hours.
public struct Workload: Sendable, Hashable {
  /// Whether the figure counts the preparation phase.
  public enum Preparation: Sendable, Hashable {
    /// It does.
    case included
    /// It takes so many hours more.
    case additional(hours: Double)
  }

  /// An effort a week, as written and in hours.
  public struct WeeklyEffort: Sendable, Hashable {
    /// As written: `3 heures`, `1 journée`.
    public var text: String
    /// In hours; a day is 7 hours.
    public var hours: Double

    /// Creates a weekly effort.
    public init(text: String, hours: Double) {
      self.text = text
      self.hours = hours
    }
  }

  /// Hours in a working day, as the content model has it.
  public static let hoursPerDay = 7.0
  /// Hours in a full-time week: the legal one in France (Code du travail, article L3121-27).
  public static let fullTimeHoursPerWeek = 35.0

  /// For one local authority, over the whole time.
  public var hours: Double
  /// On average, a week.
  public var perWeek: WeeklyEffort
  /// Over how many weeks.
  public var weeks: Int
  /// Whether preparation is counted in.
  public var preparation: Preparation?
  /// On how many arrangements the figure rests.
  public var base: Int?
  /// The reserve that goes with the figure wherever it is shown.
  public var caution: String?

  /// Creates a workload.
  public init(
    hours: Double, perWeek: WeeklyEffort, weeks: Int, preparation: Preparation?, base: Int?, caution: String?
  ) {
    self.hours = hours
    self.perWeek = perWeek
    self.weeks = weeks
    self.preparation = preparation
    self.base = base
    self.caution = caution
  }

  /// What several authorities ask. It only multiplies: nothing is known of what they would share.
  public struct Projection: Sendable, Hashable {
    /// How many local authorities.
    public var authorities: Int
    /// Hours over the whole time.
    public var hours: Double
    /// Hours a week.
    public var hoursPerWeek: Double
    /// The share of a full-time post, from 0 to 1 and above.
    public var fullTimeShare: Double
  }

  /// The workload for several authorities at once.
  public func projection(authorities: Int) -> Projection {
    let total = hours * Double(authorities)
    let weekly = weeks > 0 ? total / Double(weeks) : 0
    return Projection(
      authorities: authorities, hours: total, hoursPerWeek: weekly,
      fullTimeShare: weekly / Self.fullTimeHoursPerWeek)
  }

  /// By how much the hours divided by the weeks differ from what is said of a week, as a share of the latter.
  public var weeklyDeviation: Double {
    guard weeks > 0, perWeek.hours > 0 else { return 0 }
    return abs(hours / Double(weeks) - perWeek.hours) / perWeek.hours
  }

  /// The deviation that the averages of a field study allow.
  public static let acceptedDeviation = 0.25

  /// Whether the figures agree. What is exactly at the limit is accepted, however its division is rounded.
  public var isCoherent: Bool { weeklyDeviation <= Self.acceptedDeviation + 1e-9 }
}
