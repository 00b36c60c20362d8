import Encodings

/// The report in the format of GitLab's Code Quality. GitLab shows the findings of this report in merge requests.
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
          // GitLab requires a path and a line. If a finding has no file, the path is the folder of the project. If a
          // finding has no line, the line is 1.
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
