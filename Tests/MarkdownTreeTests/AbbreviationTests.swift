import CompiledBody
import Diagnostics
import MarkdownTree
import Testing

/// Tests which words are recognized as abbreviations, and the fast test that excludes texts without the first two bytes
/// of one.
@Suite struct AbbreviationTests {
  private static func marked(_ text: String, _ abbreviations: [String]) -> [String] {
    let pairs = abbreviations.map { (short: $0, long: "forme longue") }
    let source = SourceText(file: "page.md", text: text)
    let document = Document(parsing: source, abbreviations: Abbreviations(pairs))
    let html = String(decoding: Body(document).fragments.flatMap(\.bytes), as: UTF8.self)
    return html.split(separator: "<abbr").dropFirst().compactMap { piece in
      piece.split(separator: ">").dropFirst().first?.split(separator: "<").first.map(String.init)
    }
  }

  @Test func `a word is marked wherever it stands in the text`() {
    #expect(Self.marked("DSI", ["DSI"]) == ["DSI"])
    #expect(Self.marked("La DSI", ["DSI"]) == ["DSI"])
    #expect(Self.marked("Sa (DSI), sa DINUM.", ["DSI", "DINUM"]) == ["DSI", "DINUM"])
  }

  @Test func `the beginning of an abbreviation is not one`() {
    #expect(Self.marked("DSIC, aDSI et DS", ["DSI"]) == [])
  }

  @Test func `an abbreviation of one letter, or with an accent in either form, is found`() {
    #expect(Self.marked("Le groupe S", ["S"]) == ["S"])
    #expect(Self.marked("Une E\u{301}TI", ["ÉTI"]) == ["E\u{301}TI"])
    #expect(Self.marked("Une ÉTI", ["E\u{301}TI"]) == ["ÉTI"])
  }

  @Test func `a kelvin is a K`() {
    #expect(Self.marked("Un \u{212A}B", ["KB"]) == ["\u{212A}B"])
  }
}

extension Fragment {
  fileprivate var bytes: [UInt8] { if case .html(let bytes) = self { bytes } else { [] } }
}
