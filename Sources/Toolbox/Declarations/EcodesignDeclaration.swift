import Diagnostics

/// What `ecoconception.yml` says. Weights and titles of criteria are the RGESN's, and the score is computed.
public struct EcodesignDeclaration: Sendable {
  /// What was found of a criterion, by its key in the file.
  public enum Verdict: String, Sendable, CaseIterable, Hashable {
    /// It is met.
    case met = "respectes"
    /// It is not.
    case unmet = "non-respectes"
    /// It does not concern the site.
    case notApplicable = "sans-objet"
  }

  /// A criterion that was evaluated.
  public struct Evaluation: Sendable {
    /// The criterion.
    public var criterion: EcodesignCriterion
    /// What was found.
    public var verdict: Verdict
    /// Why.
    public var reason: DeclaredText

    /// Creates an evaluation.
    public init(criterion: EcodesignCriterion, verdict: Verdict, reason: DeclaredText) {
      self.criterion = criterion
      self.verdict = verdict
      self.reason = reason
    }
  }

  /// What the publisher wants to reach.
  public var objective: DeclaredText?
  /// When the site was evaluated.
  public var date: DeclaredDate?
  /// Who answers for eco-design.
  public var contact: DeclaredText?
  /// What the site does, in plain words.
  public var commitments: [DeclaredText]
  /// The criteria that were evaluated, in the order of the RGESN, each once.
  public var evaluations: [Evaluation]
  /// The score of the evaluation before.
  public var previousScore: DeclaredText?
  /// What will be done.
  public var actionPlan: [DeclaredText]

  /// Creates a declaration.
  public init(
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

  /// The share of what applies that is met, by weight, from 0 to 1; nil where nothing applies. A criterion that was not
  /// evaluated counts as one that is not met: leaving it out never raises the score.
  ///
  /// Formula: sum of the weights of what is met over that of what applies (RGESN 2024, « Calcul du score »).
  public var score: Double? {
    let verdicts = Dictionary(evaluations.map { ($0.criterion.id, $0.verdict) }) { first, _ in first }
    var (met, applicable) = (0.0, 0.0)
    for criterion in EcodesignCriterion.all where verdicts[criterion.id] != .notApplicable {
      applicable += criterion.priority.weight
      if verdicts[criterion.id] == .met { met += criterion.priority.weight }
    }
    return applicable > 0 ? met / applicable : nil
  }

  /// The criteria that were not evaluated, in order.
  public var unevaluated: [EcodesignCriterion] {
    let known = Set(evaluations.map(\.criterion.id))
    return EcodesignCriterion.all.filter { !known.contains($0.id) }
  }

  /// Every text, in the order of the pages.
  var texts: [DeclaredText] {
    let first = [objective, contact, previousScore].compactMap { $0 }
    return first + commitments + actionPlan + evaluations.map(\.reason)
  }
}
