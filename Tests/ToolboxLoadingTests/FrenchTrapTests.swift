import Diagnostics
import Testing

/// The three YAML traps of the content model, each with the corrected line.
@Suite struct FrenchTrapTests {
  @Test(arguments: [
    ("titre: Le MOOC 1️⃣: un guide", "titre: \"Le MOOC : un guide\""),
    ("titre: Le « MOOC »\u{A0}1️⃣: un guide", "titre: \"Le « MOOC »\u{A0}: un guide\""),
    ("titre: Le \"MOOC\" 1️⃣: un guide", "titre: \"Le \\\"MOOC\\\" : un guide\""),
    ("titre: Un guide 1️⃣:", "titre: \"Un guide :\""),
  ])
  func `a colon in a value`(line: String, right: String) {
    expectFinding(.yamlColon, "---\n\(line)\nordre: 1\n---\n", help: "écrivez « \(right) »")
  }

  @Test(arguments: [
    ("  - 1️⃣Le MOOC : un guide", "- \"Le MOOC : un guide\""),
    ("  - Le MOOC : un 1️⃣: guide", "- \"Le MOOC : un : guide\""),
  ])
  func `a colon in an item of a list`(line: String, right: String) {
    expectFinding(.yamlColon, chapter("mots-cles:\n\(line)"), help: "écrivez « \(right) »")
  }

  @Test func `a colon in an item between brackets`() {
    expectFinding(
      .yamlColon, chapter("mots-cles: [a, 1️⃣Le MOOC : un guide, b]"),
      help: "écrivez « mots-cles: [a, \"Le MOOC : un guide\", b] »")
  }

  @Test func `a colon in a text that stands below its key`() {
    expectFinding(.yamlColon, chapter("resume:\n  1️⃣Le MOOC : un guide"), help: "écrivez « \"Le MOOC : un guide\" »")
  }

  @Test func `a colon in a text of several lines`() {
    expectFinding(
      .yamlColon, chapter("resume: Un texte\n  et la suite 1️⃣: fin"),
      help: "mettez tout le texte entre guillemets droits : \"…\"")
  }

  @Test(arguments: ["https://www.exemple.fr", "12:30:45 et plus", "a:b"])
  func `a colon without a space is no trap`(text: String) {
    #expect(loadWithoutFinding("guide/a.md", chapter("resume: \(text)"))?.chapters.first?.summary == text)
  }

  @Test(arguments: [
    ("titre: ⟦Le guide⟧ #2", "titre: \"Le guide #2\""),
    ("titre: ⟦L’été⟧ # et l’hiver", "titre: \"L’été # et l’hiver\""),
    ("titre: 1️⃣#NR", "titre: \"#NR\""),
  ])
  func `a hash after a space`(line: String, right: String) {
    expectFinding(.yamlComment, "---\n\(line)\nordre: 1\n---\n", help: "écrivez « \(right) »")
  }

  @Test(arguments: [
    "resume: C#", "resume: \"a #2\"", "resume: 'a' # note", "resume: # plus tard", "# une note", "pour: [] # tous",
  ])
  func `a hash that cuts no text is no trap`(line: String) {
    #expect(loadWithoutFinding("guide/a.md", chapter(line)) != nil)
  }

  @Test(arguments: [
    ("resume: ⟦oui⟧", "resume: \"oui\""), ("resume: ⟦Non⟧", "resume: \"Non\""), ("resume: ⟦4:30⟧", "resume: \"4:30\""),
    ("resume: ⟦~⟧", "resume: \"~\""), ("mots-cles: [a, ⟦non⟧, b]", "mots-cles: [a, \"non\", b]"),
    ("mots-cles:\n  - ⟦on⟧", "- \"on\""),
  ])
  func `a word that YAML takes for something else`(line: String, right: String) {
    expectFinding(.yamlAmbiguousText, chapter(line), help: "écrivez « \(right) »")
  }

  @Test(arguments: ["\"oui\"", "'4:30'", "4h30", "oui et non", "1.10", "01000", "2025"])
  func `a text that is one is left as it is`(text: String) {
    let plain = text.trimmingCharacters(["\"", "'"])
    #expect(loadWithoutFinding("guide/a.md", chapter("resume: \(text)"))?.chapters.first?.summary == plain)
  }
}

extension String {
  fileprivate func trimmingCharacters(_ set: Set<Character>) -> String { filter { !set.contains($0) } }
}
