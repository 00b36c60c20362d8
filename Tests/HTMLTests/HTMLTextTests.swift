import HTML
import Testing

@Suite struct HTMLTextTests {
  private func decode(_ html: String, in context: CharacterReferences.Context = .text) -> String {
    HTMLText.decode(Array(html.utf8)[...], in: context)
  }

  @Test func `what means something in HTML is escaped`() {
    #expect(HTMLText.escape("<a href=\"x\">&amp;'") == "&lt;a href=&quot;x&quot;&gt;&amp;amp;'")
    #expect(HTMLText.escape("été 😀 '") == "été 😀 '")
  }

  @Test(arguments: ["<&>\"", "&amp;", "&&", "é&", "a&b;c", "", "&eacute;", "&copy=1"])
  func `decoding undoes escaping`(text: String) {
    #expect(decode(HTMLText.escape(text)) == text)
    #expect(decode(HTMLText.escape(text), in: .attribute) == text)
  }

  @Test(arguments: [
    ("&apos;&nbsp;", "'\u{A0}"), ("&#x1F600;", "😀"), ("&rarr;", "→"), ("D&eacute;tails", "Détails"),
    ("&eacutex", "éx"), ("&notit;", "¬it;"), ("&notin;", "∉"), ("&NotEqualTilde;", "≂̸"), ("&#233", "é"),
    ("&#x80;", "€"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&inconnu;", "&inconnu;"),
    ("&", "&"), ("&#;", "&#;"), ("&#x;", "&#x;"), ("&;", "&;"), ("&amp;amp;", "&amp;"), ("& amp;", "& amp;"),
  ])
  func `references in text`(html: String, text: String) {
    #expect(decode(html) == text)
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a&copyb", "?a&copyb"), ("&copy;", "©"), ("&copy", "©"), ("&copy-", "©-"),
    ("&notit;", "&notit;"),
  ])
  func `a name without its semicolon may be part of an address`(html: String, text: String) {
    #expect(decode(html, in: .attribute) == text)
  }

  @Test func `lines end in line feeds`() {
    #expect(decode("a\r\nb\rc&#13;") == "a\nb\nc\r")
  }
}
