import Diagnostics
import Foundation
import LinkMaintenance
import TextSupport
import Testing

@Suite struct SkippedRepairTests {
  @Test(arguments: [
    "[t](⟦https://autre.fr⟧)", "[⟦t⟧](\(old))", "[t](⟦https://ancien.fr⟧/a)", "⟦⟧\(old)", "⟦Du texte⟧", "`⟦\(old)⟧`",
    "[t](\(old))⟦⟧", "---\ntitre: x\nadresse: ⟦https://autre.fr⟧\n---\n", "---\ntitre: ⟦x⟧\n---\n\(old)",
    "<a href=\"⟦\(old)⟧\">x</a>", "[x]: ⟦\(old)⟧",
  ])
  func `a place that does not mean the old address is left`(marked: String) {
    expectSkipped(marked, .otherText)
  }

  @Test func `a no-break space and what follows an address stay`() {
    for rest in ["\u{A0}!", "\u{202F}(la)!"] {
      let repairing = Repairing("Voir \(old)\(rest)", [old: new])
      #expect(repairing.repair.skipped == [])
      #expect(repairing.result == repairing.text.replacing(old, with: new))
    }
  }

  @Test func `a place that is not in the file is left`() {
    let far = SourceRange(
      start: SourcePosition(line: 99, column: 5), end: SourcePosition(line: Int.max, column: Int.max))
    let repair = FileRepair(
      of: Array(old.utf8), named: "a.md", repairs: [AddressRepair(from: old, to: new, at: far)])
    #expect(repair.skipped.map(\.reason) == [.otherText])
  }

  @Test(arguments: [
    "", "#", "nouveau.fr", "javascript:alert(1)", "https://", "ftp://b.fr", "//b.fr", " ", "mailto:a@b.fr",
  ])
  func `what is no address of the web is not written`(address: String) {
    expectSkipped("[t](⟦\(old)⟧)", to: address, .notAnAddress)
  }

  @Test func `an address that is right already is left`() {
    expectSkipped("[t](⟦\(old)⟧)", to: old, .nothingToChange)
  }

  @Test func `a file that is no text is left`() {
    let start = SourceRange(start: SourcePosition(line: 1, column: 1))
    let bytes: [UInt8] = [0x61, 0xFF]
    let repair = FileRepair(of: bytes, named: "a.md", repairs: [AddressRepair(from: old, to: new, at: start)])
    #expect(repair.bytes == bytes)
    #expect(repair.skipped.map(\.reason) == [.unreadableFile])
  }

  @Test func `of two new addresses for one place, neither is chosen`() {
    let range = MarkedText("[t](⟦\(old)⟧)").onlyRange()
    let repairs = ["https://b.fr", "https://c.fr"].map { AddressRepair(from: old, to: $0, at: range) }
    let repair = FileRepair(of: Array("[t](\(old))".utf8), named: "a.md", repairs: repairs)
    #expect(repair.skipped == repairs.map { SkippedRepair($0, .contradiction) })
    #expect(String(decoding: repair.bytes, as: UTF8.self) == "[t](\(old))")
  }

  @Test func `a heading whose anchor would change is left, and the links around it are repaired`() {
    let text = MarkedText("[t](⟦\(old)⟧)\n\n## ⟦\(old)⟧\n\n<⟦\(old)⟧>\n\n[u](⟦\(old)⟧)")
    let repairs = text.ranges.map { AddressRepair(from: old, to: new, at: $0) }
    let repair = FileRepair(of: Array(text.text.utf8), named: "a.md", repairs: repairs)
    #expect(repair.skipped == [SkippedRepair(repairs[1], .sideEffect)])
    #expect(repair.done == [repairs[0], repairs[2], repairs[3]])
    #expect(String(decoding: repair.bytes, as: UTF8.self) == "[t](\(new))\n\n## \(old)\n\n<\(new)>\n\n[u](\(new))")
  }

  @Test(arguments: ["<!--\n[r]: @\n-->", "    [r]: @", "x\n[r]: @", "<details>\n[r]: @\n</details>"])
  func `what looks like the definition of a link is never changed in its stead`(decoy: String) {
    let repairing = Repairing((decoy + "\n\n[r]\n\n[r]: @").replacing("@", with: old))
    let decoyAfter = repairing.result.components(separatedBy: "\n\n[r]\n\n").first
    #expect(decoyAfter == decoy.replacing("@", with: old))
    let isRepaired = repairing.repair.skipped.isEmpty
    #expect(repairing.targets.after.last == (isRepaired ? new : old))
  }

  @Test func `a repair that is refused says where, and keeps no other from being made`() {
    let text = MarkedText("⟦rien⟧ [t](⟦\(old)⟧)")
    let repairs = text.ranges.map { AddressRepair(from: old, to: new, at: $0) }
    let repair = FileRepair(of: Array(text.text.utf8), named: "a.md", repairs: repairs)
    #expect(repair.skipped == [SkippedRepair(repairs[0], .otherText)])
    #expect(String(decoding: repair.bytes, as: UTF8.self) == "rien [t](\(new))")
  }

  @Test(arguments: SkippedRepair.Reason.allCases)
  func `every reason is told in both languages`(reason: SkippedRepair.Reason) {
    #expect(!reason.message.french.isEmpty && !reason.message.english.isEmpty)
    #expect(reason.message.french != reason.message.english)
  }

  private func expectSkipped(
    _ marked: String, to address: String = new, _ reason: SkippedRepair.Reason,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(marked)
    let wanted = AddressRepair(from: old, to: address, at: text.onlyRange())
    let repair = FileRepair(of: Array(text.text.utf8), named: "a.md", repairs: [wanted])
    #expect(repair.skipped == [SkippedRepair(wanted, reason)], sourceLocation: sourceLocation)
    #expect(repair.done == [], sourceLocation: sourceLocation)
    #expect(String(decoding: repair.bytes, as: UTF8.self) == text.text, sourceLocation: sourceLocation)
  }
}
