import Diagnostics
import LinkMaintenance
import Testing

@Suite struct AddressRepairTests {
  @Test(arguments: [
    ("https://a.fr/x#ici", "https://b.fr/y", "https://b.fr/y#ici"),
    ("https://a.fr/x#ici", "https://b.fr/y#la", "https://b.fr/y#la"),
    ("https://a.fr/x#ici", "https://b.fr/y#", "https://b.fr/y#ici"),
    ("https://a.fr/x", "https://b.fr/y#la", "https://b.fr/y#la"),
    ("https://a.fr/x#", "https://b.fr/y", "https://b.fr/y"),
    ("https://a.fr/x#ici#deux", "https://b.fr/y?q", "https://b.fr/y?q#ici#deux"),
    ("https://a.fr/x#:~:text=mot", "https://b.fr/y", "https://b.fr/y#:~:text=mot"),
  ])
  func `an anchor is kept where the new address has none of its own`(old: String, new: String, result: String) {
    #expect(repair(from: old, to: new).result == result)
  }

  @Test(arguments: [
    ("https://a.fr/x y", "https://a.fr/x%20y"), ("https://a.fr/<x>", "https://a.fr/%3Cx%3E"),
    ("https://a.fr/x\\y", "https://a.fr/x%5Cy"), ("https://a.fr/x\r\ny", "https://a.fr/x%0D%0Ay"),
    ("https://a.fr/x|y`z\"", "https://a.fr/x%7Cy%60z%22"), ("https://a.fr/\u{0}\u{7F}", "https://a.fr/%00%7F"),
    ("https://a.fr/\u{A0}\u{2028}", "https://a.fr/%C2%A0%E2%80%A8"),
    ("https://a.fr/\u{202E}x", "https://a.fr/%E2%80%AEx"),
  ])
  func `what no text could hold safely is encoded`(new: String, result: String) {
    #expect(repair(from: "https://a.fr", to: new).result == result)
  }

  @Test(arguments: [
    "https://a.fr/caf%C3%A9", "https://a.fr/café", "https://a.fr/a_(b)*~'!$,;=:@[c]{d}^?e=f&g=%#h", "https://é.fr/日本",
  ])
  func `everything else stays as it is`(address: String) {
    #expect(repair(from: "https://a.fr", to: address).result == address)
  }

  private func repair(from old: String, to new: String) -> AddressRepair {
    AddressRepair(from: old, to: new, at: SourceRange(start: SourcePosition(line: 1, column: 1)))
  }
}
