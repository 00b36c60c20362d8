import Toolbox
import YAML

extension Budgets {
  /// Decodes `budgets` in `site.yml`: the limits on the cost of a page.
  package static func decode(_ fields: inout FieldReader) -> Budgets {
    guard var inner = fields.mapping("budgets") else { return Budgets() }
    let places = inner.places
    var written: [Measure: Limit] = [:]
    for measure in Measure.allCases {
      let (key, most) = (measure.rawValue, measure.largest)
      let value = inner.parse(key, as: .count(upTo: most)) { text in
        FrenchNumber.whole(text, upTo: most).flatMap { $0 > 0 ? $0 : nil }
      }
      if let value { written[measure] = Limit(value, at: places[key]) }
    }
    fields.report(inner.finish())
    return Budgets(written)
  }
}

extension Budgets.Measure {
  fileprivate var largest: Int { self == .ecoIndex ? 100 : FrenchNumber.limit }
}
