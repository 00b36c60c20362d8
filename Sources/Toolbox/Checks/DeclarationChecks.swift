import Diagnostics

/// Checks that the values and the dates of a declaration agree, because a declaration that contradicts itself does not
/// meet the law.
struct DeclarationChecks {
  let toolbox: Toolbox

  func run() -> [Diagnostic] {
    let undeclared = UndeclaredValues(toolbox: toolbox).run()
    guard let declaration = toolbox.declarations.accessibility else { return undeclared }
    return undeclared + age(of: declaration) + (declaration.audit.map { audit($0, of: declaration) } ?? [])
  }

  /// Reports a declaration that is older than three years (décret n° 2019-768, article 5).
  private func age(of declaration: AccessibilityDeclaration) -> [Diagnostic] {
    guard let date = declaration.date, let iso = date.iso, let made = CalendarDay(iso: iso),
      let now = toolbox.declaredDay, made.adding(months: 36) < now
    else { return [] }
    return [.expiredDeclaration(date.location, siteDate: toolbox.site.date ?? "")]
  }

  private func audit(_ audit: AccessibilityAudit, of declaration: AccessibilityDeclaration) -> [Diagnostic] {
    let result = result(of: audit)
    guard result.isEmpty else { return result }
    return dates(of: audit, declaration) + list(of: audit, declaration)
  }

  private func result(of audit: AccessibilityAudit) -> [Diagnostic] {
    guard case .counts(let counts, let rate) = audit.result, let place = audit.places["criteres"] else { return [] }
    if audit.version.hasPrefix("4"), counts.total != AccessibilityAudit.criteria {
      return [.criteriaTotal(counts.total, at: place)]
    }
    if counts.met + counts.unmet == 0 { return [.nothingApplies(at: place)] }
    // The declared rate may be rounded to a whole number, so a difference of up to 0.5 is accepted.
    if let rate, abs(rate - counts.rate) > 0.5 || (rate >= 100) != (counts.unmet == 0) {
      return [.rateAgainstCounts(rate, counts, at: audit.places["taux"] ?? place)]
    }
    return []
  }

  private func dates(of audit: AccessibilityAudit, _ declaration: AccessibilityDeclaration) -> [Diagnostic] {
    let place = audit.places["date"] ?? declaration.place(of: "audit")
    if !audit.isValid(on: toolbox.declaredDay) { return [.expiredAudit(at: place)] }
    if let made = toolbox.declared(declaration.date).flatMap({ CalendarDay(iso: $0) }),
      let audited = CalendarDay(iso: audit.date), made < audited
    {
      return [.auditAfterDeclaration(at: place)]
    }
    return []
  }

  /// Reports contradictions between the audit and the list of non-conformities. If the audit found full conformity, the
  /// list must be empty. If not, the list must contain a non-conformity.
  private func list(of audit: AccessibilityAudit, _ declaration: AccessibilityDeclaration) -> [Diagnostic] {
    let listed = declaration.nonConformities
    switch Conformity(audit) {
    case .full: return listed.first.map { [.fullWithNonConformities(at: $0.location)] } ?? []
    case .partial, .none:
      return listed.isEmpty ? [.unlistedNonConformities(at: declaration.place(of: "audit"))] : []
    }
  }
}
