import Diagnostics

/// The content of `ecoconception.yml`. The weights and titles of the criteria are in the program and not in this file,
/// because the program computes the score.
public struct EcodesignDeclaration: Sendable {
  /// The result of a criterion. The raw value is the key in the file.
  public enum Verdict: String, Sendable, CaseIterable, Hashable {
    /// The criterion is met.
    case met = "respectes"
    /// The criterion is not met.
    case unmet = "non-respectes"
    /// The criterion does not apply to the site.
    case notApplicable = "sans-objet"
  }

  /// An evaluated criterion.
  public struct Evaluation: Sendable {
    /// The criterion.
    public var criterion: EcodesignCriterion
    /// The result.
    public var verdict: Verdict
    /// The reason for the result.
    public var reason: DeclaredText

    /// Creates an evaluation.
    public init(criterion: EcodesignCriterion, verdict: Verdict, reason: DeclaredText) {
      self.criterion = criterion
      self.verdict = verdict
      self.reason = reason
    }
  }

  /// The publisher's objective.
  public var objective: DeclaredText?
  /// The date of the evaluation.
  public var date: DeclaredDate?
  /// The person responsible for eco-design.
  public var contact: DeclaredText?
  /// The site's commitments to eco-design, in plain words.
  public var commitments: [DeclaredText]
  /// The evaluated criteria, in the order of the RGESN. No criterion occurs twice.
  public var evaluations: [Evaluation]
  /// The score of the previous evaluation.
  public var previousScore: DeclaredText?
  /// The planned actions.
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

  /// The weighted share of applicable criteria that are met, from 0 to 1; nil if no criterion applies. A criterion
  /// without an evaluation counts as not met, because a publisher must not be able to raise the score by leaving a
  /// criterion out.
  ///
  /// Formula: the sum of the weights of the criteria that are met, divided by the sum of the weights of the criteria
  /// that apply (RGESN 2024, « Calcul du score »).
  public var score: Double? {
    let verdicts = Dictionary(evaluations.map { ($0.criterion.id, $0.verdict) }) { first, _ in first }
    var (met, applicable) = (0.0, 0.0)
    for criterion in EcodesignCriterion.all where verdicts[criterion.id] != .notApplicable {
      applicable += criterion.priority.weight
      if verdicts[criterion.id] == .met { met += criterion.priority.weight }
    }
    return applicable > 0 ? met / applicable : nil
  }

  /// The criteria without an evaluation, in order.
  public var unevaluated: [EcodesignCriterion] {
    let known = Set(evaluations.map(\.criterion.id))
    return EcodesignCriterion.all.filter { !known.contains($0.id) }
  }

  /// All texts of the declaration, in the order of the pages.
  var texts: [DeclaredText] {
    let first = [objective, contact, previousScore].compactMap { $0 }
    return first + commitments + actionPlan + evaluations.map(\.reason)
  }
}
