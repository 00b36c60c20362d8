import Encodings

/// The report for GitLab's Code Quality. GitLab shows these findings in a merge request.
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
          // GitLab requires both keys. For a finding without a file, the path is that of the whole project. For a
          // finding without a line, the line is 1.
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
    // The machine refuses an operation, so no change of the content can resolve the finding.
    case (.error, .machine): "blocker"
    }
  }
}
