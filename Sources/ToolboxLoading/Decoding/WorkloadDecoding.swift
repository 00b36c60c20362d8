import Toolbox

extension Workload {
  /// Reads the figures of an accompaniment type.
  init(_ fields: inout FieldReader) {
    if fields.value("heures") == nil { fields.reportMissing("heures", example: "50") }
    if fields.value("par-semaine") == nil { fields.reportMissing("par-semaine", example: "3 heures") }
    if fields.value("semaines") == nil { fields.reportMissing("semaines", example: "15") }
    var perWeek = fields.parse("par-semaine", as: .weekly, Self.weekly) ?? WeeklyEffort(text: "", hours: 0)
    perWeek.text = fields.typography?.apply(to: perWeek.text) ?? perWeek.text
    self.init(
      hours: fields.parse("heures", as: .number, Self.number) ?? 0,
      perWeek: perWeek,
      weeks: fields.parse("semaines", as: .count(upTo: Self.weekLimit), Self.weekCount) ?? 0,
      preparation: fields.parse("preparation", as: .preparation, Self.preparation),
      base: fields.integer("base"),
      caution: fields.prose("avertissement")
    )
  }

  /// The longest accompaniment that is read, in weeks: nearly twenty years.
  private static let weekLimit = 1_000

  private static func weekCount(_ text: String) -> Int? {
    FrenchNumber.whole(text, upTo: weekLimit).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func number(_ text: String) -> Double? { FrenchNumber.decimal(text).flatMap { $0 > 0 ? $0 : nil } }

  /// `3 heures`, `3 h`, `3h`, `1 journée`, `1,5 jour`.
  private static func weekly(_ text: String) -> WeeklyEffort? {
    let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    guard let unit = text.firstIndex(where: \.isLetter),
      let amount = number(String(text[..<unit].trimmingSuffix(while: { $0 == " " })))
    else { return nil }
    switch text[unit...].lowercased() {
    case "h", "heure", "heures": return WeeklyEffort(text: text, hours: amount)
    case "j", "jour", "jours", "journée", "journées", "journee", "journees":
      return WeeklyEffort(text: text, hours: amount * hoursPerDay)
    default: return nil
    }
  }

  private static func preparation(_ text: String) -> Preparation? {
    if text.lowercased() == "comprise" { return .included }
    return (weekly(text)?.hours ?? number(text)).map { .additional(hours: $0) }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
