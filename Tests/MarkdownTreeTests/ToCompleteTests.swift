import Diagnostics
import MarkdownTree
import TextSupport
import Testing

/// À compléter.
@Suite struct ToCompleteTests {
  @Test(
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
  func `where it stands for a value, it is reported there`(text: String) {
    let marked = MarkedText(text)
    let reading = Reading(marked)
    #expect(reading.places(of: .toComplete) == [marked.onlyRange()])
    #expect(reading.page.all(class: "to-complete").count == 1)
  }

  @Test(
    arguments: [
      "un modèle à compléter", "un **modèle** à compléter", "un modèle **à compléter**",
      "un [modèle](x.md) à compléter",
      "un modèle\nà compléter", "le `code` à compléter", "à complétera", "`à compléter`", "déjà compléter",
      "![x](y.png) à compléter",
    ])
  func `in a sentence it is only words`(text: String) {
    #expect(Reading(text).findings == [])
    #expect(Reading(text).page.all(class: "to-complete").isEmpty)
  }

  @Test func `each one is reported`() {
    let marked = MarkedText("Nom : ⟦à compléter⟧, rue : ⟦à compléter⟧")
    #expect(Reading(marked).places(of: .toComplete) == marked.ranges)
  }

  @Test func `it is a warning`() {
    #expect(Reading("à compléter").document.diagnostics.map(\.severity) == [.warning])
  }

  @Test(
    arguments: [
      "à compléter", " À compléter ", "à compléter (adresse)", "a\u{300} compléter", "à\u{A0}compléter", "A COMPLETER",
    ])
  func `a value is missing`(value: String) {
    #expect(ToComplete.isMissing(value))
  }

  @Test(arguments: ["", "à", "Fiche à compléter", "à complétera", "à compléter2", "compléter"])
  func `a value is there`(value: String) {
    #expect(!ToComplete.isMissing(value))
  }
}
