import Diagnostics
import Testing

/// For any front matter, reading ends, and each finding points into the file.
@Suite struct AnyFrontMatterTests {
  private static let pieces = [
    "titre: ", "ordre: ", "pour: ", "a", "é", " ", "  ", "\n", "\n", "\n  ", "- ", ": ", ":", "#", " #", "\"", "'", "[",
    "]", "{",
    "}", ", ", "|", ">", "*a", "&a ", "!b ", "? ", "\\", "oui", "4:30", "\t", "\r\n", "\u{2028}", "\u{85}", "\u{1}",
    "%", "@",
    "---", "...", "1️⃣",
  ]

  @Test(arguments: 0..<8) func `a front matter of random pieces`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<150 {
      let yaml = (0..<(1 + next(14))).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let text = "---\n\(yaml)\n---\nTexte\n"
      let result = Content(["guide/a.md": text]).load()
      let source = SourceText(file: "content/guide/a.md", text: text)
      #expect(result.toolbox?.chapters.count == 1, "\(yaml)")
      for finding in result.diagnostics {
        guard let range = finding.location?.range else { continue }
        let lastColumn = source.line(range.end.line).unicodeScalars.count + 1
        #expect(range.start.line >= 1 && range.end.line <= source.lineCount, "\(yaml.debugDescription) \(finding)")
        // A corrected line is two quotation marks longer than the line in the file.
        #expect(range.end.column <= lastColumn + 2, "\(yaml.debugDescription) \(finding)")
      }
    }
  }
}
