import Diagnostics
import Testing
import TextSupport
import Toolbox
import ToolboxLoading

/// Folders of the guide: parts, their order, and folders that are no parts.
@Suite struct GuidePartTests {
  private static func entry(_ title: String, _ order: Int, _ more: String = "") -> String {
    "---\ntitre: \(title)\nordre: \(order)\n\(more)---\n"
  }

  private static let files = [
    "guide/fin.md": entry("Fin", 3), "guide/debut.md": entry("Début", 1),
    "guide/agir/index.md": entry("Agir", 2),
    "guide/agir/second.md": entry("Second", 2), "guide/agir/premier.md": entry("Premier", 1),
  ]

  @Test func `the chapters of a part follow the part, each in its own order`() {
    let toolbox = Content(Self.files).load().toolbox
    #expect(toolbox?.chapters.map(\.id.name) == ["debut", "agir", "premier", "second", "fin"])
    let agir = EntryID(.chapter, "agir")
    #expect(toolbox?.chapters.map(\.place) == [.topLevel, .part, .inside(agir), .inside(agir), .topLevel])
  }

  @Test func `a folder without index.md is an error that says what to write`() throws {
    let content = Content(["guide/bien-agir/premier.md": Self.entry("Premier", 1)])
    let found = content.load().diagnostics
    #expect(found.map(\.shortDescription) == ["part-without-opening content/guide/bien-agir"])
    let help = try #require(found.first?.help?.french)
    #expect(help.contains("« content/guide/bien-agir/index.md »") && help.contains("titre: Bien agir"))
    #expect(content.load().toolbox?.has("premier", of: .chapter) == true, "links to its chapters are not broken")
  }

  @Test(arguments: ["Index.md", "index.markdown", "INDEX.MD"])
  func `an opening under another name is to be renamed, and nothing else is said`(name: String) {
    let content = Content(["guide/agir/a.md": Self.entry("A", 1), "guide/agir/\(name)": Self.entry("Agir", 1)])
    #expect(content.findings == ["misplaced-file content/guide/agir/\(name)"])
  }

  @Test func `a folder in a part is an error`() {
    var files = Self.files
    files["guide/agir/plus/loin.md"] = Self.entry("Loin", 1)
    files["guide/agir/plus/index.md"] = Self.entry("Plus", 1)
    #expect(Content(files).findings == ["folder-in-part content/guide/agir/plus"])
  }

  @Test(arguments: ["guide/agir/README.md", "guide/agir/.brouillon.md"])
  func `a folder without texts for readers is no part`(path: String) {
    #expect(Content(["guide/a.md": Self.entry("A", 1), path: "Notes"]).findings == [])
  }

  @Test func `folders of other kinds have no meaning`() {
    let resource = "---\ntitre: R\nadresse: https://exemple.fr\nediteur: E\nnature: guide\ntheme: reperes\n---\n"
    #expect(Content(["ressources/un/r.md": resource]).findings == [])
  }

  @Test func `the chapters of a hidden part are hidden`() {
    var files = Self.files
    files["guide/agir/index.md"] = Self.entry("Agir", 2, "masque: oui\n")
    let result = Content(files).load()
    #expect(result.diagnostics.map(\.shortDescription) == [])
    #expect(result.toolbox?.chapters.map(\.id.name) == ["debut", "fin"])
  }
}
