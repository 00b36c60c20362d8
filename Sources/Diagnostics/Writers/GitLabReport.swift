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
          // Both are compulsory: without a file, the whole project is meant; without a line, the file's first.
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
    // No change of the content can resolve it.
    case (.error, .machine): "blocker"
    }
  }
}
