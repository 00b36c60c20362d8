@testable import SitePlanning
import Testing

@testable import SiteVerification

/// Addresses.
@Suite struct AddressTests {
  @Test(
    arguments: [
      ("index.html", "guide/index.html", "guide/index.html"),
      ("guide/charge.html", "guide/index.html", "index.html"),
      ("binome/charge.html", "rex/index.html", "../rex/index.html"),
      ("guide/a.html", "fichiers/mon plan.png", "../fichiers/mon%20plan.png"),
      ("guide/a.html", "index.html", "../index.html"),
      ("a/b.html", "a/b/c.html", "b/c.html"),
      ("a/b/c/d.html", "a/e/f.html", "../../e/f.html"),
      ("ab/c.html", "abc/d.html", "../abc/d.html"),
      ("guide/a.html", "fichiers/a:b+é.png", "../fichiers/a%3Ab+%C3%A9.png"),
    ])
  func `an address is relative to its page and names its file`(page: String, target: String, expected: String) {
    #expect(Address.relative(from: page, to: target) == expected)
  }

  @Test func `an anchor on the page itself needs no file`() {
    #expect(Address.relative(from: "guide/a.html", to: "guide/a.html", anchor: "la") == "#la")
  }

  @Test(
    arguments: [
      ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
      ("a,b.png 1x,c.png 2x", ["a,b.png", "c.png"]),
      ("data:image/png;base64,AAAA 1x", ["data:image/png;base64,AAAA"]),
      (" , a.png, b.png", ["a.png", "b.png"]),
      ("", []),
    ])
  func `the candidates of srcset are read as the standard says`(text: String, expected: [String]) {
    #expect(PageFacts.candidates(text) == expected)
  }
}
