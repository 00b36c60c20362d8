import Diagnostics
import TextSupport
import Testing

/// Syntax that YAML or Trousse does not allow.
@Suite struct YAMLSyntaxTests {
  @Test(arguments: [
    "---\ntitre:1️⃣\tUn titre\nordre: 1\n---\n", "---\n1️⃣\ttitre: Un titre\n---\n",
    "---\ntitre: Un1️⃣\ttitre\nordre: 1\n---\n",
  ])
  func `a tab is pointed at`(text: String) {
    expectFinding(.tabInYAML, text, help: "remplacez-la par des espaces")
  }

  @Test(arguments: ["resume: \"un\ttitre\"", "resume: 'un\ttitre'", "resume: |\n  un\ttitre", "# note\ten marge"])
  func `a tab in quoted or block text or in a comment is left alone`(line: String) {
    #expect(loadWithoutFinding("guide/a.md", chapter(line)) != nil)
  }

  @Test(arguments: [
    ("titre: 1️⃣[Brouillon] Le guide", "titre: \"[Brouillon] Le guide\""),
    ("titre: 1️⃣\"Le guide\" de l’ANCT", "titre: \"\\\"Le guide\\\" de l’ANCT\""),
    ("titre: 1️⃣'L'association'", "titre: \"L'association\""),
    ("titre: 1️⃣@anct", "titre: \"@anct\""),
    ("titre: 1️⃣`code`", "titre: \"`code`\""),
    ("titre: 1️⃣%20", "titre: \"%20\""),
    ("titre:1️⃣Le guide", "titre: Le guide"),
  ])
  func `a value that begins with a sign is written in quotes`(line: String, right: String) {
    expectFinding(.yamlSyntax, "---\n\(line)\nordre: 1\n---\n", help: "écrivez « \(right) »")
  }

  @Test func `a lone line without a space after its colon is mended`() {
    expectFinding(.wrongType, "---\n1️⃣titre:Le guide\n---\n", help: "écrivez « titre: Le guide »")
  }

  @Test func `a quote that is never closed is reported where it opens`() {
    expectFinding(.yamlSyntax, "---\nordre: 1\ntitre: 1️⃣\"Le guide\nresume: rien\n---\n")
  }

  @Test func `a list that is never closed is reported in plain words`() throws {
    let result = Content(["guide/a.md": "---\ntitre: A\nordre: 1\nmots-cles: [a, b\nresume: c\n---\n"]).load()
    let finding = try #require(result.diagnostics.first)
    #expect(finding.id == .yamlSyntax)
    #expect(finding.message.french.hasSuffix("il manque une virgule, ou le crochet qui ferme la liste"))
  }

  @Test func `a bracket that is never closed is pointed at`() {
    expectFinding(.yamlSyntax, "---\nordre: 1\ntitre: 1️⃣[a\n---\n")
    expectFinding(.yamlSyntax, "---\nordre: 1\nmots-cles: 1️⃣[a, b\nresume: c\n---\n")
  }

  @Test(arguments: [
    ("titre: A\n1️⃣ ordre: 1\nresume: B", "ordre: 1"), ("titre: \"A\"\n1️⃣   ordre: 1", "ordre: 1"),
    ("ordre: 1\nmots-cles: [a]\n\n1️⃣ titre: A", "titre: A"), ("1️⃣ titre: A\nordre: 1", "titre: A"),
  ])
  func `a key that stands too far to the right is put back`(lines: String, right: String) throws {
    let text = "---\n\(lines)\n---\n"
    expectFinding(.yamlSyntax, text, help: "écrivez « \(right) »")
    let found = Content(["guide/a.md": MarkedText(text).text]).load().diagnostics
    #expect(found.first?.message.french.hasSuffix("la ligne commence par une espace de trop") == true)
  }

  @Test func `an invisible character is pointed at`() {
    expectFinding(.yamlSyntax, "---\ntitre: é1️⃣\u{1}\nordre: 1\n---\n")
  }

  @Test func `the line separators of other software are spaces`() {
    let text = "---\ntitre: Un\u{2028}titre\nordre: 1\n⟦zzz⟧: 1\n---\n"
    expectFinding(.unknownKey, text)
  }

  @Test func `a mistake does not hide those after it`() {
    let content = Content([
      "guide/a.md": "---\ntitre: Un : titre\nresume: *gras*\nmots-cles: [oui]\nzzz: 1\nordre: un\n---\n"
    ])
    #expect(
      content.findings == [
        "yaml-colon content/guide/a.md:2:11", "yaml-alias content/guide/a.md:3:9",
        "yaml-ambiguous-text content/guide/a.md:4:13", "unknown-key content/guide/a.md:5:1",
        "wrong-type content/guide/a.md:6:8",
      ])
  }

  @Test(arguments: ["titre", "\"titre\"", "'titre'"])
  func `a key that is written twice is reported where it is written again`(key: String) throws {
    let text = MarkedText("---\ntitre: A\nordre: 1\n1️⃣\(key): B\n---\n")
    let finding = try #require(Content(["guide/a.md": text.text]).load().diagnostics.first)
    #expect(finding.id == .duplicateKey)
    #expect(finding.location?.range?.start == text.points[1])
    #expect(finding.related.first?.location.range?.start == SourcePosition(line: 2, column: 1))
  }

  @Test func `a value that contains a key is no second key`() {
    #expect(
      loadWithoutFinding("guide/a.md", "---\ntitre: A\nordre: 1\nresume: |\n  titre: B\n---\n")?.chapters.count == 1)
  }

  @Test(arguments: ["---", "---\n", "--- \n", "---\n---", "- a\n-", "a:"])
  func `a value that is missing at the end stands in the text`(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    let found = Content(["site.yml": text, "guide/a.md": chapter("")]).load().diagnostics
    for place in found.compactMap(\.location) where place.file == "content/site.yml" {
      if let range = place.range { #expect(range.start.line <= lines && range.end.line <= lines, "\(place)") }
    }
  }

  @Test func `a list cannot be a key`() {
    expectFinding(.yamlSyntax, "---\ntitre: A\nordre: 1\n1️⃣[a, b]: c\n---\n")
  }

  @Test func `a huge value is refused by its weight`() {
    let text = "---\nresume: " + String(repeating: "a", count: 1_000_001) + "\n---\n"
    let found = Content(["guide/a.md": text]).load().diagnostics
    #expect(found.map(\.id) == [.fileTooLarge])
    #expect(found.first?.message.english == "this YAML weighs 1000 kB; the limit is 1000 kB")
  }

  @Test func `a list of too many values is refused`() {
    let text = chapter("mots-cles: [" + String(repeating: "a,", count: 20_001) + "]")
    #expect(Content(["guide/a.md": text]).load().diagnostics.map(\.id) == [.fileTooLarge])
  }

  @Test(arguments: [40, 5_000]) func `deep nesting is refused`(depth: Int) {
    let text = chapter("mots-cles: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    let found = Content(["guide/a.md": text]).load().diagnostics
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.id == .nestingTooDeep || $0.id == .yamlSyntax })
  }
}
