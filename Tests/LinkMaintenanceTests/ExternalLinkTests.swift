import Diagnostics
import LinkMaintenance
import Testing

@Suite struct ExternalLinkTests {
  @Test func `two places of one address are two links`() {
    let links = [1, 2].map { line in
      let start = SourcePosition(line: line, column: 1)
      let place = SourceLocation(file: "a.md", range: SourceRange(start: start, end: start))
      return ExternalLink(address: "https://exemple.fr", location: place, text: "exemple")
    }
    #expect(Set(links).count == 2)
  }
}
