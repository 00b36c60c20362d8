import CompiledBody
import Testing
import Toolbox

/// The outline of a text, beside the text.
@Suite struct TextOutlineTests {
  private static let texts = [
    "Un mot.", "## Titre [lien](b.md)\n\nUn <span id=\"x\">mot</span>, ![image](../fichiers/i.png \"Légende\").",
    "::: pour binome\nB\n:::\n\nAprès", "::: pour binome\n<!-- rien -->\n:::\n",
    ":::: conseil\n::: pour binome\nB\n:::\n::::\n",
    ":::: langue en\n::: pour referent\n[lien](b.md)\n:::\n::::\n", "::: ressources a\n:::\n",
    "::: pour binome\nB[^b]\n:::\n\nTous[^t]\n\n[^b]: Note [b](b.md)\n[^t]: Note\n",
    "::: conseil\n> [!NOTE]\n> Une note.\n:::\n",
  ]

  /// What checks read of a text.
  private static func shape(_ fragments: [Fragment], isInContainer: Bool = false) -> String {
    fragments.map { fragment in
      switch fragment {
      case .html: isInContainer && !fragment.isBlank ? "…" : ""
      case .anchor(let name): "#\(name) "
      case .link(let link, let inner):
        "[\(shape(inner, isInContainer: isInContainer))](\(link.target) \(link.targetRange))"
      case .image(let image), .figure(let image): "![](\(image.target) \(image.targetRange))"
      case .heading(let heading, let inner):
        "{\(heading.level) \(heading.anchor) \(heading.plainText) \(shape(inner, isInContainer: isInContainer))}"
      case .calloutTitle: "!"
      case .container(let header, let inner):
        "<\(header.name) \(header.range) \(inner.isEmpty) \(shape(inner, isInContainer: true))>"
      case .footnoteReference(let number): "^\(number)"
      case .footnotes(let notes): notes.map { "\($0.number): \(shape($0.body, isInContainer: isInContainer))" }.joined()
      }
    }.joined()
  }

  @Test(arguments: texts, [nil, "binome", "referent"]) func `an edition shows of an outline what it shows of the text`(
    text: String, edition: String?
  ) throws {
    let loaded = Fixture.load(["guide/a.md": Fixture.chapter(text)])
    let toolbox = try #require(loaded.toolbox)
    let tailoring = Tailoring(toolbox, edition: toolbox.editions.first { $0.id == edition })
    let (whole, outline) = (
      try #require(loaded.texts["content/guide/a.md"]), try #require(toolbox.chapters.first).outline
    )
    #expect(Self.shape(tailoring.tailor(outline).fragments) == Self.shape(tailoring.tailor(whole).fragments))
  }

  @Test func `an outline has no words`() throws {
    let outline = try #require(Fixture.toolbox(["guide/a.md": Fixture.chapter("Un mot.\n\n- Un point.\n")])).chapters
    #expect(outline.first?.outline.isEmpty == true)
  }
}
