import Diagnostics

extension DiagnosticID {
  package static let workloadMismatch = DiagnosticID(
    "workload-mismatch",
    title: Message(fr: "Charge de travail incohérente", en: "Workload that does not add up"),
    meaning: Message(
      fr: """
        Ce que la fiche annonce par semaine, multiplié par le nombre de semaines, doit faire au moins les trois quarts \
        du total des heures, et pas plus que lui si la préparation y est comprise. Une collectivité s’engage sur ces \
        chiffres : ils doivent se répondre. Une journée compte pour 7 heures. Le site, lui, ne divise jamais : il montre \
        les chiffres de la source, et les multiplie par le nombre de collectivités.
        """,
      en: """
        What the entry announces for a week, times the number of weeks, must be at least three quarters of the total of \
        hours, and no more than it where the preparation is counted in. Local authorities commit themselves on these \
        figures: they must agree. A day counts as 7 hours. The site itself never divides: it shows the source’s figures, \
        and multiplies them by the number of authorities.
        """
    ),
    remedy: Message(
      fr: """
        Vérifiez les trois chiffres dans la source, sans les arrondir pour faire taire ce message :

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """,
      en: """
        Check the three figures in the source, without rounding them to silence this message:

            heures: environ 50
            par-semaine: 3 heures
            semaines: 15
        """
    )
  )
}

extension Diagnostic {
  static func workloadMismatch(_ type: AccompanimentType) -> Diagnostic {
    let load = type.workload
    let accepted = load.acceptedHoursOverWeeks
    let isTooMuch = load.hoursOverWeeks > accepted.upperBound
    let limit = isTooMuch ? accepted.upperBound : accepted.lowerBound
    let (made, permitted) = (ShownNumber(load.hoursOverWeeks, .exactly(2)), ShownNumber(limit, .exactly(2)))
    return Diagnostic(
      .workloadMismatch, at: type.core.place(of: "par-semaine"),
      Message(
        fr:
          "à ce rythme, les \(load.weeks) semaines font \(made.text(in: .french)) h : c’est \(isTooMuch ? "plus" : "moins") que le total ne le permet (\(permitted.text(in: .french)) h)",
        en:
          "at this rate the \(load.weeks) weeks make \(made.text(in: .english)) h: \(isTooMuch ? "more" : "less") than the total allows (\(permitted.text(in: .english)) h)"
      ),
      help: Message(
        fr:
          "corrigez « heures », « semaines » ou « par-semaine » d’après la source : le rythme, multiplié par les semaines, fait au moins les trois quarts du total, et pas plus que lui si la préparation y est comprise (une journée compte 7 heures)",
        en:
          "correct “heures”, “semaines” or “par-semaine” by the source: the weekly figure times the weeks is at least three quarters of the total, and no more than it where the preparation is counted in (a day counts 7 hours)"
      ))
  }
}
