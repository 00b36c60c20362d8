import Encodings

/// The report for GitLab's Code Quality, which shows findings in a merge request.
struct GitLabReport {
  let language: Language

  func text(for diagnostics: [Diagnostic]) -> String {
    var fingerprints = Fingerprints()
    let findings: [JSONValue] = diagnostics.map { diagnostic in
      [
        "description": .string(diagnostic.messageAndHelp(in: language)),
        "check_name": .string(diagnostic.id.rawValue),
        "fingerprint": .string(fingerprints.next(for: diagnostic)),
        "severity": .string(severity(of: diagnostic)),
        "location": [
          // Both keys are required. Without a file, the path means the whole project; without a line, the first line is
          // used.
          "path": .string(diagnostic.location?.file ?? "."),
          "lines": ["begin": .integer(diagnostic.location?.range?.countedFromOne.start.line ?? 1)],
        ],
      ]
    }
    return JSONValue.array(findings).text(.lines, .terminal) + "\n"
  }

  private func severity(of diagnostic: Diagnostic) -> String {
    switch (diagnostic.severity, diagnostic.cause) {
    case (.note, _): "info"
    case (.warning, _): "minor"
    case (.error, .source): "major"
    // No change of the content can resolve a refusal of the machine.
    case (.error, .machine): "blocker"
    }
  }
}
