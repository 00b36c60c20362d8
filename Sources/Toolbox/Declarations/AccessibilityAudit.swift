import Diagnostics

/// An audit against the RGAA.
public struct AccessibilityAudit: Sendable {
  /// How many criteria were found in each state.
  public struct Counts: Sendable, Hashable {
    /// Met.
    public var met: Int
    /// Not met.
    public var unmet: Int
    /// Of no concern to the site.
    public var notApplicable: Int

    /// Creates counts.
    public init(met: Int, unmet: Int, notApplicable: Int) {
      self.met = met
      self.unmet = unmet
      self.notApplicable = notApplicable
    }

    /// How many criteria that is.
    public var total: Int { met + unmet + notApplicable }
  }

  /// What was found: counts, a share of the criteria that apply, from 0 to 100, or both.
  public enum Result: Sendable, Hashable {
    /// Counts, and the share where it is written too.
    case counts(Counts, rate: Double?)
    /// The share alone.
    case rate(Double)
  }

  /// When it was made: a year, a month or a day, ISO.
  public var date: String
  /// Who made it.
  public var auditor: DeclaredText
  /// The version of the RGAA: `4.1.2`.
  public var version: String
  /// What was found.
  public var result: Result
  /// Where each of its keys stands.
  public var places: [String: SourceLocation]

  /// The version of the RGAA in force, and its day: 18 April 2023.
  public static let currentVersion = (name: "4.1.2", published: "2023-04-18")
  /// How many criteria the RGAA has, in all its versions 4.
  public static let criteria = 106

  /// Creates an audit.
  public init(
    date: String, auditor: DeclaredText, version: String, result: Result, places: [String: SourceLocation]
  ) {
    self.date = date
    self.auditor = auditor
    self.version = version
    self.result = result
    self.places = places
  }

  /// The share of the criteria that apply and are met, from 0 to 100.
  public var rate: Double {
    switch result {
    case .rate(let rate): rate
    case .counts(let counts, _): counts.rate
    }
  }

  /// Whether the audit is of an earlier version than the one in force.
  private var isOfFormerVersion: Bool {
    let (own, current) = (Self.numbers(version), Self.numbers(Self.currentVersion.name))
    return own.lexicographicallyPrecedes(current)
  }

  private static func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }

  /// Whether a declaration made on a day may still rest on it: for 3 years, and for 18 months after a new version of the
  /// RGAA (décret n° 2019-768, article 5).
  func isValid(on day: CalendarDay?) -> Bool {
    guard let day, let made = CalendarDay(iso: date) else { return true }
    if made.adding(months: 36) < day { return false }
    guard isOfFormerVersion, let published = CalendarDay(iso: Self.currentVersion.published) else { return true }
    return !(published.adding(months: 18) < day)
  }
}

extension AccessibilityAudit.Counts {
  /// The share of the criteria that apply and are met, from 0 to 100; nothing where none applies.
  public var rate: Double { met + unmet > 0 ? 100 * Double(met) / Double(met + unmet) : 0 }
}
