import Encodings

/// The report for scripts. Each finding is one object. All objects have the same keys in the same order. Only a finding
/// with related places has one more key, `related`.
struct JSONReport {
  let language: Language

  func text(for diagnostics: [Diagnostic], summary: JSONValue? = nil) -> String {
    JSONValue.array(diagnostics.map(object) + [summary].compactMap { $0 }).text(.lines, .terminal) + "\n"
  }

  private func object(_ diagnostic: Diagnostic) -> JSONValue {
    let start = diagnostic.location?.range?.countedFromOne.start
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(diagnostic.id.rawValue)), ("severity", .string(diagnostic.severity.rawValue)),
      ("file", .optional(diagnostic.location?.file)), ("line", .optional(start?.line)),
      ("column", .optional(start?.column)), ("message", .string(diagnostic.message.text(in: language))),
      ("help", .optional(diagnostic.help?.text(in: language))),
    ]
    if !diagnostic.related.isEmpty { members.append(("related", .array(diagnostic.related.map(object)))) }
    return .object(members)
  }

  private func object(_ related: Diagnostic.Related) -> JSONValue {
    let start = related.location.range?.countedFromOne.start
    return [
      "file": .string(related.location.file), "line": .optional(start?.line), "column": .optional(start?.column),
      "message": .string(related.message.text(in: language)),
    ]
  }
}
