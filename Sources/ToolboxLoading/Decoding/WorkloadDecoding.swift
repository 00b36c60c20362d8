import Toolbox

extension Workload {
  /// Reads the figures of an accompaniment type.
  init(_ fields: inout FieldReader) {
    if fields.value("heures") == nil { fields.reportMissing("heures", example: "50") }
    if fields.value("par-semaine") == nil { fields.reportMissing("par-semaine", example: "3 heures") }
    if fields.value("semaines") == nil { fields.reportMissing("semaines", example: "15") }
    self.init(
      hours: fields.parse("heures", as: .number, Self.number) ?? 0,
      perWeek: fields.parse("par-semaine", as: .weekly, Self.weekly) ?? WeeklyEffort(text: "", hours: 0),
      weeks: fields.parse("semaines", as: .wholeNumber) { Int($0).flatMap { $0 > 0 ? $0 : nil } } ?? 0,
      preparation: fields.parse("preparation", as: .preparation, Self.preparation),
      base: fields.integer("base"),
      caution: fields.text("avertissement")
    )
  }

  /// A number above zero; a comma is a decimal point, and spaces separate thousands.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
    guard let first = plain.first, first.isNumber, let number = Double(plain), number.isFinite, number > 0 else {
      return nil
    }
    return number
  }

  /// `3 heures`, `3 h`, `1 journée`, `1,5 jour`.
  static func weekly(_ text: String) -> WeeklyEffort? {
    let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    guard let space = text.lastIndex(of: " "), let amount = number(String(text[..<space])) else { return nil }
    switch text[text.index(after: space)...].lowercased() {
    case "h", "heure", "heures": return WeeklyEffort(text: text, hours: amount)
    case "jour", "jours", "journée", "journées", "journee", "journees", "j":
      return WeeklyEffort(text: text, hours: amount * hoursPerDay)
    default: return nil
    }
  }

  private static func preparation(_ text: String) -> Preparation? {
    if text.lowercased() == "comprise" { return .included }
    return (weekly(text)?.hours ?? number(text)).map { .additional(hours: $0) }
  }
}
