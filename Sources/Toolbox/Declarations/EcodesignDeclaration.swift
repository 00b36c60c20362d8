import Diagnostics

/// The content of `ecoconception.yml`. The weights and titles of the criteria are in the program and not in this file,
/// because the program computes the score.
package struct EcodesignDeclaration: Sendable {
  /// The result of a criterion. The raw value is the key in the file.
  package enum Verdict: String, Sendable, CaseIterable, Hashable {
    /// The criterion is met.
    case met = "respectes"
    /// The criterion is not met.
    case unmet = "non-respectes"
    /// The criterion does not apply to the site.
    case notApplicable = "sans-objet"
  }

  /// An evaluated criterion.
  package struct Evaluation: Sendable {
    /// The criterion.
    package var criterion: EcodesignCriterion
    /// The result.
    package var verdict: Verdict
    /// The reason for the result.
    package var reason: DeclaredText

    /// Creates an evaluation.
    package init(criterion: EcodesignCriterion, verdict: Verdict, reason: DeclaredText) {
      self.criterion = criterion
      self.verdict = verdict
      self.reason = reason
    }
  }

  /// The publisher's objective.
  package var objective: DeclaredText?
  /// The date of the evaluation.
  package var date: DeclaredDate?
  /// The person responsible for eco-design.
  package var contact: DeclaredText?
  /// The site's commitments to eco-design, in plain words.
  package var commitments: [DeclaredText]
  /// The evaluated criteria, in the order of the RGESN. No criterion occurs twice.
  package var evaluations: [Evaluation]
  /// The score of the previous evaluation.
  package var previousScore: DeclaredText?
  /// The planned actions.
  package var actionPlan: [DeclaredText]

  /// Creates a declaration.
  package init(
    objective: DeclaredText?, date: DeclaredDate?, contact: DeclaredText?, commitments: [DeclaredText],
    evaluations: [Evaluation], previousScore: DeclaredText?, actionPlan: [DeclaredText]
  ) {
    self.objective = objective
    self.date = date
    self.contact = contact
    self.commitments = commitments
    self.evaluations = evaluations
    self.previousScore = previousScore
    self.actionPlan = actionPlan
  }

  /// The weighted share of applicable criteria that are met, from 0 to 1; nil if no criterion applies. A criterion
  /// without an evaluation counts as not met, because a publisher must not be able to raise the score by leaving a
  /// criterion out.
  ///
  /// Formula: the sum of the weights of the criteria that are met, divided by the sum of the weights of the criteria
  /// that apply (RGESN 2024, « Calcul du score »).
  package var score: Double? {
    let verdicts = Dictionary(evaluations.map { ($0.criterion.id, $0.verdict) }) { first, _ in first }
    var (met, applicable) = (0.0, 0.0)
    for criterion in EcodesignCriterion.all where verdicts[criterion.id] != .notApplicable {
      applicable += criterion.priority.weight
      if verdicts[criterion.id] == .met { met += criterion.priority.weight }
    }
    return applicable > 0 ? met / applicable : nil
  }

  /// The criteria without an evaluation, in order.
  package var unevaluated: [EcodesignCriterion] {
    let known = Set(evaluations.map(\.criterion.id))
    return EcodesignCriterion.all.filter { !known.contains($0.id) }
  }

  /// All texts of the declaration, in the order of the pages.
  package var texts: [DeclaredText] {
    let first = [objective, contact, previousScore].compactMap { $0 }
    return first + commitments + actionPlan + evaluations.map(\.reason)
  }
}
