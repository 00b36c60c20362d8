/// The workload that an accompaniment type causes for the accompanying organisation. The figures come from the source.
///
/// No function divides the hours by the weeks. The result would not be a weekly effort, because the preparation adds
/// hours but no weeks. For several local authorities, the figures are multiplied.
package struct Workload: Sendable, Hashable {
  /// Whether the hours include the preparation phase.
  package enum Preparation: Sendable, Hashable {
    /// The hours include the preparation.
    case included
    /// The preparation takes this number of additional hours.
    case additional(hours: Double)
  }

  /// The unit of a weekly effort.
  package enum Unit: Sendable, Hashable {
    /// Hours.
    case hour
    /// Working days.
    case day

    /// The number of hours in one unit; the content model sets a working day to 7 hours.
    package var hours: Double {
      switch self {
      case .hour: 1
      case .day: 7
      }
    }
  }

  /// A weekly effort, in the unit that the source uses.
  package struct WeeklyEffort: Sendable, Hashable {
    /// The number of units.
    package var amount: Double
    /// The unit.
    package var unit: Unit

    /// Creates a weekly effort.
    package init(_ amount: Double, _ unit: Unit) {
      self.amount = amount
      self.unit = unit
    }

    /// The effort in hours, for the comparison with the total. Readers see the effort in the unit that the source uses.
    package var hours: Double { amount * unit.hours }
  }

  /// The number of cases on which the figures are based, in the unit that the source uses. Examples: `2 dispositifs`,
  /// `1 organisme`.
  package struct Base: Sendable, Hashable {
    /// The number of units.
    package var count: Int
    /// The unit, as it is written after the number.
    package var unit: String

    /// Creates a base.
    package init(count: Int, unit: String) {
      self.count = count
      self.unit = unit
    }
  }

  /// The total hours, for one local authority.
  package var hours: Double
  /// Whether the source gives the hours as approximate. Example: `environ 50`.
  package var isApproximate: Bool
  /// The organisation that spends the hours, in the words that follow the figure. Example:
  /// `de l’organisme mutualisateur`.
  package var whose: String?
  /// The average weekly effort.
  package var perWeek: WeeklyEffort
  /// The number of weeks.
  package var weeks: Int
  /// Whether the hours include the preparation phase; nil if the source does not give this information.
  package var preparation: Preparation?
  /// The name that the source gives to the preparation, in a form that fits inside a sentence. Example:
  /// `la phase de sécurisation de prérequis`.
  package var phase: String?
  /// The number of cases on which the figures are based.
  package var base: Base?
  /// The warning that pages show with the figures.
  package var caution: String?

  /// Creates a workload.
  package init(
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

  /// The workload for several authorities at once. The source reports no time savings for several authorities.
  /// Therefore the total and the weekly effort are multiplied by the number of authorities.
  package func multiplied(by authorities: Int) -> Workload {
    var result = self
    result.hours *= Double(authorities)
    result.perWeek.amount *= Double(authorities)
    return result
  }

  /// The weekly effort multiplied by the weeks, in hours.
  var hoursOverWeeks: Double { perWeek.hours * Double(weeks) }

  /// The accepted range of ``hoursOverWeeks``. This is a range and not one number, because the figures are rounded
  /// averages of a field study. The lower bound is three quarters of the total. If the total includes the preparation,
  /// the upper bound is the total. If not, the upper bound is a quarter more than the total.
  var acceptedHoursOverWeeks: ClosedRange<Double> {
    0.75 * hours...(preparation == .included ? hours : 1.25 * hours)
  }

  /// Whether ``hoursOverWeeks`` is in the accepted range; true if a figure is zero or less. If the product equals a
  /// bound, rounding can move the product just outside the range. Therefore the two bounds have a small tolerance.
  var isCoherent: Bool {
    guard hours > 0, weeks > 0, perWeek.hours > 0 else { return true }
    let accepted = acceptedHoursOverWeeks
    return hoursOverWeeks >= accepted.lowerBound - 1e-9 && hoursOverWeeks <= accepted.upperBound + 1e-9
  }
}
