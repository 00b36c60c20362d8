import Diagnostics
import LinkMaintenance
import TextSupport
import Testing

/// The bytes around the addresses do not change.
@Suite struct FileBytesTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `line ends stay`(end: String) {
    let lines = ["---", "titre: É", "---", "", "[t](@)  ", "\t@", "", "> [u][r]", "", "[r]: @", "", "", "fin"]
    let text = lines.joined(separator: end)
    expectRepair(text.replacing("@", with: old), text.replacing("@", with: new))
    expectRepair(text.replacing("@", with: old) + end, text.replacing("@", with: new) + end)
  }

  @Test func `line ends of several kinds stay`() {
    expectRepair("a\r\n\(old)\rb\n[t](\(old))\r\n\r", "a\r\n\(new)\rb\n[t](\(new))\r\n\r")
  }

  @Test func `a byte-order mark stays, and shifts nothing`() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let range = MarkedText("é [t](⟦\(old)⟧)").onlyRange()
    let repair = FileRepair(
      of: mark + "é [t](\(old))".utf8, named: "a.md", repairs: [AddressRepair(from: old, to: new, at: range)])
    #expect(repair.bytes == mark + "é [t](\(new))".utf8)
  }

  @Test func `characters of every width stay, and so does how they are composed`() {
    expectRepair("é e\u{301} 日本 👩‍👩‍👧 \(old) \u{A0}\u{FEFF}", "é e\u{301} 日本 👩‍👩‍👧 \(new) \u{A0}\u{FEFF}")
  }

  @Test func `a file without repairs is what it was`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFF, 0x0D]
    let repair = FileRepair(of: bytes, named: "a.md", repairs: [])
    #expect(repair.bytes == bytes)
    #expect(repair.done == [] && repair.skipped == [])
  }

  @Test func `a long file is repaired in time that is in proportion`() {
    let text = String(repeating: "Voir [t](@), <@> et @.\n\n", count: 2_000)
    expectRepair(text.replacing("@", with: old), text.replacing("@", with: new))
  }
}
