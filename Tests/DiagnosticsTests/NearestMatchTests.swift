import Diagnostics
import Testing

@Suite struct NearestMatchTests {
  @Test func `words that nobody types are not compared`() {
    let long = String(repeating: "a", count: 401)
    #expect(NearestMatch.find(long, among: [long + "b"]) == nil)
    #expect(NearestMatch.find("aa", among: [long, "ab"]) == "ab")
  }

  @Test(arguments: [
    ("chareg.md", "charge.md"), ("Charge.md", "charge.md"), ("chargé.md", "charge.md"), ("charge.m", "charge.md"),
    ("bilann.md", "bilan.md"),
  ])
  func `a slip finds what was meant`(word: String, meant: String) {
    #expect(NearestMatch.find(word, among: ["bilan.md", "charge.md", "index.md"]) == meant)
  }

  @Test(arguments: ["cybersécurité", "", "xx"])
  func `something else finds nothing`(word: String) {
    #expect(NearestMatch.find(word, among: ["bilan.md", "charge.md"]) == nil)
  }

  @Test func `among equals the answer does not depend on the order`() {
    #expect(NearestMatch.find("bax", among: ["bay", "baz"]) == NearestMatch.find("bax", among: ["baz", "bay"]))
  }
}
