import Diagnostics
import Testing

@Suite struct SARIFReportTests {
  private func run(_ findings: [Diagnostic], kinds: [DiagnosticID] = []) throws -> Object {
    let log = try json(report(.sarif, findings, kinds: kinds), as: Object.self)
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    return try #require((log["runs"] as? [Object])?.first)
  }

  private func results(_ findings: [Diagnostic]) throws -> [Object] {
    try #require(try run(findings)["results"] as? [Object])
  }

  private func physical(_ location: Any?) throws -> Object {
    try #require((location as? Object)?["physicalLocation"] as? Object)
  }

  @Test func `a run names the tool, its version and the rules that found something`() throws {
    let findings = [Diagnostic(.yamlColon, at: nil, Message("x")), finding(), finding(.note)]
    let run = try run(findings, kinds: [.yamlColon, .brokenLink])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "Trousse" && driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.map { $0["id"] as? String } == ["yaml-colon", "broken-link"])
    let explanation = DiagnosticID.brokenLink.explanation
    #expect(rules[1]["shortDescription"] as? [String: String] == ["text": explanation.title.english])
    #expect(rules[1]["fullDescription"] as? [String: String] == ["text": explanation.meaning.english])
    #expect((rules[1]["help"] as? [String: String])?["text"] == explanation.remedy.english)
    let results = try #require(run["results"] as? [Object])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1, 1])
    #expect(results.map { $0["level"] as? String } == ["error", "error", "note"])
  }

  @Test(arguments: [
    ([DiagnosticID.yamlColon, .brokenLink], ["yaml-colon", "broken-link"]),
    ([.brokenLink, .yamlColon], ["broken-link", "yaml-colon"]), ([.yamlColon], ["yaml-colon", "broken-link"]),
    ([], ["broken-link", "yaml-colon"]),
  ])
  func `rules are in the order of the kinds, whatever was found first`(kinds: [DiagnosticID], rules: [String]) throws {
    let run = try run([finding(), Diagnostic(.yamlColon, at: nil, Message("x"))], kinds: kinds)
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect((driver["rules"] as? [Object])?.map { $0["id"] as? String } == rules)
    let results = try #require(run["results"] as? [Object])
    let places = [rules.firstIndex(of: "broken-link"), rules.firstIndex(of: "yaml-colon")]
    #expect(results.map { $0["ruleIndex"] as? Int } == places)
  }

  @Test func `a place is a region of a file, by its address`() throws {
    let one = try #require(
      try results([finding(at: SourceRange(12, 5, to: 9), in: "content/été 1:2.md", help: Message("h"))]).first
    )
    #expect((one["message"] as? [String: String]) == ["text": "the link leads to no file\nh"])
    let place = try physical((one["locations"] as? [Object])?.first)
    #expect(
      place["artifactLocation"] as? [String: String]
        == ["uri": "content/%C3%A9t%C3%A9%201%3A2.md", "uriBaseId": "%SRCROOT%"]
    )
    #expect(place["region"] as? [String: Int] == ["startLine": 12, "startColumn": 5, "endLine": 12, "endColumn": 9])
  }

  @Test func `second places are related locations`() throws {
    let other = Diagnostic.Related(SourceLocation(file: "a.md"), Message("first here"))
    let one = try #require(try results([finding(related: [other])]).first)
    let related = try #require((one["relatedLocations"] as? [Object])?.first)
    #expect(related["message"] as? [String: String] == ["text": "first here"])
    #expect(try physical(related)["region"] == nil)
  }

  @Test func `without a place there are no locations, without findings no results`() throws {
    #expect((try results([finding(in: nil)]).first?["locations"] as? [Object])?.isEmpty == true)
    #expect(try results([]).isEmpty)
  }

  @Test func `lines and columns count from one whatever was given`() throws {
    for result in try results(hostileFindings) {
      let region = try physical((result["locations"] as? [Object])?.first)["region"] as? [String: Int]
      #expect(region?.values.allSatisfy { $0 >= 1 } == true)
    }
  }
}
