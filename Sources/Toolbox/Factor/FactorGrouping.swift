/// The success factors of one step, or those that no step names.
package struct FactorGrouping: Sendable {
  /// The step; nil for the factors that no step names.
  package let step: Step?
  /// The factors, in order.
  package let factors: [SuccessFactor]

  /// The anchor of the group.
  package var anchor: String { step.map { GroupAnchor.step($0.id.name) } ?? GroupAnchor.noStep }

  /// Groups factors by step, in the order of the steps. A factor that several steps name is in the group of the first of
  /// them. The factors that no step names matter all along, and come last. No group is empty.
  package static func all(of factors: [SuccessFactor], by steps: [Step]) -> [FactorGrouping] {
    var rest = factors
    let groups = steps.map { step in
      let own = rest.filter { step.names($0.id.name) }
      rest.removeAll { step.names($0.id.name) }
      return FactorGrouping(step: step, factors: own)
    }
    return (groups + [FactorGrouping(step: nil, factors: rest)]).filter { !$0.factors.isEmpty }
  }
}
