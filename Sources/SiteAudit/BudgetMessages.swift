import Diagnostics
import Toolbox

extension DiagnosticID {
  package static let overBudget = DiagnosticID(
    "over-budget",
    title: Message(fr: "Page trop lourde", en: "Page over its budget"),
    meaning: Message(
      fr: """
        Une page dépasse une limite de poids, de requêtes, d’éléments ou d’EcoIndex. Le RGESN demande (critère 6.1) \
        d’annoncer de telles limites et de s’y tenir : elles gardent les pages lisibles sur un vieux téléphone et une \
        connexion lente. Une limite écrite dans `site.yml` arrête la publication ; celles de Trousse, qui valent sinon, \
        avertissent seulement.
        """,
      en: """
        A page exceeds a limit on weight, requests, elements or EcoIndex. The RGESN asks (criterion 6.1) to declare \
        such limits and to keep to them: they keep pages readable on an old telephone and a slow line. A limit written in \
        `site.yml` stops publication; those of Trousse, which hold otherwise, only warn.
        """
    ),
    remedy: Message(
      fr: """
        Regardez quelles pages dépassent avec `trousse audit`. Partagez un long chapitre en deux, allégez le thème ou, \
        si la page vaut son poids, changez la limite dans `site.yml` :

            budgets:
              poids: 40
              requetes: 4
              elements: 500
              ecoindex: 75
        """,
      en: """
        See which pages are over with `trousse audit`. Split a long chapter in two, lighten the theme or, if the page \
        is worth its weight, change the limit in `site.yml`:

            budgets:
              poids: 40
              requetes: 4
              elements: 500
              ecoindex: 75
        """
    )
  )
}

extension Diagnostic {
  package static func overBudget(
    _ measure: Budgets.Measure, _ limit: Budgets.Limit, page: PageMeasure, others: Int, at place: SourceLocation
  ) -> Diagnostic {
    let (fact, cause) = (page.fact(measure, limit: limit.value), page.cause(of: measure))
    return Diagnostic(
      .overBudget, limit.location == nil ? .warning : .error, at: place,
      Message(
        fr: "la page « \(page.path) » \(fact.french) ; \(cause.french)" + frenchOthers(others),
        en: "the page “\(page.path)” \(fact.english); \(cause.english)" + englishOthers(others)),
      help: Message(
        fr: "« trousse audit » montre toutes les pages ; pour une autre limite, réglez « \(measure.rawValue) » sous "
          + "« budgets » dans site.yml",
        en: "“trousse audit” shows every page; for another limit, set “\(measure.rawValue)” below “budgets” in site.yml"
      ))
  }

  private static func frenchOthers(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: " (une autre page dépasse aussi)"
    default: " (\(count) autres pages dépassent aussi)"
    }
  }

  private static func englishOthers(_ count: Int) -> String {
    switch count {
    case 0: ""
    case 1: " (another page is over too)"
    default: " (\(count) other pages are over too)"
    }
  }
}

extension PageMeasure {
  /// States the measure of the page and the limit.
  fileprivate func fact(_ measure: Budgets.Measure, limit: Int) -> Message {
    switch measure {
    case .weight:
      let (weight, limit) = (ShownNumber.kilobytes(sharedBytes).kilobytes, ShownNumber(limit).kilobytes)
      return Message(
        fr: "pèse \(weight.french) à transférer, hors images, pour \(limit.french) au plus",
        en: "transfers \(weight.english) beside its pictures, for at most \(limit.english)")
    case .requests:
      return Message(
        fr: "demande \(sharedParts.count) fichiers, hors images, pour \(limit) au plus",
        en: "takes \(sharedParts.count) requests beside its pictures, for at most \(limit)")
    case .elements:
      return Message(
        fr: "compte \(elements) éléments, pour \(limit) au plus", en: "has \(elements) elements, for at most \(limit)")
    case .ecoIndex:
      let score = "\(ecoIndex.score) (\(ecoIndex.grade.rawValue))"
      return Message(
        fr: "a un EcoIndex de \(score), pour \(limit) au moins",
        en: "has an EcoIndex of \(score), for at least \(limit)")
    }
  }

  /// States the main cause of the excess.
  fileprivate func cause(of measure: Budgets.Measure) -> Message {
    switch measure {
    case .weight: heaviest(of: sharedParts)
    case .requests:
      Message(fr: "à commencer par \(names(in: .french))", en: "beginning with \(names(in: .english))")
    case .elements: Message(fr: "les plus nombreux : « \(commonestElement) »", en: "most of all “\(commonestElement)”")
    case .ecoIndex:
      switch ecoIndex.heaviest {
      case .elements:
        Message(fr: "surtout à cause de ses \(elements) éléments", en: "mostly for its \(elements) elements")
      case .requests:
        Message(fr: "surtout à cause de ses \(requests) requêtes", en: "mostly for its \(requests) requests")
      case .weight: heaviest(of: parts)
      }
    }
  }

  private func heaviest(of parts: [Part]) -> Message {
    guard let part = parts.max(by: { $0.bytes < $1.bytes }) else { return Message(fr: "", en: "") }
    let weight = ShownNumber.kilobytes(part.bytes).kilobytes
    return Message(
      fr: "le plus lourd : \(part.path == path ? "la page elle-même" : "« \(part.path) »"), \(weight.french)",
      en: "heaviest: \(part.path == path ? "the page itself" : "“\(part.path)”"), \(weight.english)")
  }

  /// Names the three heaviest files that the page loads, heaviest first.
  private func names(in language: Language) -> String {
    let heaviest = sharedParts.filter { $0.path != path }.sorted { $0.bytes > $1.bytes }.prefix(3).map(\.path)
    return heaviest.map { language == .french ? "« \($0) »" : "“\($0)”" }.joined(separator: ", ")
  }
}
