import Diagnostics
import Files
import Foundation
import Testing
import Toolbox
import ToolboxLoading

/// Names that are invalid, or equal to another name, on some systems.
@Suite struct PortableNameTests {
  @Test(arguments: [
    "CON.png", "aux.md", "nul", "Lpt1.tar.gz", "com¹", "con .txt", "conin$", "a\"b.png", "a<b.png", "a>b", "a|b.png",
    "a:b.md",
    "a*b.md", "a?b.md", "a\\b.md", "a\nb.png", "a\u{7}.png", "a\u{85}.png", "fin.", "fin ", "a\u{FFFD}.md",
    String(repeating: "a", count: 256), String(repeating: "é", count: 128),
  ]) func `a name that some system does not take`(name: String) {
    #expect(PortableName.problem(of: name) != nil)
  }

  @Test(arguments: [
    "a.md", "Mon guide v1.2.pdf", "é—œ.png", "console.md", "auxiliaire.md", "com10", "com", ".gitkeep", " début.md",
    "a..b",
    String(repeating: "a", count: 255), "日本語.png", "a'b&c=d;e,f(g)[h]{i}!@#$%^+~`.png",
  ]) func `a name that all take`(name: String) {
    #expect(PortableName.problem(of: name) == nil)
  }

  @Test func `room that is needed for an addition counts`() {
    #expect(PortableName.problem(of: String(repeating: "a", count: 239), adding: 17) == .length(256))
    #expect(PortableName.problem(of: String(repeating: "a", count: 238), adding: 17) == nil)
  }

  @Test(arguments: [
    ("A.txt", "a.txt"), ("É.png", "é.png"), ("é.png", "e\u{301}.png"), ("ΟΔΟΣ", "οδος"), ("οδοσ", "οδος"),
  ]) func `names that are one where capitals do not count`(one: String, other: String) {
    #expect(PortableName.folded(one) == PortableName.folded(other))
  }

  @Test(arguments: [("strasse", "straße"), ("e", "é"), ("a b", "a-b"), ("i", "ı")])
  func `names that are two everywhere`(one: String, other: String) {
    #expect(PortableName.folded(one) != PortableName.folded(other))
  }

  // MARK: In the content

  @Test(arguments: [
    "fichiers/CON.png", "fichiers/a\"b.png", "fichiers/a\nb.png", "guide/aux.md", "guide/nul/b.md",
    "fichiers/fin./a.png",
  ]) func `a file of the content with such a name is an error, which says what to do`(path: String) {
    let found = Content([path: "---\ntitre: A\nordre: 1\n---\n"]).load().diagnostics.filter { $0.id == .unportableName }
    #expect(found.count == 1)
    #expect(found.first?.severity == .error)
    #expect(found.first?.help != nil)
    #expect(("content/" + path).hasPrefix(found.first?.location?.file ?? "-"))
  }

  @Test(arguments: [
    ("fichiers/A.txt", "fichiers/a.txt"), ("guide/Un.md", "guide/un.md"), ("fichiers/été.png", "fichiers/ÉTÉ.png"),
  ]) func `two names that differ in capitals alone are an error that names both`(one: String, other: String) {
    let found = Content([one: chapter(""), other: chapter("")]).load().diagnostics.filter {
      $0.id == .duplicateAddress && !$0.related.isEmpty
    }
    let files = found.flatMap { [$0.location?.file, $0.related.first?.location.file] }
    #expect(Set(files) == ["content/" + one, "content/" + other])
  }

  @Test func `a name that is not UTF-8 is an error, and nothing else is said of the file`() throws {
    let folder = try DiskFolder(["content/site.yml": "titre: A\n", "content/guide/zz.md": chapter("")])
    let name = Array(folder["content/guide/caf"].utf8CString.dropLast()) + [CChar(bitPattern: 0xE9), 0]
    let file = open(name, O_WRONLY | O_CREAT, 0o600)
    guard file >= 0 else { return }  // Some systems refuse the name.
    close(file)
    let found = ToolboxLoader(root: folder.path).load().diagnostics
    #expect(found.map(\.id) == [.unportableName])
    #expect(found.first?.message.english.contains("not UTF-8") == true)
  }

  @Test func `two folders that differ in capitals alone are one error, whatever they hold`() {
    let content = Content(["fichiers/A/x.png": "", "fichiers/a/x.png": "", "fichiers/a/y.png": ""])
    #expect(content.findings == ["duplicate-address content/fichiers/a"])
  }
}
