import Diagnostics
import DiskSupport
import LinkMaintenance
import LinkValidation
import Testing
import TextSupport
import Toolbox
import ToolboxLoading

@Suite struct YAMLRepairTests {
  @Test(arguments: [
    ("@", "@"), ("\"@\"", "\"@\""), ("'@'", "'@'"), ("  @   ", "  @   "), ("@ # vue le 3 mai", "@ # vue le 3 mai"),
    ("\"@\" # vue", "\"@\" # vue"), ("'@'  ", "'@'  "),
  ])
  func `the address of a resource is replaced, its quotes and comments stay`(before: String, after: String) {
    let repairing = RepairedResource(before.replacing("@", with: old))
    #expect(repairing.result == RepairedResource.text(after.replacing("@", with: new)))
    #expect(repairing.addressAfter == new)
  }

  @Test func `an address in quotes that is written with escapes is recognised`() {
    let single = RepairedResource("'https://a.fr/l''eau'", moves: "https://a.fr/l'eau")
    #expect(single.result == RepairedResource.text("'\(new)'"))
    let double = RepairedResource("\"https:\\/\\/a.fr/caf\\u00e9\" # x", moves: "https://a.fr/café")
    #expect(double.result == RepairedResource.text("\"\(new)\" # x"))
  }

  @Test(arguments: [
    ("@", "https://b.fr/x#ici", "https://b.fr/x#ici"), ("@", "https://b.fr/a,b[c]{d}", "https://b.fr/a,b[c]{d}"),
    ("@", "https://b.fr/a:", "\"https://b.fr/a:\""), ("@", "https://b.fr/l'eau", "https://b.fr/l'eau"),
    ("'@'", "https://b.fr/l'eau", "'https://b.fr/l''eau'"), ("\"@\"", "https://b.fr/l'eau", "\"https://b.fr/l'eau\""),
    ("@", "https://b.fr/%20&a=*!", "https://b.fr/%20&a=*!"), ("@", "https://b.fr/é", "https://b.fr/é"),
  ])
  func `the new address is written so that YAML reads it`(before: String, address: String, after: String) {
    let repairing = RepairedResource(before.replacing("@", with: old), to: address)
    #expect(repairing.result == RepairedResource.text(after))
    #expect(repairing.addressAfter == address)
  }

  @Test func `what would begin a comment or a key is encoded`() {
    #expect(RepairedResource(old, to: "https://b.fr/a #b: c").addressAfter == "https://b.fr/a%20#b:%20c")
  }

  @Test(arguments: ["\r\n", "\r"]) func `line ends of other systems stay`(end: String) {
    let repairing = RepairedResource(old, end: end)
    #expect(Array(repairing.result.utf8) == Array(RepairedResource.text(new, end: end).utf8))
    #expect(repairing.addressAfter == new)
  }

  @Test func `the address and the links of a resource move in one go`() {
    let text = MarkedText(
      "---\ntitre: É\nadresse: ⟦\(old)⟧\n---\n\nVoir [t](⟦\(old)⟧) et ⟦\(old)⟧.\n\n[r]: \(old)\n")
    let repair = FileRepair(
      of: Array(text.text.utf8), named: "content/ressources/a.md",
      repairs: text.ranges.map { AddressRepair(from: old, to: new, at: $0) })
    #expect(repair.skipped == [])
    #expect(
      String(decoding: repair.bytes, as: UTF8.self)
        == "---\ntitre: É\nadresse: \(new)\n---\n\nVoir [t](\(new)) et \(new).\n\n[r]: \(old)\n")
  }

  @Test(arguments: [
    "titre: T\nsource:\n  titre: É\n  adresse: ⟦@⟧\nmenu: [guide]\n",
    "source: {titre: \"É, {\", adresse: ⟦@⟧}\ntitre: T\n",
    "source: {adresse: ⟦@⟧, titre: É}\ntitre: T\n", "source: {\n  adresse: ⟦@⟧,\n  titre: É }\ntitre: T\n",
    "titre: T\nsource: {titre: É, adresse: ⟦'@'⟧ } # fin",
  ])
  func `the address of the source is replaced in the site's settings`(marked: String) throws {
    for address in [new, "https://b.fr/a,b", "https://b.fr/[a]#b"] {
      let text = MarkedText(marked.replacing("@", with: old))
      let repair = FileRepair(
        of: Array(text.text.utf8), named: "content/site.yml",
        repairs: [AddressRepair(from: old, to: address, at: text.onlyRange())])
      #expect(repair.skipped == [])
      let result = String(decoding: repair.bytes, as: UTF8.self)
      #expect(result.replacing("\"\(address)\"", with: old).replacing(address, with: old) == text.text)
      let disk = MemoryDisk(["/b/content/site.yml": result])
      let site = try #require(ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox?.site)
      #expect(site.source?.address?.name == address)
      #expect(site.source?.title.hasPrefix("É") == true)
      #expect(site.title == "T")
    }
  }
}

/// A resource whose address is repaired at the place that the loader reports.
private struct RepairedResource {
  private static let site = """
    titre: T
    vocabulaires: {nature: [guide], theme: [reperes], cote: [collectivite]}

    """

  let result: String

  init(_ value: String, moves: String = old, to address: String = new, end: String = "\n") {
    let text = Self.text(value, end: end)
    guard case .address(let found, let location)? = Self.load(text), let range = location.range else {
      Issue.record("no address")
      result = text
      return
    }
    #expect(found == moves)
    let repair = FileRepair(
      of: Array(text.utf8), named: location.file, repairs: [AddressRepair(from: found, to: address, at: range)])
    #expect(repair.skipped == [])
    result = String(decoding: repair.bytes, as: UTF8.self)
  }

  /// The address that the loader reads from the repaired file.
  var addressAfter: String? {
    guard case .address(let address, _)? = Self.load(result) else { return nil }
    return address
  }

  static func text(_ value: String, end: String = "\n") -> String {
    [
      "---", "titre: É \(old)", "adresse: \(value)", "editeur: E", "nature: guide", "theme: reperes", "---", "Fin  ",
      "",
    ]
    .joined(separator: end)
  }

  private static func load(_ text: String) -> Resource.Destination? {
    let disk = MemoryDisk(["/b/content/site.yml": site, "/b/content/ressources/a.md": text])
    let toolbox = ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox
    return toolbox?.resources.first?.destination
  }
}
