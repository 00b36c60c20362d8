import Diagnostics
import MarkdownTree
import Testing

/// Shows no-break spaces: U+00A0 as `~`, U+202F as `_`.
private func shown(_ text: String) -> String {
  text.replacing("\u{A0}", with: "~").replacing("\u{202F}", with: "_")
}

/// French typography.
@Suite struct TypographyTests {
  @Test(
    arguments: [
      ("Quelle charge prévoir ?", "Quelle charge prévoir_?"),
      ("Oui ; non !", "Oui_; non_!"),
      ("Ainsi : voilà", "Ainsi~: voilà"),
      ("Qu'est-ce qu'on fait ?!", "Qu’est-ce qu’on fait_?!"),
      ("l'État d'œuvre, aujourd'hui", "l’État d’œuvre, aujourd’hui"),
      ("l'« avis »", "l’«~avis~»"),
      ("un \"mot\" et \"deux mots\"", "un «~mot~» et «~deux mots~»"),
      ("«serré»", "«~serré~»"),
      ("« a ?  »", "«~a_?~»"),
      ("50 heures, 110 h, 20 €, 9 %, 30 kg", "50~heures, 110~h, 20~€, 9~%, 30~kg"),
      ("4 h 30", "4~h~30"),
      ("12 000 habitants, 1 250 000 €", "12~000 habitants, 1~250~000~€"),
      ("M. Boyé, Mme Vernoux, n° 3, art. 35, p. 4", "M.~Boyé, Mme~Vernoux, n°~3, art.~35, p.~4"),
      ("et ainsi de suite...", "et ainsi de suite…"),
      ("la Vague 1, les articles 3 et 4", "la Vague~1, les articles~3 et 4"),
      ("Niveaux 1 et 2, tableaux 3", "Niveaux~1 et 2, tableaux~3"),
      ("chap. 2, fig. 4, § 3, tome 2, Version 2", "chap.~2, fig.~4, §~3, tome~2, Version~2"),
    ])
  func `a text is set as the Imprimerie nationale's usage has it`(typed: String, expected: String) {
    #expect(shown(FrenchTypography().apply(to: typed)) == expected)
  }

  @Test(
    arguments: [
      "10:30", "https://exemple.fr/?a=1&b=2", "fe80::1", "Yahoo! et plus", ":smile:", ":-)", "un écran de 24\" ou plus",
      "en 2022 100 personnes", "2 sites", "a....b", "rock 'n' roll", "50 heureux",
      "la vague pilote", "nos divagues 1", "Vague un", "6 pilotes",
    ])
  func `what is not French prose stays as it is`(text: String) { #expect(FrenchTypography().apply(to: text) == text) }

  @Test func `a quotation keeps its words and its marks: only spaces and apostrophes are set`() {
    let set = FrenchTypography(.quotation).apply(to: "L'élu dit \"oui\" ... vraiment ?")
    #expect(shown(set) == "L’élu dit \"oui\" ... vraiment_?")
  }

  private func plainText(_ markdown: String) -> [String] {
    let document = Document(parsing: SourceText(file: "a.md", text: markdown), typography: FrenchTypography())
    return document.blocks.compactMap { block in
      if case .paragraph(let inlines) = block.content { shown(inlines.plainText) } else { nil }
    }
  }

  @Test
  func `quotes pair over the whole paragraph, whatever markup stands between`() {
    #expect(plainText("un \"**mot** fort\" ici") == ["un «~mot fort~» ici"])
  }

  @Test
  func `a mark after markup is set by what stands before it`() {
    #expect(plainText("est-ce **vrai** ?") == ["est-ce vrai_?"])
  }

  @Test func `code, raw HTML and addresses are never touched`() {
    #expect(plainText("`a ? b'c` et <kbd>d'e</kbd>") == ["a ? b'c et d’e"])
    #expect(plainText("<https://exemple.fr/l'a>") == ["https://exemple.fr/l'a"])
  }

  @Test func `a passage in another language is not French`() {
    let document = Document(
      parsing: SourceText(file: "a.md", text: "::: langue en\nIt's \"so\" !\n:::\n"), typography: FrenchTypography())
    guard case .container(let container)? = document.blocks.first?.content,
      case .paragraph(let inlines)? = container.blocks.first?.content
    else {
      Issue.record("no paragraph in the container")
      return
    }
    #expect(inlines.plainText == "It's \"so\" !")
  }

  @Test func `setting a text twice changes nothing more, to the byte`() {
    let pieces = [
      "l'", "État", " ", "«", "»", " ?", " :", "\"", "...", "12 000", "50 h", "M. B", "'", "\u{A0}", "\u{202F}", "é",
      "(", ")", "Vague", "fig.", " 1",
    ]
    var state: UInt64 = 42
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let once = FrenchTypography().apply(to: text)
      #expect(FrenchTypography().apply(to: once) == once, "\(shown(text))")
    }
  }
}
