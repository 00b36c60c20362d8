/// The report for scripts: a flat object a finding, always with the same keys in the same order.
struct JSONReport {
  let language: Language

  func text(for diagnostics: [Diagnostic]) -> String {
    JSONValue.lines(diagnostics.map(object))
  }

  private func object(_ diagnostic: Diagnostic) -> JSONValue {
    let start = diagnostic.location?.range?.countedFromOne.start
    return [
      "id": .string(diagnostic.id.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "file": .optional(diagnostic.location?.file),
      "line": .optional(start?.line),
      "column": .optional(start?.column),
      "message": .string(diagnostic.message.text(in: language)),
      "help": .optional(diagnostic.help?.text(in: language)),
    ]
  }
}
