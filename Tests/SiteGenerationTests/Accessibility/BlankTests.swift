import Testing

@testable import SiteGeneration

/// Blanks are those of Unicode, even though ASCII texts are judged by their bytes.
@Suite("Blanks in attributes")
struct BlankTests {
  @Test(
    "Nothing but blanks shows nothing", arguments: ["", " ", "\t\n", "\u{A0}", "\u{202F}\u{2003} ", "\u{3000}"])
  func blank(text: String) { #expect(!text.hasVisibleText) }

  @Test("Anything else shows something", arguments: ["a", " a", "é", "\u{A0}…", "→"])
  func seen(text: String) { #expect(text.hasVisibleText) }

  @Test("A blank is found in a word", arguments: ["a b", "a\u{A0}b", " ", "é\u{2003}"])
  func hasBlank(text: String) { #expect(text.hasBlank) }

  @Test("A word has none", arguments: ["a-b", "été", "«a»", ""])
  func hasNone(text: String) { #expect(!text.hasBlank) }

  @Test("Words are what stands between blanks")
  func words() {
    #expect("un".words == ["un"])
    #expect(" un\u{A0}deux\ttrois ".words == ["un", "deux", "trois"])
    #expect("".words == [])
    #expect("  ".words == [])
  }

  @Test("Blanks at both ends go, those between stay")
  func trimming() {
    #expect("un deux".trimmingBlanks() == "un deux")
    #expect("\u{A0} un deux\n".trimmingBlanks() == "un deux")
    #expect("été\u{202F}".trimmingBlanks() == "été")
    #expect(" \t".trimmingBlanks() == "")
  }
}
