import Encodings
import Toolbox
import YAML

extension Workload {
  /// Decodes the figures of an accompaniment type, such as its hours and its number of weeks.
  init(_ fields: inout FieldReader) {
    if fields.value("heures") == nil { fields.reportMissing("heures", example: "environ 50") }
    if fields.value("par-semaine") == nil { fields.reportMissing("par-semaine", example: "3 heures") }
    if fields.value("semaines") == nil { fields.reportMissing("semaines", example: "15") }
    let total = fields.parse("heures", as: .hours, Self.total)
    self.init(
      hours: total?.hours ?? 0,
      isApproximate: total?.isApproximate ?? false,
      whose: fields.prose("de-qui"),
      perWeek: fields.parse("par-semaine", as: .weekly, Self.weekly) ?? WeeklyEffort(0, .hour),
      weeks: fields.count("semaines", upTo: Self.weekLimit) ?? 0,
      preparation: fields.parse("preparation", as: .preparation, Self.preparation),
      phase: fields.prose("phase"),
      base: fields.parse("base", as: .base, Self.base),
      caution: fields.prose("avertissement")
    )
    if let unit = base?.unit { base?.unit = fields.typography?.apply(to: unit) ?? unit }
  }

  /// The maximum duration in weeks: nearly twenty years.
  private static let weekLimit = 1_000

  private static func number(_ text: some StringProtocol) -> Double? {
    FrenchNumber.decimal(String(text)).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Reads `50` or `environ 50`.
  private static func total(_ text: String) -> (hours: Double, isApproximate: Bool)? {
    let text = text.withPlainSpaces
    let word = "environ "
    let isApproximate = text.lowercased().hasPrefix(word)
    return number(isApproximate ? text.dropFirst(word.count).drop { $0 == " " } : text[...])
      .map { ($0, isApproximate) }
  }

  /// Reads `3 heures`, `3 h`, `3h`, `1 journée` or `1,5 jour`.
  private static func weekly(_ text: String) -> WeeklyEffort? {
    guard let (amount, unit) = counted(text), let amount = number(amount) else { return nil }
    switch unit.lowercased() {
    case "h", "heure", "heures": return WeeklyEffort(amount, .hour)
    case "j", "jour", "jours", "journée", "journées", "journee", "journees": return WeeklyEffort(amount, .day)
    default: return nil
    }
  }

  /// Reads `2 dispositifs` or `1 organisme`.
  private static func base(_ text: String) -> Base? {
    guard let (amount, unit) = counted(text), let count = FrenchNumber.whole(String(amount)), count > 0 else {
      return nil
    }
    return Base(count: count, unit: String(unit))
  }

  private static func preparation(_ text: String) -> Preparation? {
    if text.lowercased() == "comprise" { return .included }
    return (weekly(text)?.hours ?? number(text)).map { .additional(hours: $0) }
  }

  /// Splits a text into a number and its unit; nil if there is no unit.
  private static func counted(_ text: String) -> (amount: Substring, unit: Substring)? {
    let text = text.withPlainSpaces
    guard let unit = text.firstIndex(where: \.isLetter) else { return nil }
    return (text[..<unit].trimmingSuffix(while: { $0 == " " }), text[unit...])
  }
}

extension String {
  /// The text with no-break spaces replaced by plain spaces.
  fileprivate var withPlainSpaces: String { replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
}

extension Substring {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
    var end = endIndex
    while end > startIndex, predicate(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}

/// The binary form of a workload.
extension Workload {
  func write(to writer: inout ByteWriter) {
    writer.add(hours)
    writer.add(isApproximate)
    writer.add(whose)
    writer.add(perWeek.amount)
    writer.add(perWeek.unit == .day)
    writer.add(count: weeks)
    writer.add(optional: preparation) { writer, preparation in
      let hours: Double? = if case .additional(let hours) = preparation { hours } else { nil }
      writer.add(optional: hours) { $0.add($1) }
    }
    writer.add(phase)
    writer.add(optional: base) { writer, base in
      writer.add(count: base.count)
      writer.add(base.unit)
    }
    writer.add(caution)
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let (hours, isApproximate, whose) = (try reader.double(), try reader.flag(), try reader.optionalText())
    let perWeek = WeeklyEffort(try reader.double(), try reader.flag() ? .day : .hour)
    let weeks = try reader.count()
    let preparation = try reader.optional { (reader) throws(DamagedBytes) -> Preparation in
      let hours = try reader.optional { (reader) throws(DamagedBytes) in try reader.double() }
      return hours.map { .additional(hours: $0) } ?? .included
    }
    self.init(
      hours: hours, isApproximate: isApproximate, whose: whose, perWeek: perWeek, weeks: weeks,
      preparation: preparation, phase: try reader.optionalText(),
      base: try reader.optional { (reader) throws(DamagedBytes) in
        Base(count: try reader.count(), unit: try reader.text())
      },
      caution: try reader.optionalText())
  }
}
