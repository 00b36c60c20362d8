import Testing
import Toolbox

/// The text of an entry in each edition.
@Suite struct TailoringTests {
  private static func shown(_ body: String, in edition: String?, keys: String = "") throws -> String {
    let loaded = Fixture.load(["guide/a.md": Fixture.chapter(body, keys: keys)])
    let toolbox = try #require(loaded.toolbox)
    let tailoring = Tailoring(toolbox, edition: toolbox.editions.first { $0.id == edition })
    return tailoring.tailor(try #require(loaded.texts["content/guide/a.md"])).shown(tailoring)
  }

  private static let passage = "Avant\n\n::: pour binome\nB\n:::\n\nAprès\n"

  @Test func `a passage appears, is labelled or is gone`() throws {
    #expect(try Self.shown(Self.passage, in: nil) == "Avant<En binôme: B>Après")
    #expect(try Self.shown(Self.passage, in: "binome") == "AvantBAprès")
    #expect(try Self.shown(Self.passage, in: "referent") == "AvantAprès")
  }

  @Test func `two groups are and, two situations of one group are or`() throws {
    #expect(
      try Self.shown("::: pour sans-dsi binome avec-dsi\nB\n:::\n", in: nil)
        == "<En binôme et Avec une DSI ou Sans DSI: B>")
  }

  @Test func `a passage in a passage`() throws {
    let body = ":::: pour binome\nB\n\n::: pour avec-dsi\nD\n:::\n::::\n"
    #expect(try Self.shown(body, in: nil) == "<En binôme: B<Avec une DSI: D>>")
    #expect(try Self.shown(body, in: "binome") == "B<Avec une DSI: D>")
    #expect(try Self.shown(body, in: "referent") == "")
  }

  @Test(arguments: ["langue en", "conseil"]) func `what enclosed nothing else goes with the passage that goes`(
    line: String
  ) throws {
    let name = line.prefix { $0 != " " }
    let body = ":::: \(line)\n::: pour binome\nB\n:::\n::::\n"
    #expect(try Self.shown(body, in: "binome") == "<\(name): B>")
    #expect(try Self.shown(body, in: "referent") == "")
  }

  @Test func `a labelled passage goes with all that it enclosed, and advice with it`() throws {
    let body = "::::: conseil\n:::: pour sans-dsi\n::: pour referent\nR\n:::\n::::\n:::::\n"
    #expect(try Self.shown(body, in: "binome") == "")
    #expect(try Self.shown(body, in: "referent") == "<conseil: <Sans DSI: R>>")
  }

  @Test func `advice for each situation is one advice in each edition`() throws {
    let body = ":::: conseil\n::: pour binome\nB\n:::\n\n::: pour referent\nR\n:::\n::::\n"
    #expect(try Self.shown(body, in: nil) == "<conseil: <En binôme: B><Avec un référent: R>>")
    #expect(try Self.shown(body, in: "referent") == "<conseil: R>")
  }

  @Test func `a note goes with the passage that refers to it, and the others are counted anew`() throws {
    let body = "::: pour binome\nB[^b]\n:::\n\nTous[^t]\n\n[^b]: Note B\n[^t]: Note T\n"
    #expect(try Self.shown(body, in: "binome") == "B[1]Tous[2]{1: Note B}{2: Note T}")
    #expect(try Self.shown(body, in: "referent") == "Tous[1]{1: Note T}")
  }

  @Test func `a list of notes without a note is gone`() throws {
    #expect(try Self.shown("::: pour binome\nB[^b]\n:::\n\n[^b]: Note B\n", in: "referent") == "")
  }

  @Test func `a note that another one refers to stays`() throws {
    let body = "::: pour binome\nB[^b]\n:::\n\nTous[^t]\n\n[^b]: Note B\n[^t]: Note T[^u]\n[^u]: Note U\n"
    #expect(try Self.shown(body, in: "referent") == "Tous[1]{1: Note T[2]}{2: Note U}")
  }

  @Test func `anchors are those of the whole chapter`() throws {
    let body = "::: pour binome\n## Partie\n:::\n\n## Partie\n"
    let toolbox = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter(body)]))
    let tailoring = Tailoring(toolbox, edition: toolbox.editions.first { $0.id == "referent" })
    #expect(tailoring.tailor(try #require(toolbox.chapters.first).outline).fragments.anchors == ["partie-1"])
  }

  @Test func `entries are filtered as passages are`() throws {
    let toolbox = try #require(
      Fixture.toolbox([
        "guide/a.md": Fixture.chapter("", order: 1),
        "guide/b.md": Fixture.chapter("", order: 2, keys: "pour: [binome]\n"),
        "guide/c.md": Fixture.chapter("", order: 3, keys: "pour: [referent, avec-dsi]\n"),
      ]))
    func names(_ edition: String?) -> [String] {
      Tailoring(toolbox, edition: toolbox.editions.first { $0.id == edition }).visible(toolbox.chapters).map(\.id.name)
    }
    #expect(names(nil) == ["a", "b", "c"])
    #expect(names("binome") == ["a", "b"])
    #expect(names("referent") == ["a", "c"])
  }

  @Test(
    arguments: [nil, "binome", "referent"],
    [
      passage, ":::: pour binome\n::: pour avec-dsi referent\nD[^1]\n:::\n::::\n\nT[^2]\n\n[^1]: N\n[^2]: M[^1]\n",
      "- a\n\n  ::: pour sans-dsi\n  b\n  :::\n", ":::: pour avec-dsi\n::: rex\n:::\n::::\n", "",
    ])
  func `tailoring twice is tailoring once`(edition: String?, body: String) throws {
    let loaded = Fixture.load(["guide/a.md": Fixture.chapter(body)])
    let toolbox = try #require(loaded.toolbox)
    let tailoring = Tailoring(toolbox, edition: toolbox.editions.first { $0.id == edition })
    let once = tailoring.tailor(try #require(loaded.texts["content/guide/a.md"]))
    #expect(tailoring.tailor(once).shown(tailoring) == once.shown(tailoring))
  }
}
