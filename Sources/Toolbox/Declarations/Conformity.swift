/// How far a site keeps to the RGAA, in the only three words that the law knows (décret n° 2019-768, article 5).
public enum Conformity: Sendable, Hashable, CaseIterable {
  /// Less than half of the criteria that apply are met, or no valid audit says how many.
  case none
  /// Half of them or more.
  case partial
  /// All of them.
  case full

  /// What an audit allows to say.
  init(_ audit: AccessibilityAudit) {
    switch audit.result {
    case .counts(let counts, _):
      self = counts.met == 0 || counts.met < counts.unmet ? .none : counts.unmet == 0 ? .full : .partial
    case .rate(let rate): self = rate < 50 ? .none : rate >= 100 ? .full : .partial
    }
  }
}

extension Toolbox {
  /// The audit that the declaration rests on, if it was valid on the day of the declaration and is on that of the toolbox.
  public var validAudit: AccessibilityAudit? {
    declarations.accessibility?.audit.flatMap { $0.isValid(on: declaredDay) ? $0 : nil }
  }

  /// The only thing that may be said of the site's accessibility, on every page.
  public var conformity: Conformity { validAudit.map { Conformity($0) } ?? .none }

  /// The latest day that the content declares as its own: there is no clock here.
  var declaredDay: CalendarDay? {
    [declarations.accessibility?.date?.iso, site.date].compactMap { $0 }.compactMap { CalendarDay(iso: $0) }.max()
  }
}
