/// What an accompaniment type asks of the body that accompanies, as the source gives it.
///
/// Nothing here divides the source's figures: the preparation comes besides the weeks, without a length, so that hours
/// divided by weeks are nobody's rhythm. Several authorities multiply what one asks.
public struct Workload: Sendable, Hashable {
  /// Whether the figure counts the preparation phase.
  public enum Preparation: Sendable, Hashable {
    /// It does.
    case included
    /// It takes so many hours more.
    case additional(hours: Double)
  }

  /// What a weekly effort is counted in.
  public enum Unit: Sendable, Hashable {
    /// Hours.
    case hour
    /// Working days.
    case day

    /// Hours in one of them; in a working day, as the content model has it.
    var hours: Double {
      switch self {
      case .hour: 1
      case .day: 7
      }
    }
  }

  /// An effort a week, in the source's own unit.
  public struct WeeklyEffort: Sendable, Hashable {
    /// How many of the unit.
    public var amount: Double
    /// The unit.
    public var unit: Unit

    /// Creates a weekly effort.
    public init(_ amount: Double, _ unit: Unit) {
      self.amount = amount
      self.unit = unit
    }

    /// In hours, to compare it with the total; readers see the source's unit.
    public var hours: Double { amount * unit.hours }
  }

  /// What the figure rests on, in the source's own unit: 2 `dispositifs`, 1 `organisme`.
  public struct Base: Sendable, Hashable {
    /// How many.
    public var count: Int
    /// Of what, as it is written behind the number.
    public var unit: String

    /// Creates a base.
    public init(count: Int, unit: String) {
      self.count = count
      self.unit = unit
    }
  }

  /// In hours, for one local authority, over the whole time.
  public var hours: Double
  /// Whether the source gives the hours as a rough figure: `environ 50`.
  public var isApproximate: Bool
  /// Whose hours they are, as it is said behind them: `de l’organisme mutualisateur`.
  public var whose: String?
  /// On average, a week.
  public var perWeek: WeeklyEffort
  /// Over how many weeks.
  public var weeks: Int
  /// Whether preparation is counted in.
  public var preparation: Preparation?
  /// What the source calls the preparation, as a sentence goes on: `la phase de sécurisation de prérequis`.
  public var phase: String?
  /// On what the figure rests.
  public var base: Base?
  /// The reserve that goes with the figure wherever it is shown.
  public var caution: String?

  /// Creates a workload.
  public init(
    hours: Double, isApproximate: Bool = false, whose: String? = nil, perWeek: WeeklyEffort, weeks: Int,
    preparation: Preparation?, phase: String? = nil, base: Base?, caution: String?
  ) {
    self.hours = hours
    self.isApproximate = isApproximate
    self.whose = whose
    self.perWeek = perWeek
    self.weeks = weeks
    self.preparation = preparation
    self.phase = phase
    self.base = base
    self.caution = caution
  }

  /// The workload for several authorities at once: the total and the weekly rhythm, each by their number. Nothing is known
  /// of what they would share.
  public func multiplied(by authorities: Int) -> Workload {
    var result = self
    result.hours *= Double(authorities)
    result.perWeek.amount *= Double(authorities)
    return result
  }

  /// What the weekly rhythm amounts to over the weeks, in hours.
  var hoursOverWeeks: Double { perWeek.hours * Double(weeks) }

  /// The hours that the rhythm over the weeks may amount to for the figures to agree: at least three quarters of the total,
  /// since both are rounded averages of a field study; at most the total where it counts the preparation in, a quarter more
  /// where it does not say so.
  var acceptedHoursOverWeeks: ClosedRange<Double> {
    0.75 * hours...(preparation == .included ? hours : 1.25 * hours)
  }

  /// Whether the figures agree. What is exactly at a limit is accepted, however its product is rounded.
  var isCoherent: Bool {
    guard hours > 0, weeks > 0, perWeek.hours > 0 else { return true }
    let accepted = acceptedHoursOverWeeks
    return hoursOverWeeks >= accepted.lowerBound - 1e-9 && hoursOverWeeks <= accepted.upperBound + 1e-9
  }
}
