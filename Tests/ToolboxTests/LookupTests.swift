import Diagnostics
import Testing
import Toolbox

@Suite struct LookupTests {
  @Test func `an entry is found by its name, among those of its kind`() throws {
    let toolbox = try #require(
      Fixture.toolbox([
        "guide/a.md": Fixture.chapter(""), "rex/b.md": Fixture.testimonial(), "facteurs/c.md": Fixture.factor(),
        "ressources/d.md": Fixture.resource(), "pages/e.md": "---\ntitre: E\n---\n",
      ]))
    #expect(toolbox.chapter(named: "a")?.id == EntryID(.chapter, "a"))
    #expect(toolbox.testimonial(named: "b")?.id == EntryID(.testimonial, "b"))
    #expect(toolbox.factor(named: "c")?.id == EntryID(.factor, "c"))
    #expect(toolbox.resource(named: "d")?.id == EntryID(.resource, "d"))
    #expect(toolbox.accompaniment(named: "binome")?.id == EntryID(.accompaniment, "binome"))
    #expect(toolbox.page(named: "e")?.id == EntryID(.page, "e"))
    #expect(toolbox.chapter(named: "d") == nil)
    #expect(EntryKind.allCases.allSatisfy { kind in toolbox.names(of: kind).allSatisfy { toolbox.has($0, of: kind) } })
    #expect(toolbox.has("a", of: .page) == false)
  }

  @Test func `a selection is placed as it is written, those that are not there left out`() throws {
    let toolbox = try #require(
      Fixture.toolbox([
        "ressources/b.md": Fixture.resource(keys: "ordre: 1\n"),
        "ressources/a.md": Fixture.resource(keys: "ordre: 2\n"),
        "rex/t.md": Fixture.testimonial(), "facteurs/f.md": Fixture.factor(),
        "etapes/e.md": "---\ntitre: E\nordre: 1\nfacteurs: [f]\n---\n",
      ]))
    func selection(_ names: [String], _ values: [String: String] = [:]) -> Directive.Selection {
      Directive.Selection(names: names, values: values)
    }
    #expect(toolbox.entries(selection(["a", "zzz", "b"]), of: Resource.self).map(\.id.name) == ["a", "b"])
    #expect(toolbox.entries(selection([]), of: Resource.self).map(\.id.name) == ["b", "a"])
    #expect(toolbox.entries(selection(["a"], ["theme": "methode"]), of: Resource.self).isEmpty)
    #expect(toolbox.entries(selection(["t"]), of: Testimonial.self).map(\.id.name) == ["t"])
    #expect(toolbox.entries(selection([], ["etape": "e"]), of: SuccessFactor.self).map(\.id.name) == ["f"])
  }

  @Test func `anchors of groups never meet those of headings`() {
    #expect(GroupAnchor.step("Préparer le départ") == "etape_preparer-le-depart")
    #expect([GroupAnchor.topic("a"), GroupAnchor.side("a")] == ["theme_a", "cote_a"])
  }

  /// 40,000 references to 4,000 entries take a moment, unless each reference searches all entries.
  @Test(.timeLimit(.minutes(1))) func `thousands of references to thousands of entries`() throws {
    let count = 2_000
    let blocks = (0..<20).map { "::: ressources r\($0)\n:::\n\n::: rex t\($0)\n:::\n" }.joined(separator: "\n")
    let small = try #require(
      Fixture.toolbox([
        "guide/c.md": Fixture.chapter(blocks), "ressources/r.md": Fixture.resource(), "rex/t.md": Fixture.testimonial(),
      ]))
    func copies<T: Entry>(of entries: [T], _ core: WritableKeyPath<T, EntryCore>) -> [T] {
      entries.flatMap { entry in
        (0..<count).map { number in
          var copy = entry
          copy[keyPath: core].id = EntryID(entry.id.kind, entry.id.name + String(number))
          return copy
        }
      }
    }
    let testimonials = copies(of: small.testimonials, \.core).map { testimonial in
      var one = testimonial
      one.chapters = (0..<10).map { Reference(name: "c\($0)", location: .init(file: "a.md")) }
      return one
    }
    let chapters = copies(of: small.chapters, \.core).prefix(500)
    let resources = copies(of: small.resources, \.core)
    let toolbox = Toolbox(
      site: small.site, home: nil, introductions: [:],
      entries: Array(chapters) + testimonials + resources + small.accompaniments as [any Entry], assets: [])
    #expect(toolbox.check().isEmpty)
  }
}
