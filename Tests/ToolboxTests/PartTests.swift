import Diagnostics
import Testing
import Toolbox

/// What is wrong with a part of the guide, and who reads its chapters.
@Suite struct PartTests {
  private static func part(_ keys: String = "") -> String { "---\ntitre: Agir\nordre: 1\n\(keys)---\n" }

  private static func findings(_ files: [String: String]) -> [String] {
    Fixture.toolbox(files)?.check().map(\.shortDescription) ?? []
  }

  @Test func `a part without chapters is told`() {
    #expect(Self.findings(["guide/agir/index.md": Self.part()]) == ["empty-part content/guide/agir/index.md"])
  }

  @Test func `a part of which an edition shows no chapter is told`() {
    let files = [
      "guide/agir/index.md": Self.part(), "guide/agir/a.md": Fixture.chapter("", keys: "pour: referent\n"),
    ]
    #expect(Self.findings(files) == ["empty-part content/guide/agir/index.md"])
  }

  @Test func `a part for the readers of its chapters is sound`() {
    let files = [
      "guide/agir/index.md": Self.part("pour: referent\n"), "guide/agir/a.md": Fixture.chapter(""),
      "guide/agir/b.md": Fixture.chapter("", keys: "pour: referent\n"),
    ]
    #expect(Self.findings(files) == [])
  }

  @Test func `a chapter for readers who do not see its part is an error, at its readers`() {
    let files = [
      "guide/agir/index.md": Self.part("pour: binome\n"), "guide/agir/a.md": Fixture.chapter(""),
      "guide/agir/b.md": Fixture.chapter("", keys: "pour: referent\n"),
    ]
    #expect(Self.findings(files) == ["chapter-without-readers content/guide/agir/b.md:4:7"])
  }

  @Test func `a chapter inherits the readers of its part`() throws {
    let files = [
      "guide/agir/index.md": Self.part("pour: referent\n"), "guide/agir/a.md": Fixture.chapter(""),
    ]
    let toolbox = try #require(Fixture.toolbox(files))
    let edition = try #require(toolbox.editions.first)
    #expect(Tailoring(toolbox, edition: edition).visible(toolbox.chapters).isEmpty)
    #expect(Tailoring(toolbox, edition: nil).visible(toolbox.chapters).count == 2)
  }
}
