/// The degree of conformity to the RGAA, in the three terms of the law (décret n° 2019-768, article 5).
package enum Conformity: Sendable, Hashable, CaseIterable {
  /// Less than half of the applicable criteria are met, or there is no valid audit.
  case none
  /// At least half of the applicable criteria are met.
  case partial
  /// All applicable criteria are met.
  case full

  /// Computes the highest degree of conformity that the law allows for the result of an audit.
  init(_ audit: AccessibilityAudit) {
    switch audit.result {
    case .counts(let counts, _):
      self = counts.met == 0 || counts.met < counts.unmet ? .none : counts.unmet == 0 ? .full : .partial
    case .rate(let rate): self = rate < 50 ? .none : rate >= 100 ? .full : .partial
    }
  }
}

extension ToolboxContent {
  /// The audit of the accessibility declaration. Nil if there is no audit, or if the audit is not valid on
  /// ``declaredDay``.
  package var validAudit: AccessibilityAudit? {
    declarations.accessibility?.audit.flatMap { $0.isValid(on: declaredDay) ? $0 : nil }
  }

  /// The degree of conformity that every page shows.
  package var conformity: Conformity { validAudit.map { Conformity($0) } ?? .none }

  /// The later of two dates: the date of the accessibility declaration and the date of the toolbox. Checks use this
  /// date as the current day, because a build must not depend on a clock.
  var declaredDay: CalendarDay? {
    [declarations.accessibility?.date?.iso, site.date].compactMap { $0 }.compactMap { CalendarDay(iso: $0) }.max()
  }
}
