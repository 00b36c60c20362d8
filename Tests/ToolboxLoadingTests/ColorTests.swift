import Diagnostics
import Testing
import Toolbox

@Suite struct ColorTests {
  @Test(arguments: [("#1f5", "#11ff55"), ("#0B5d50", "#0b5d50")]) func `three or six digits`(text: String, hex: String)
  {
    #expect(Color(hex: text)?.hex == hex)
  }

  @Test(arguments: ["", "#", "#12", "#1234", "#12345", "#1234567", "123456", "#12345g", "#１２３", "rouge", " #123"])
  func `nothing else is a colour`(text: String) {
    #expect(Color(hex: text) == nil)
  }

  @Test(arguments: [
    ("0b5d50", "#0b5d50"), ("123", "#112233"), ("\"#0b5d50ff\"", "#0b5d50"), ("\"# 0B5D50\"", "#0b5d50"),
    ("rgb(11, 93, 80)", "#0b5d50"), ("rgba(11 93 80 / 0.5)", "#0b5d50"),
  ])
  func `another form is refused with the right one`(written: String, right: String) {
    expectFinding(
      .wrongType, in: "site.yml", "titre: A\ncouleurs:\n  accent: ⟦\(written)⟧\n",
      help: "écrivez « accent: \"\(right)\" »")
  }

  @Test func `a word is refused with an example`() {
    expectFinding(
      .wrongType, in: "site.yml", "titre: A\ncouleurs:\n  accent: ⟦rouge⟧\n",
      help: "écrivez par exemple « accent: \"#0b5d50\" »")
  }

  @Test(arguments: [
    ("accent: ⟨#1f5", "accent: \"#1f5\""), ("accent: ⟨#1f5 # vif", "accent: \"#1f5\" # vif"),
    ("accent: {clair: ⟨#1f5, sombre: #fff}", "accent: {clair: \"#1f5\", sombre: \"#fff\"}"),
  ])
  func `without quotes a colour is a comment to YAML`(marked: String, right: String) {
    let line = marked.replacing("⟨", with: "1️⃣")
    expectFinding(
      .yamlComment, in: "site.yml", "titre: A\ncouleurs:\n  \(line)\n",
      help: "écrivez « \(right) »")
  }

  @Test func `a colour for each kind of screen`() {
    let content = Content(
      site: "titre: A\ncouleurs:\n  accent: {clair: \"#111\", sombre: \"#eee\"}\n  fond: \"#fff\"\n")
    let colors = content.load().toolbox?.site.colors
    #expect(colors?.map(\.light?.color.hex) == ["#111111", "#ffffff"])
    #expect(colors?.map(\.dark?.color.hex) == ["#eeeeee", nil])
    #expect(colors?.map(\.isSingle) == [false, true])
  }

  @Test func `an unknown kind of screen`() {
    expectFinding(
      .unknownKey, in: "site.yml", "titre: A\ncouleurs:\n  accent: {⟦claire⟧: \"#111\"}\n", help: "écrivez « clair »")
  }

  @Test func `a logo needs its file`() {
    expectFinding(.missingKey, in: "site.yml", "titre: A\nlogo: 1️⃣{decoratif: oui}\n")
  }

  @Test func `a decorative logo has no words`() {
    expectFinding(
      .unknownValue, in: "site.yml", "titre: A\nlogo: {fichier: a.svg, alternative: A, decoratif: 1️⃣oui}\n")
  }
}
