import Diagnostics
import TextSupport
import Testing

@testable import LinkValidation

@Suite struct AnchorAlignmentTests {
  private func successors(_ former: String, _ current: String) -> [String: String] {
    func anchors(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    return AnchorAlignment(former: anchors(former), current: anchors(current)).successors
  }

  @Test(arguments: [
    ("a b c", "a x c", ["b": "x"]), ("a b c", "x b c", ["a": "x"]), ("a b c", "a b x", ["c": "x"]),
    ("a", "x", ["a": "x"]),
    ("a b c d", "a x y d", ["b": "x", "c": "y"]), ("a b c", "x b y", ["a": "x", "c": "y"]),
  ])
  func `what stands in the same place took it`(former: String, current: String, expected: [String: String]) {
    #expect(successors(former, current) == expected)
  }

  @Test(arguments: [
    ("a b c", "a c"), ("a c", "a b c"), ("a b c", "a x y c"), ("a b c d", "a x d"), ("", "a"), ("a", ""), ("", ""),
    ("a b c", "a b c"), ("a b c", "c x a"),
  ])
  func `nothing is said where that is not clear`(former: String, current: String) {
    #expect(successors(former, current).isEmpty)
  }

  @Test func `a record that names one anchor twice is borne`() {
    #expect(successors("a b b c", "a x y c") == ["b": "x"])
  }
}

@Suite struct RenamedHeadingTests {
  /// The findings on renamed headings of some chapters.
  private func renamed(_ files: [String: String], former: [String: [String]] = [:]) -> [Diagnostic] {
    let result = Fixture.toolbox(files).map { LinkChecks($0).run { former } }
    return result?.diagnostics.filter { $0.id == .renamedHeading } ?? []
  }

  private let headed = MarkedText(Fixture.chapter("## Un\n\n⟦## Tout à fait autre⟧\n\n## Trois"))
  private let former = ["content/guide/cible.md": ["un", "deux", "trois"]]

  private func files(_ links: String) -> [String: String] {
    ["guide/cible.md": headed.text, "guide/a.md": Fixture.chapter(links, order: 4)]
  }

  @Test func `a heading in the place of one that links name is found`() throws {
    let found = renamed(files("[x](cible.md#deux)"), former: former)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.severity == .warning)
    #expect(finding.location == SourceLocation(file: "content/guide/cible.md", range: headed.onlyRange()))
    #expect(finding.message.french == "ce titre s’appelait peut-être autrement : un lien mène à « #deux »")
  }

  @Test func `the help gives the former anchor back, or the new one`() {
    let found = renamed(files("[x](cible.md#deux)"), former: former)
    #expect(
      found.map(\.help?.french) == [
        "rendez-lui son ancre en écrivant « {#deux} » à la fin du titre, ou écrivez « #tout-a-fait-autre » dans ce lien"
      ])
  }

  @Test func `every link is named, and is an error of its own`() {
    let links = "[x](cible.md#deux)\n\n[y](guide:cible.md#deux)"
    let result = Fixture.toolbox(files(links)).map { LinkChecks($0).run { former } }
    let errors = result?.diagnostics.filter { $0.id == .missingAnchor } ?? []
    let finding = result?.diagnostics.first { $0.id == .renamedHeading }
    #expect(errors.count == 2)
    #expect(finding?.related.map(\.location) == errors.map(\.location))
  }

  @Test func `a link in the document itself counts`() {
    let text = Fixture.chapter("## Nouveau\n\n[x](#ancien)")
    #expect(renamed(["guide/cible.md": text], former: ["content/guide/cible.md": ["ancien"]]).count == 1)
  }

  @Test func `a link to a section leads to the headings of its introduction`() {
    let former = ["content/ressources/index.md": ["par-sujet"]]
    let found = renamed(["guide/a.md": Fixture.chapter("[x](../ressources/#par-sujet)")], former: former)
    #expect(found.map(\.location?.file) == ["content/ressources/index.md"])
  }

  @Test func `without a record, the heading nearest to what two links name is found`() {
    let links = "[x](charge.md#les-chifres)\n\n[y](charge.md#les-chifres)"
    #expect(renamed(["guide/a.md": Fixture.chapter(links)]).map(\.location?.file) == ["content/guide/charge.md"])
  }

  @Test func `what one link names is a slip, where nobody knows better`() {
    #expect(renamed(["guide/a.md": Fixture.chapter("[x](charge.md#les-chifres)")]).isEmpty)
  }

  @Test func `a heading that had its anchor before was not renamed`() {
    let former = ["content/guide/charge.md": ["les-chiffres"]]
    let links = "[x](charge.md#les-chifres)\n\n[y](charge.md#les-chifres)"
    #expect(renamed(["guide/a.md": Fixture.chapter(links)], former: former).isEmpty)
  }

  @Test func `where places do not tell, the nearest new heading is found`() {
    let text = Fixture.chapter("## Temps prévu\n\n## Autre chose")
    let files = ["guide/cible.md": text, "guide/a.md": Fixture.chapter("[x](cible.md#le-temps-prevu)")]
    let found = renamed(files, former: ["content/guide/cible.md": ["le-temps-prevu"]])
    #expect(
      found.map(\.message.english) == ["this heading may have had another name: one link leads to “#le-temps-prevu”"])
  }

  @Test func `an anchor that no heading can be given is not proposed`() {
    let links = "[x](charge.md#les/chiffres)\n\n[y](charge.md#les/chiffres)"
    let found = renamed(["guide/a.md": Fixture.chapter(links)])
    #expect(found.map(\.help?.english) == ["write “#les-chiffres” in these links"])
  }

  @Test func `the former anchors are not asked for where none is missing`() throws {
    let toolbox = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter("[x](charge.md#les-chiffres)")]))
    _ = LinkChecks(toolbox).run {
      Issue.record("asked for")
      return [:]
    }
  }

  @Test func `beyond a hundred anchors, none is searched for`() {
    let links = (0..<150).map { "[x](charge.md#les-chiffre\($0)) [y](charge.md#les-chiffre\($0))" }
    #expect(renamed(["guide/a.md": Fixture.chapter(links.joined(separator: "\n\n"))]).count == 100)
  }
}
