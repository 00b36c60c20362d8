/// The report in the format of JUnit's test results. Nearly every forge and build server displays this format. Each
/// file is a suite, and each finding is a test case. The report does not contain a time or the name of a machine.
struct JUnitReport {
  let language: Language

  /// The name of the suite for findings without a file.
  private static let placeless = "trousse"

  /// The test cases for the findings of one file.
  private struct Suite {
    var name: String
    var cases: [String] = []
    var skipped = 0
    /// The key is a message. The value is the number of test cases with this message.
    var ranks: [String: Int] = [:]

    var counts: String { "tests=\"\(cases.count)\" failures=\"\(cases.count - skipped)\" skipped=\"\(skipped)\"" }
  }

  func text(for diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return document(cases: 1, failures: 0, skipped: 0, suites: [passing]) }
    let suites = suites(of: diagnostics)
    let skipped = suites.reduce(0) { $0 + $1.skipped }
    return document(
      cases: diagnostics.count, failures: diagnostics.count - skipped, skipped: skipped,
      suites: suites.map { suite in
        "<testsuite name=\"\(XMLText.escapedAttribute(suite.name))\" \(suite.counts)>\n"
          + suite.cases.joined() + "</testsuite>\n"
      })
  }

  private func document(cases: Int, failures: Int, skipped: Int, suites: [String]) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"trousse\" tests=\"\(cases)\" failures=\"\(failures)\" skipped=\"\(skipped)\">\n"
      + suites.joined() + "</testsuites>\n"
  }

  /// The only suite of a report without findings. It has one test case, because servers treat a report without test
  /// cases as missing.
  private var passing: String {
    let name = Message(fr: "rien à signaler", en: "nothing to report").text(in: language)
    return """
      <testsuite name="\(Self.placeless)" tests="1" failures="0" skipped="0">
      <testcase name="\(name)" classname="\(Self.placeless)"/>
      </testsuite>

      """
  }

  /// One suite per file. The suites are in the order of the first finding in each file.
  private func suites(of diagnostics: [Diagnostic]) -> [Suite] {
    var suites: [Suite] = []
    var places: [String: Int] = [:]
    for diagnostic in diagnostics {
      let name = diagnostic.location?.file ?? Self.placeless
      let place = places[name] ?? suites.count
      if place == suites.count {
        places[name] = place
        suites.append(Suite(name: name))
      }
      add(diagnostic, to: &suites[place])
    }
    return suites
  }

  private func add(_ diagnostic: Diagnostic, to suite: inout Suite) {
    let message = diagnostic.message.text(in: language)
    // If two test cases have the same name, servers show only the first one. Therefore repeated names get a number.
    let rank = suite.ranks[message, default: 0] + 1
    suite.ranks[message] = rank
    let line = (diagnostic.location?.range?.countedFromOne.start.line).map { " line=\"\($0)\"" } ?? ""
    let name = XMLText.escapedAttribute(rank == 1 ? message : "\(message) (\(rank))")
    suite.cases.append(
      "<testcase name=\"\(name)\" classname=\"\(XMLText.escapedAttribute(suite.name))\"\(line)>\n"
        + outcome(of: diagnostic, message: message) + "</testcase>\n")
    if diagnostic.severity == .note { suite.skipped += 1 }
  }

  private func outcome(of diagnostic: Diagnostic, message: String) -> String {
    let attribute = XMLText.escapedAttribute(message)
    switch diagnostic.severity {
    case .note: return "<skipped message=\"\(attribute)\"/>\n"
    case .warning, .error:
      let place = diagnostic.location.map { [$0.label] } ?? []
      let related = diagnostic.related.map { "\($0.location.label): \($0.message.text(in: language))" }
      let text = (place + [diagnostic.messageAndHelp(in: language)] + related).joined(separator: "\n")
      return "<failure type=\"\(diagnostic.id.rawValue)\" message=\"\(attribute)\">\(XMLText.escaped(text))</failure>\n"
    }
  }
}
