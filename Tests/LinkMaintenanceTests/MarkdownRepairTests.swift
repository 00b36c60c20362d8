import Diagnostics
import LinkMaintenance
import Testing

@Suite struct MarkdownRepairTests {
  @Test(
    arguments: [
      // Links with a separate target.
      "[t](@)", "[t](@ \"titre\")", "[t]( @ 'titre' )", "[t](<@> \"titre\")", "[t](\n  @\n  \"titre\")", "[](@)",
      "[*t* `]` \\] **u**](@)", "[![i](i.png)](@)", "![i](i.png \"t\") [t](@)", "[t](@){lang=en}",
      // Links whose text is the address.
      "<@>", "Voir <@>.", "@", "Voir @.", "Voir @, puis @ ; @ ? Oui !", "(@)", "*@*", "**Voir @**", "~~@~~", "« @ »",
      "Voir @<br>", "é 😀 @\n@",
      // Links to a definition, which is changed once.
      "[t][r]\n\n[r]: @", "[r][] et [R] et [t][r]\n\n[r]: @ \"titre\"", "[r]\n\n[r]: <@> 'titre'",
      "[r]\n\n[r]:\n  @\n  (titre)",
      "[a][] [b][] [c][]\n\n[a]: @\n[b]: https://autre.fr\n[c]: @", "[r]: @\n[r]", "> [r]: @\n\n[r]", "- [r]: @\n\n[r]",
      "![r] [r]\n\n[r]: @",
      // Links in different blocks.
      "# Titre [t](@)", "Titre [t](@)\n===", "> [t](@)\n> > @", "- [t](@)\n  1. <@>\n     @", "- [ ] [t](@)\n- [x] @",
      "| a | b |\n|---|---|\n| [t](@) | @ |\n| <@> | [u][r] |\n\n[r]: @", "| @ |\n|---|",
      "a[^1] b[^2]\n\n[^1]: [t](@)\n\n[^2]: @",
      "::: encadre\n[t](@)\n\n@\n:::", "> [!NOTE]\n> [t](@)", "<details>\n<summary>S</summary>\n\n[t](@)\n\n</details>",
      "a\\\n[t](@)  \n@",
      // Text that only looks like a link, and a link that only looks like the repaired one.
      "`[t](@)` [t](@)", "```\n[t](@)\n[r]: @\n```\n\n[r]\n\n[r]: @", "x <!-- @ --> [t](@)", "\\[t](@) [t](@)",
      "[https://ancien.fr/a/plus](https://ancien.fr/a/plus) [t](@)",
    ])
  func `a link to the old address leads to the new one, and nothing else changes`(text: String) {
    // Text that is not a link keeps the old address.
    let written = { (address: String) in text.replacing("@", with: address) }
    let repairing = Repairing(written(old))
    #expect(repairing.repair.skipped == [])
    let targets = repairing.targets
    #expect(targets.after == targets.before.map { $0 == old ? new : $0 })
    #expect(targets.before.contains(old))
    let literal = ["`[t](", "```\n[t](", "\n[r]: @\n```", "<!-- ", "\\[t]("].contains { text.contains($0) }
    if !literal { #expect(repairing.result == written(new)) }
    #expect(repairing.result.replacing(new, with: old) == repairing.text)
  }

  @Test func `a text that reads like the address stays`() {
    expectRepair("[\(old)](\(old))", "[\(old)](\(new))")
    expectRepair("[\(old)][r] `\(old)`\n\n[r]: \(old)", "[\(old)][r] `\(old)`\n\n[r]: \(new)")
  }

  @Test func `what is no link stays`() {
    expectRepair("`\(old)` <!-- \(old) --> <\(old)>", "`\(old)` <!-- \(old) --> <\(new)>")
    expectRepair("    \(old)\n\n\(old)", "    \(old)\n\n\(new)")
    expectRepair("<!--\n[x]: \(old)\n-->\n\n[r]\n\n[r]: \(old)", "<!--\n[x]: \(old)\n-->\n\n[r]\n\n[r]: \(new)")
  }

  @Test func `an address without its scheme is written whole`() {
    expectRepair("Voir www.ancien.fr.", "Voir \(new).", ["http://www.ancien.fr": new])
  }

  @Test(arguments: [
    ("[t](https://a.fr/x\\_y)", "https://a.fr/x_y"), ("[t](https://a.fr/?a&amp;b)", "https://a.fr/?a&b"),
    ("[t](https://a.fr/caf&eacute;)", "https://a.fr/café"), ("<https://a.fr/?a&amp;b>", "https://a.fr/?a&b"),
    ("[r]\n\n[r]: https://a.fr/\\(x", "https://a.fr/(x"), ("[t](<https://a.fr/x y>)", "https://a.fr/x y"),
    ("| a |\n|---|\n| [t](https://a.fr/\\|x) |", "https://a.fr/|x"), ("https://a.fr/?a&amp;b", "https://a.fr/?a&amp;b"),
  ])
  func `an old address that is written with escapes is recognised`(text: String, address: String) {
    let repairing = Repairing(text, [address: new])
    #expect(repairing.repair.skipped == [])
    #expect(repairing.targets.after == [new])
  }

  @Test(arguments: [
    ("https://b.fr/a_(b)", "[t](https://b.fr/a_(b))"), ("https://b.fr/a)b", "[t](https://b.fr/a\\)b)"),
    ("https://b.fr/(a", "[t](https://b.fr/\\(a)"), ("https://b.fr/)(", "[t](https://b.fr/\\)\\()"),
    ("https://b.fr/?a&copy=1", "[t](https://b.fr/?a&copy=1)"),
    ("https://b.fr/?a&copy;b", "[t](https://b.fr/?a&amp;copy;b)"),
    ("https://b.fr/?a&#38;b", "[t](https://b.fr/?a&amp;#38;b)"),
    ("https://b.fr/*a_b_~c~", "[t](https://b.fr/*a_b_~c~)"),
    ("https://b.fr/[a]!'", "[t](https://b.fr/[a]!')"), ("https://b.fr/été", "[t](https://b.fr/été)"),
  ])
  func `a target is written so that it means the new address`(address: String, expected: String) {
    expectRepair("[t](\(old))", expected, [old: address])
    expectRepair(
      "[t](\(old) \"titre\")", expected.dropLast() + " \"titre\")", [old: address])
    let target = String(expected.dropFirst("[t](".count).dropLast())
    expectRepair("[r]\n\n[r]: \(old)", "[r]\n\n[r]: \(target)", [old: address])
  }

  @Test func `brackets within brackets, deeper than the reader allows, are escaped`() {
    let address = "https://b.fr/" + String(repeating: "(", count: 40) + String(repeating: ")", count: 40)
    let repairing = Repairing("[t](\(old))", [old: address])
    #expect(repairing.targets.after == [address])
  }

  @Test(arguments: ["https://b.fr/a_(b", "https://b.fr/a)b", "https://b.fr/?a&copy=1"])
  func `pointed brackets spare a target its escapes`(address: String) {
    expectRepair("[t](<\(old)>)", "[t](<\(address)>)", [old: address])
    expectRepair("[r]\n\n[r]: <\(old)> \"t\"", "[r]\n\n[r]: <\(address)> \"t\"", [old: address])
    expectRepair("<\(old)>", "<\(address)>", [old: address])
  }

  @Test(arguments: [
    "https://b.fr/a.", "https://b.fr/a?!", "https://b.fr/a)", "https://b.fr/a,", "https://b.fr/a*", "https://b.fr/a_",
    "https://b.fr/a'", "https://b.fr/a~",
  ])
  func `a bare address that the reader would cut short gets pointed brackets`(address: String) {
    expectRepair("Voir \(old) ici", "Voir <\(address)> ici", [old: address])
    expectRepair("Voir \(old).", "Voir <\(address)>.", [old: address])
  }

  @Test func `a bare address whose end depends on what follows gets pointed brackets`() {
    expectRepair("(\(old))", "(<https://b.fr/(a>)", [old: "https://b.fr/(a"])
    expectRepair("(\(old))", "(https://b.fr/(a))", [old: "https://b.fr/(a)"])
    expectRepair("\(old);", "<https://b.fr/?a&amp;copy;>;", [old: "https://b.fr/?a&copy;"])
    expectRepair("\(old) *x*", "https://b.fr/a*b *x*", [old: "https://b.fr/a*b"])
  }

  @Test func `in a table, a bar is encoded`() {
    let table = "| a | b |\n|---|---|\n| [t](@) | @ <@> |"
    expectRepair(
      table.replacing("@", with: old), table.replacing("@", with: "https://b.fr/x%7Cy"), [old: "https://b.fr/x|y"],
      means: "https://b.fr/x%7Cy")
  }

  @Test func `an anchor of the old address is kept`() {
    expectRepair(
      "[t](\(old)#ici) \(old)#ici", "[t](\(new)#ici) \(new)#ici", [old + "#ici": new], means: new + "#ici")
  }

  @Test func `several addresses of one file move at once, each to its own`() {
    expectRepair(
      "[a](https://a.fr) <https://b.fr> https://c.fr/x", "[a](https://a.org/plus-long) <https://b.org> https://c.org",
      ["https://a.fr": "https://a.org/plus-long", "https://b.fr": "https://b.org", "https://c.fr/x": "https://c.org"])
  }
}
