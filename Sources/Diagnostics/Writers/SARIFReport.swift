import Addresses
import Encodings

/// The report in SARIF 2.1.0 (OASIS), for code scanning services and editors.
struct SARIFReport {
  let language: Language
  let toolVersion: String
  /// The kinds of findings, in the order in which the report lists them.
  let kinds: [DiagnosticID]

  func text(for diagnostics: [Diagnostic]) -> String {
    // To stay small, the report contains only the rules that have a finding. The rules are in the order of `kinds`. With
    // this fixed order, reports can be compared. Kinds that are not in `kinds` come last.
    let found = Set(diagnostics.map(\.id))
    let rules = kinds.filter(found.contains) + found.subtracting(kinds).sorted { $0.rawValue < $1.rawValue }
    let places = Dictionary(rules.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    var fingerprints = Fingerprints()
    let results = diagnostics.map { diagnostic in
      result(diagnostic, ruleIndex: places[diagnostic.id] ?? -1, fingerprint: fingerprints.next(for: diagnostic))
    }
    let log: JSONValue = [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "Trousse",
              "version": .string(toolVersion),
              "rules": .array(rules.map(rule)),
            ]
          ],
          "language": .string(language.rawValue),
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
    return log.text(.indented, .terminal) + "\n"
  }

  private func rule(_ id: DiagnosticID) -> JSONValue {
    let explanation = id.explanation
    let remedy = JSONValue.string(explanation.remedy.text(in: language))
    return [
      "id": .string(id.rawValue),
      "shortDescription": ["text": .string(explanation.title.text(in: language))],
      "fullDescription": ["text": .string(explanation.meaning.text(in: language))],
      "help": ["text": remedy, "markdown": remedy],
    ]
  }

  private func result(_ diagnostic: Diagnostic, ruleIndex: Int, fingerprint: String) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("ruleId", .string(diagnostic.id.rawValue)),
      ("ruleIndex", .integer(ruleIndex)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", ["text": .string(diagnostic.messageAndHelp(in: language))]),
      ("locations", .array(diagnostic.location.map { [["physicalLocation": physical($0)]] } ?? [])),
    ]
    if !diagnostic.related.isEmpty {
      members.append(("relatedLocations", .array(diagnostic.related.enumerated().map(relatedLocation))))
    }
    members.append(("partialFingerprints", ["trousse/v2": .string(fingerprint)]))
    return .object(members)
  }

  private func relatedLocation(_ index: Int, _ related: Diagnostic.Related) -> JSONValue {
    [
      "id": .integer(index + 1),
      "physicalLocation": physical(related.location),
      "message": ["text": .string(related.message.text(in: language))],
    ]
  }

  private func physical(_ location: SourceLocation) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("artifactLocation", artifact(location.file))]
    if let range = location.range?.countedFromOne {
      members.append(
        (
          "region",
          [
            "startLine": .integer(range.start.line),
            "startColumn": .integer(range.start.column),
            "endLine": .integer(range.end.line),
            "endColumn": .integer(range.end.column),
          ]
        )
      )
    }
    return .object(members)
  }

  private func artifact(_ file: String) -> JSONValue {
    // An absolute path does not lead into the sources. Example: the path of an output folder outside the toolbox.
    // Absolute paths are written as `file:` addresses.
    if file.hasPrefix("/") { return ["uri": .string(PercentEncoding.fileAddress(file))] }
    return ["uri": .string(PercentEncoding.path(file)), "uriBaseId": "%SRCROOT%"]
  }
}
