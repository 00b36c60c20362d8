/// The report for GitLab's Code Quality, which shows findings in a merge request.
struct GitLabReport {
  let language: Language

  func text(for diagnostics: [Diagnostic]) -> String {
    var fingerprints = Fingerprints()
    return JSONValue.lines(
      diagnostics.map { diagnostic in
        [
          "description": .string(diagnostic.messageAndHelp(in: language)),
          "check_name": .string(diagnostic.id.rawValue),
          "fingerprint": .string(fingerprints.next(for: diagnostic)),
          "severity": .string(severity(of: diagnostic)),
          "location": [
            // GitLab requires both: `.` stands for the whole project, 1 for a finding without a line.
            "path": .string(diagnostic.location?.file ?? "."),
            "lines": ["begin": .integer(diagnostic.location?.range?.countedFromOne.start.line ?? 1)],
          ],
        ]
      }
    )
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
