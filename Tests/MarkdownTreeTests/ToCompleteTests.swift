import Diagnostics
import MarkdownTree
import TextSupport
import Testing

@Suite("À compléter")
struct ToCompleteTests {
  @Test(
    "Where it stands for a value, it is reported there",
    arguments: [
      "⟦à compléter⟧", "⟦À compléter⟧", "⟦À COMPLÉTER⟧.", "Directeur : ⟦à compléter⟧",
      "Nom&nbsp;: ⟦à compléter⟧, Paris",
      "É — ⟦à compléter⟧", "(⟦à compléter⟧)", "**Nom :** ⟦à compléter⟧", "Nom : **⟦à compléter⟧**",
      "Nom :\n⟦à compléter⟧",
      "Adresse  \n⟦à compléter⟧", "| ⟦à compléter⟧ |\n|---|", "- ⟦à compléter⟧", "Nom : ⟦à\u{A0}compléter⟧",
      "Nom : ⟦a\u{300} comple\u{301}ter⟧", "Nom : ⟦A COMPLETER⟧", "\\* : ⟦à compléter⟧",
      "> ## Été : ⟦à compléter⟧ {#x}",
      "[⟦à compléter⟧](x.md)",
    ])
  func value(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .toComplete) == [marked.onlyRange()])
    #expect(reading.page.all(class: "to-complete").count == 1)
  }

  @Test(
    "In a sentence it is only words",
    arguments: [
      "un modèle à compléter", "un **modèle** à compléter", "un modèle **à compléter**",
      "un [modèle](x.md) à compléter",
      "un modèle\nà compléter", "le `code` à compléter", "à complétera", "`à compléter`", "déjà compléter",
      "![x](y.png) à compléter",
    ])
  func sentence(text: String) {
    #expect(Reading(text).findings == [])
    #expect(Reading(text).page.all(class: "to-complete").isEmpty)
  }

  @Test func eachOneIsReported() {
    let marked = MarkedText("Nom : ⟦à compléter⟧, rue : ⟦à compléter⟧")
    #expect(Reading(marked).places(of: .toComplete) == marked.ranges)
  }

  @Test func itIsAWarning() {
    #expect(Reading("à compléter").document.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    "A value is missing",
    arguments: [
      "à compléter", " À compléter ", "à compléter (adresse)", "a\u{300} compléter", "à\u{A0}compléter", "A COMPLETER",
    ])
  func missing(value: String) {
    #expect(ToComplete.isMissing(value))
  }

  @Test("A value is there", arguments: ["", "à", "Fiche à compléter", "à complétera", "à compléter2", "compléter"])
  func there(value: String) {
    #expect(!ToComplete.isMissing(value))
  }
}
