import LinkValidation
import Testing
import Toolbox

/// File names whose accented letters are one code point, or a letter and a combining mark. Strings are equal where
/// bytes are not.
@Suite struct UnicodeFormTests {
  private static let composed = "\u{E9}tapes"
  private static let decomposed = "e\u{301}tapes"

  @Test(arguments: [(composed, decomposed), (decomposed, composed), (composed, composed)])
  func `a link leads to the file as the disk has it`(onDisk: String, written: String) throws {
    let toolbox = try #require(Fixture.toolbox(["fichiers/\(onDisk).pdf": ""]))
    let index = ContentIndex(toolbox)
    let target = LinkTarget("../fichiers/\(written).pdf#page=2")
    guard case .asset(let path, "page=2") = try index.resolve(target, from: "content/guide/charge.md").destination
    else {
      Issue.record("no file")
      return
    }
    #expect(Array(path.utf8) == Array("fichiers/\(onDisk).pdf".utf8))
  }
}
