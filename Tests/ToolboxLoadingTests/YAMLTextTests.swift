import Diagnostics
import Testing
import YAML

@Suite struct YAMLTextTests {
  @Test func `every text of the front matter is found, with its keys and its place`() {
    #expect(
      texts("---\ntitre: É\nliste: [a, 'b']\nsource:\n  adresse: \"x\\ty\"\n---\nautre: texte", file: "a.md") == [
        "titre = É 2:8", "liste/- = a 3:9", "liste/- = b 3:12", "source/adresse = x\ty 5:12",
      ])
  }

  @Test func `a settings file is YAML from its first line on`() {
    #expect(
      texts("titre: T\nsource: {adresse: x}\n", file: "site.yml") == ["titre = T 1:8", "source/adresse = x 2:19"])
  }

  @Test(arguments: ["Du texte", "---\ntitre: sans fin", "---\n[\n---\n", "", "---\n---\n"])
  func `there is nothing where there is no YAML to read`(text: String) {
    #expect(texts(text, file: "a.md") == [])
  }

  private func texts(_ text: String, file: String) -> [String] {
    YAMLText.all(in: SourceText(file: file, text: text)).map { one in
      "\(one.path.joined(separator: "/")) = \(one.text) \(one.position.line):\(one.position.column)"
    }
  }
}
