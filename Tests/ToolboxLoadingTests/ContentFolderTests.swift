import Diagnostics
import Foundation
import DiskSupport
import TextSupport
import Testing
import Toolbox
import ToolboxLoading

/// The files that are loaded from the content folder, and their roles.
@Suite struct ContentFolderTests {
  @Test func `no content folder`() {
    let found = ToolboxLoader(root: "/vide", fileSystem: MemoryDisk().fileSystem).load()
    #expect(found.diagnostics.map(\.id) == [.missingContent])
    #expect(found.toolbox == nil)
  }

  @Test(arguments: ["README.md", ".gitkeep"]) func `a folder with nothing to publish is empty`(name: String) {
    let content = Content([name: ""], site: nil, hasEntry: false)
    #expect(content.findings == ["empty-content content"])
  }

  @Test(arguments: [
    [:], ["accueil.md": "---\ntitre: A\n---\n"], ["guide/index.md": "---\ntitre: A\n---\n", "fichiers/a.png": ""],
    ["guide/a.md": "---\ntitre: A\nordre: 1\nmasque: oui\n---\n"],
  ])
  func `a folder without any entry is empty`(files: [String: String]) {
    let content = Content(files, hasEntry: false)
    #expect(content.findings == ["empty-content content"])
    #expect(content.load().diagnostics.map(\.severity) == [.error])
  }

  @Test func `a folder that is misnamed is not said to be empty`() {
    #expect(
      Content(["guides/a.md": chapter("")], hasEntry: false).findings == ["unknown-folder content/guides"])
  }

  @Test func `a missing site file hides nothing else`() {
    let content = Content(["guide/a.md": chapter("zzz: 1"), "rexx/a.md": ""], site: nil)
    #expect(
      content.findings == [
        "unknown-key content/guide/a.md:4:1", "unknown-folder content/rexx", "missing-configuration content/site.yml",
      ])
  }

  @Test func `a folder with misplaced files alone still lacks its site file`() {
    let content = Content(["chapitre.md": ""], site: nil)
    #expect(content.load().diagnostics.map(\.id) == [.misplacedFile, .missingConfiguration])
  }

  @Test func `an unknown folder is named with the nearest one`() {
    let found = Content(["ressource/a.md": ""]).load().diagnostics
    #expect(found.map(\.shortDescription) == ["unknown-folder content/ressource"])
    #expect(found.first?.help?.french == "renommez-le « ressources »")
  }

  @Test(arguments: [
    ("chapitre.md", "déplacez-le"), ("acueil.md", "renommez-le « accueil.md »"),
    ("site.yaml", "renommez-le « site.yml »"),
    ("guide/schema.png", "ce dossier ne contient que des fichiers « .md »"),
    ("guide/Index.md", "renommez-le « index.md »"), ("guide/index.markdown", "renommez-le « index.md »"),
    ("rex/charge/index.md", "renommez-le « charge.md »"), ("pages/index.md", "renommez-le d’après ce qu’il dit"),
  ])
  func `a file that would not be published is misplaced`(path: String, help: String) {
    let found = Content([path: "---\ntitre: A\nordre: 1\n---\n"]).load().diagnostics
    #expect(found.map(\.shortDescription) == ["misplaced-file content/\(path)"])
    #expect(found.first?.help?.french.hasPrefix(help) == true)
  }

  @Test(arguments: [
    "README.md", "LISEZMOI.txt", "LICENCE", "license.md", "guide/README.md", "liens.json", ".DS_Store",
    "guide/.a.md.swp",
    "guide/a.md~", "guide/#a.md#", "guide/a.md.bak", "guide/~$note.docx", "fichiers/Thumbs.db", ".git/config",
  ])
  func `what is nobody’s to read is left alone`(path: String) {
    let toolbox = loadWithoutFinding(path, "n’importe quoi")
    #expect(toolbox?.entries.map(\.id.name) == ["zz-autre"])
    #expect(toolbox?.assets == [])
  }

  @Test func `each folder has its type, subfolders included`() {
    let toolbox = loadWithoutFinding("pages/un/b.markdown", "---\ntitre: A\n---\n")
    #expect(toolbox?.pages.map(\.id.name).contains("b") == true)
  }

  @Test func `files to download keep their names`() {
    #expect(loadWithoutFinding("fichiers/a/Mon guide v1.2.pdf", "")?.assets == ["fichiers/a/Mon guide v1.2.pdf"])
  }

  @Test func `an introduction belongs to its section`() {
    #expect(loadWithoutFinding("rex/index.md", "---\ntitre: A\n---\n")?.introductions[.testimonial]?.title == "A")
  }

  @Test func `all problems of all files are found in one run`() {
    let content = Content(
      ["guide/a.md": "x", "rex/b.md": "---\n---\n", "zz/c.md": "", "d.md": ""], site: "titre: A\nzzz: 1\n")
    #expect(Set(content.load().diagnostics.compactMap { $0.location?.file }).count == 5)
  }

  // MARK: Bytes

  @Test(arguments: [([UInt8](), 0), ([0xEF, 0xBB, 0xBF], 3)]) func `a byte that is not UTF-8 is named by its number`(
    mark: [UInt8], skipped: Int
  ) {
    let content = Content()
    content.disk.put(
      mark + Array("---\ntitre: é".utf8) + [0xE9, 0x0A] + Array("---\n".utf8), at: content.path("guide/a.md"))
    let result = content.load()
    #expect(result.diagnostics.map(\.shortDescription) == ["invalid-utf8 content/guide/a.md:2:9"])
    #expect(
      result.diagnostics.first?.message.english == "this file is not UTF-8: byte \(14 + skipped) (0xE9) does not belong"
    )
    #expect(result.toolbox?.chapters.map(\.id.name) == ["a"], "links to it are not broken")
  }

  @Test func `a file in another encoding altogether`() {
    let content = Content()
    content.disk.put([0xFF, 0xFE, 0x2D, 0x00], at: content.path("guide/a.md"))
    #expect(content.findings == ["invalid-utf8 content/guide/a.md:1:1"])
  }

  // MARK: Refusals of the machine

  @Test(arguments: ["guide/a.md", "site.yml", "guide"]) func `what cannot be read is the machine’s fault`(path: String)
  {
    let content = Content(["guide/a.md": chapter("")])
    content.disk.refuse(content.path(path), EACCES)
    let found = content.load().diagnostics
    #expect(found.map(\.shortDescription) == ["unreadable-file content/\(path)"])
    #expect(found.first?.cause == .machine)
  }

  // MARK: Symbolic links

  @Test func `a link back to a folder around it is a cycle`() {
    let content = Content(["guide/a.md": chapter("")])
    content.disk.link(content.path("guide/encore"), to: content.path("guide"))
    #expect(content.findings == ["symbolic-link-cycle content/guide/encore"])
  }

  @Test func `a link out of the content folder is not followed`() {
    let content = Content()
    content.disk["/ailleurs/secret.md"] = chapter("")
    content.disk.link(content.path("guide/secret.md"), to: "/ailleurs/secret.md")
    #expect(content.findings == ["symbolic-link-outside content/guide/secret.md"])
  }

  @Test func `a folder whose name only begins like the content folder is outside`() {
    let content = Content()
    content.disk["/boite/content-prive/a.md"] = chapter("")
    content.disk.link(content.path("guide/a.md"), to: "/boite/content-prive/a.md")
    #expect(content.findings == ["symbolic-link-outside content/guide/a.md"])
  }

  @Test func `a link that leads nowhere`() {
    let content = Content()
    content.disk.link(content.path("guide/a.md"), to: content.path("guide/absent.md"))
    let found = content.load().diagnostics
    #expect(found.map(\.shortDescription) == ["symbolic-link-outside content/guide/a.md"])
    #expect(found.first?.message.english == "this symbolic link leads nowhere")
  }

  @Test func `a link within the content folder is followed`() {
    let content = Content(["guide/a.md": chapter("")])
    content.disk.link(content.path("guide/b.md"), to: content.path("guide/a.md"))
    #expect(content.load().toolbox?.chapters.map(\.id.name) == ["a", "b"])
  }
}
