import Diagnostics
import Encodings
import Toolbox
import YAML

extension Step: DecodableEntry {
  init(_ fields: inout FieldReader, core: EntryCore, vocabularies: [String: Vocabulary]) {
    fields.requireOrder()
    self.init(
      core: core, title: fields.requiredProse("titre", example: "Le COPIL de lancement"),
      summary: fields.prose("resume"), period: fields.parse("semaines", as: Period.expected, Period.init(_:)),
      invitees: fields.proses("invites"), questions: fields.proses("questions"),
      preparations: fields.proses("a-preparer"), decisions: fields.proses("decisions"), roles: Role.all(&fields),
      factors: fields.words("facteurs"), resources: fields.words("ressources"))
  }

  func writeHead(to writer: inout ByteWriter) {
    writer.add(title)
    writer.add(summary)
    writer.add(optional: period) { $1.write(to: &$0) }
    for texts in [invitees, questions, preparations, decisions] { writer.add(each: texts) { $0.add($1) } }
    writer.add(each: roles) { writer, role in
      writer.add(role.type)
      for text in [role.prepares, role.leads, role.decides] { writer.add(text) }
    }
    writer.add(each: factors) { $0.add($1) }
    writer.add(each: resources) { $0.add($1) }
  }

  init(head reader: inout ByteReader, core: EntryCore) throws(DamagedBytes) {
    let (title, summary) = (try reader.text(), try reader.optionalText())
    let period = try reader.optional { (reader) throws(DamagedBytes) in try Period(&reader) }
    let (invitees, questions) = (try reader.texts(), try reader.texts())
    let (preparations, decisions) = (try reader.texts(), try reader.texts())
    let roles = try reader.each { (reader) throws(DamagedBytes) in
      let type = Reference(name: try reader.text(), location: try reader.location(in: core.file))
      return Role(
        type: type, prepares: try reader.optionalText(), leads: try reader.optionalText(),
        decides: try reader.optionalText())
    }
    self.init(
      core: core, title: title, summary: summary, period: period, invitees: invitees, questions: questions,
      preparations: preparations, decisions: decisions, roles: roles, factors: try reader.references(in: core.file),
      resources: try reader.references(in: core.file))
  }
}

extension Step.Role {
  /// Decodes `roles`. Each key is an accompaniment type: `binome: {prepare: Le référent, anime: Vous}`.
  fileprivate static func all(_ fields: inout FieldReader) -> [Step.Role] {
    guard var inner = fields.mapping("roles") else { return [] }
    let roles = inner.keys.compactMap { key -> Step.Role? in
      guard var role = inner.mapping(key.name) else { return nil }
      let result = Step.Role(
        type: Reference(name: key.name, location: key.location), prepares: role.prose("prepare"),
        leads: role.prose("anime"), decides: role.prose("decide"))
      inner.report(role.finish())
      return result
    }
    fields.report(inner.finish())
    return roles
  }
}

extension Step.Period {
  /// The last week that a period may have: nearly twenty years.
  private static let weekLimit = 1_000

  fileprivate static let expected = ExpectedType.special(
    Message(
      fr: "« preparation », un numéro de semaine, ou deux joints par un tiret",
      en: "“preparation”, the number of a week, or two of them joined by a hyphen"),
    example: "3-6")

  /// Reads `preparation`, `3` or `3-6`. The two numbers may also be joined by an en dash, with spaces.
  fileprivate init?(_ text: String) {
    if ["preparation", "préparation"].contains(text.lowercased()) {
      self = .preparation
      return
    }
    let parts = text.split(separator: /\s*[-–]\s*/, maxSplits: 1, omittingEmptySubsequences: false)
    let weeks = parts.compactMap { FrenchNumber.whole(String($0), upTo: Self.weekLimit) }
    guard weeks.count == parts.count, let first = weeks.first, let last = weeks.last, 1 <= first, first <= last else {
      return nil
    }
    self = .weeks(first...last)
  }

  fileprivate func write(to writer: inout ByteWriter) {
    switch self {
    case .preparation: writer.add(count: 0)
    case .weeks(let weeks):
      writer.add(count: weeks.lowerBound)
      writer.add(count: weeks.upperBound)
    }
  }

  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let first = try reader.count()
    if first == 0 {
      self = .preparation
      return
    }
    let last = try reader.count()
    guard first <= last else { throw DamagedBytes() }
    self = .weeks(first...last)
  }
}

extension ByteReader {
  fileprivate mutating func texts() throws(DamagedBytes) -> [String] {
    try each { (reader) throws(DamagedBytes) in try reader.text() }
  }
}
