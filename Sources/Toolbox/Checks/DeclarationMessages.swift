import Diagnostics

extension DiagnosticID {
  package static let incoherentDeclaration = DiagnosticID(
    "incoherent-declaration",
    title: Message(fr: "Déclaration qui se contredit", en: "Declaration that contradicts itself"),
    meaning: Message(
      fr: """
        Deux choses déclarées ne peuvent pas être vraies ensemble, ou l’une manque à l’autre. L’état de conformité et le \
        score se calculent d’après ces données : ils seraient faux sur toutes les pages.
        """,
      en: """
        Two things that are declared cannot both be true, or one lacks the other. The state of conformity and the score \
        are computed from these data: they would be wrong on every page.
        """
    ),
    remedy: Message(
      fr: """
        Reprenez le rapport d’audit et recopiez ses nombres ; le taux est facultatif, il se calcule :

            audit:
              date: 2026-10-01
              auditeur: Nom de l’auditeur
              criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}
        """,
      en: """
        Take the audit report and copy its numbers; the rate is optional, it is computed:

            audit:
              date: 2026-10-01
              auditeur: The name of the auditor
              criteres: {conformes: 60, non-conformes: 10, non-applicables: 36}
        """
    )
  )

  package static let expiredAudit = DiagnosticID(
    "expired-audit",
    title: Message(fr: "Audit ou déclaration hors délai", en: "Audit or declaration out of date"),
    meaning: Message(
      fr: """
        Une déclaration d’accessibilité, et l’audit dont elle donne le résultat, valent trois ans, et dix-huit mois après \
        une nouvelle version du RGAA. Au-delà, la seule mention permise est « non conforme », que Trousse écrit au bas de \
        chaque page. Les dates comparées sont celle de la déclaration et celle de `site.yml`, jamais celle du jour.
        """,
      en: """
        An accessibility declaration, and the audit that it gives the result of, hold for three years, and for eighteen \
        months after a new version of the RGAA. After that “non-conforming” is all that may be said, which Trousse writes at \
        the foot of every page. The dates compared are those of the declaration and of `site.yml`, never that of today.
        """
    ),
    remedy: Message(
      fr: "Faites faire un nouvel audit, ou revoyez la déclaration. Écrivez ensuite la nouvelle date à cette ligne.",
      en: "Have a new audit made, or go through the declaration again. Then write the new date on this line.")
  )
}

extension Diagnostic {
  static func criteriaTotal(_ total: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, at: place,
      Message(
        fr: "ces critères sont \(total) en tout, et le RGAA 4 en compte \(AccessibilityAudit.criteria)",
        en: "these criteria are \(total) in all, and the RGAA 4 has \(AccessibilityAudit.criteria)"),
      help: Message(
        fr: "recopiez les trois nombres du rapport d’audit : conformes, non-conformes, non-applicables",
        en: "copy the three numbers of the audit report: conformes, non-conformes, non-applicables"))
  }

  static func nothingApplies(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, at: place,
      Message(fr: "aucun critère ne s’applique : il n’y a pas de taux", en: "no criterion applies: there is no rate"),
      help: Message(
        fr: "recopiez les nombres du rapport d’audit, ou retirez « audit »",
        en: "copy the numbers of the audit report, or remove “audit”"))
  }

  static func rateAgainstCounts(
    _ rate: Double, _ counts: AccessibilityAudit.Counts, at place: SourceLocation
  ) -> Diagnostic {
    let (own, right) = (Self.percent(rate), Self.percent(counts.rate))
    let sum = "\(counts.met) / (\(counts.met) + \(counts.unmet))"
    return Diagnostic(
      .incoherentDeclaration, at: place,
      Message(
        fr: "ce taux de \(own.french) % n’est pas celui des critères : \(sum) donne \(right.french) %",
        en: "this rate of \(own.english)% is not that of the criteria: \(sum) gives \(right.english)%"),
      help: Message(
        fr: "corrigez l’un ou l’autre, ou retirez « taux » : il se calcule",
        en: "correct one or the other, or remove “taux”: it is computed"))
  }

  /// Rounds down, because a rate below 100 % must not be shown as 100 %.
  private static func percent(_ value: Double) -> Message {
    let number = ShownNumber(min(value, 100), .allOrNone(2), rounded: .down)
    return Message(fr: number.text(in: .french), en: number.text(in: .english))
  }

  package static func expiredAudit(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .expiredAudit, .warning, at: place,
      Message(
        fr: "cet audit n’est plus valable à la date de la déclaration ou du site : le site est déclaré non conforme",
        en:
          "this audit is no longer valid on the day of the declaration or of the site: the site is declared non-conforming"
      ),
      help: Message(
        fr: "faites faire un nouvel audit, et remplacez celui-ci",
        en: "have a new audit made, and put it in the place of this one"))
  }

  static func expiredDeclaration(_ place: SourceLocation, siteDate: String) -> Diagnostic {
    Diagnostic(
      .expiredAudit, .warning, at: place,
      Message(
        fr: "cette déclaration a plus de trois ans à la date du site, \(siteDate)",
        en: "this declaration is more than three years old on the day of the site, \(siteDate)"),
      help: Message(
        fr: "revoyez-la, puis écrivez la nouvelle date", en: "go through it again, then write the new date"))
  }

  static func auditAfterDeclaration(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, at: place,
      Message(
        fr: "cet audit est postérieur à la déclaration qui en donne le résultat",
        en: "this audit is later than the declaration that gives its result"),
      help: Message(fr: "corrigez l’une des deux dates", en: "correct one of the two dates"))
  }

  static func fullWithNonConformities(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, at: place,
      Message(
        fr: "une non-conformité est déclarée, et l’audit donne 100 % de critères respectés",
        en: "a non-conformity is declared, and the audit gives 100% of the criteria as met"),
      help: Message(
        fr: "retirez « non-conformites » si tout est corrigé, sinon corrigez le résultat de l’audit",
        en: "remove “non-conformites” if all of it is mended, else correct the result of the audit"))
  }

  static func unlistedNonConformities(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .incoherentDeclaration, .warning, at: place,
      Message(
        fr: "l’audit a trouvé des défauts, et « non-conformites » n’en donne aucun",
        en: "the audit found faults, and “non-conformites” gives none"),
      help: Message(
        fr: "donnez-en la liste, d’après le rapport d’audit", en: "give a list of them, after the audit report"))
  }
}
