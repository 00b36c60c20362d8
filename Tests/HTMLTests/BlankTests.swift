import Testing

/// Blanks are those of Unicode, even though ASCII texts are judged by their bytes.
@Suite struct BlankTests {
  @Test(
    arguments: ["", " ", "\t\n", "\u{A0}", "\u{202F}\u{2003} ", "\u{3000}"])
  func `nothing but blanks shows nothing`(text: String) { #expect(!text.hasVisibleText) }

  @Test(arguments: ["a", " a", "é", "\u{A0}…", "→"])
  func `anything else shows something`(text: String) { #expect(text.hasVisibleText) }

  @Test(arguments: ["a b", "a\u{A0}b", " ", "é\u{2003}"])
  func `a blank is found in a word`(text: String) { #expect(text.hasBlank) }

  @Test(arguments: ["a-b", "été", "«a»", ""])
  func `a word has none`(text: String) { #expect(!text.hasBlank) }

  @Test func `words are what stands between blanks`() {
    #expect("un".words == ["un"])
    #expect(" un\u{A0}deux\ttrois ".words == ["un", "deux", "trois"])
    #expect("".words == [])
    #expect("  ".words == [])
  }

  @Test func `blanks at both ends go, those between stay`() {
    #expect("un deux".trimmingBlanks() == "un deux")
    #expect("\u{A0} un deux\n".trimmingBlanks() == "un deux")
    #expect("été\u{202F}".trimmingBlanks() == "été")
    #expect(" \t".trimmingBlanks() == "")
  }
}
