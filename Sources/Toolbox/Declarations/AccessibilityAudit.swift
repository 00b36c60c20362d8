import Diagnostics

/// An audit against the RGAA.
package struct AccessibilityAudit: Sendable {
  /// The number of criteria with each result.
  package struct Counts: Sendable, Hashable {
    /// Criteria that are met.
    package var met: Int
    /// Criteria that are not met.
    package var unmet: Int
    /// Criteria that do not apply to the site.
    package var notApplicable: Int

    /// Creates counts.
    package init(met: Int, unmet: Int, notApplicable: Int) {
      self.met = met
      self.unmet = unmet
      self.notApplicable = notApplicable
    }

    /// The total number of criteria.
    package var total: Int { met + unmet + notApplicable }
  }

  /// The result of an audit: counts, or a rate, or counts and a rate. The rate is the percentage of applicable criteria
  /// that are met.
  package enum Result: Sendable, Hashable {
    /// Counts. The rate is nil if the declaration gives only counts.
    case counts(Counts, rate: Double?)
    /// Only the rate.
    case rate(Double)
  }

  /// The date of the audit: an ISO year, month or day.
  package var date: String
  /// The auditor.
  package var auditor: DeclaredText
  /// The version of the RGAA. Example: `4.1.2`.
  package var version: String
  /// The result.
  package var result: Result
  /// The place of each value of the audit. The dictionary has the same keys as the audit in the file.
  package var places: [String: SourceLocation]

  /// The version of the RGAA that is in force. This version was published on 18 April 2023.
  package static let currentVersion = (name: "4.1.2", published: "2023-04-18")
  /// The number of criteria in the RGAA. This number is the same in all versions 4.x.
  package static let criteria = 106

  /// Creates an audit.
  package init(
    date: String, auditor: DeclaredText, version: String, result: Result, places: [String: SourceLocation]
  ) {
    self.date = date
    self.auditor = auditor
    self.version = version
    self.result = result
    self.places = places
  }

  /// The percentage of applicable criteria that are met, from 0 to 100.
  package var rate: Double {
    switch result {
    case .rate(let rate): rate
    case .counts(let counts, _): counts.rate
    }
  }

  /// Whether the audit used a version of the RGAA that is older than the version in force.
  private var isOfFormerVersion: Bool {
    let (own, current) = (Self.numbers(version), Self.numbers(Self.currentVersion.name))
    return own.lexicographicallyPrecedes(current)
  }

  private static func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }

  /// Whether the audit is valid on the given day. True if `day` is nil, or if the date of the audit is unknown. An
  /// audit is valid for 3 years. An audit against an older version of the RGAA is valid for at most 18 months after the
  /// publication of the version in force (décret n° 2019-768, article 5).
  func isValid(on day: CalendarDay?) -> Bool {
    guard let day, let made = CalendarDay(iso: date) else { return true }
    if made.adding(months: 36) < day { return false }
    guard isOfFormerVersion, let published = CalendarDay(iso: Self.currentVersion.published) else { return true }
    return !(published.adding(months: 18) < day)
  }
}

extension AccessibilityAudit.Counts {
  /// The percentage of applicable criteria that are met, from 0 to 100; 0 if no criterion applies.
  package var rate: Double { met + unmet > 0 ? 100 * Double(met) / Double(met + unmet) : 0 }
}
