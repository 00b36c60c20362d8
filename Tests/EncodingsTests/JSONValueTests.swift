import Encodings
import Foundation
import Testing

@Suite struct JSONLayoutTests {
  private static let value: JSONValue = [
    "a": [["b": 1, "c": []], "d"], "e": .null, "f": .flag(true), "g": .object([]), "h": .decimal(12.5),
    "i": .decimal(3),
  ]

  @Test func `compact is one line without blanks`() {
    #expect(Self.value.text() == #"{"a":[{"b":1,"c":[]},"d"],"e":null,"f":true,"g":{},"h":12.5,"i":3}"#)
  }

  @Test func `lines has one compact element a line`() {
    let list: JSONValue = [["a": [1, 2]], ["b": 3]]
    #expect(list.text(.lines) == "[\n{\"a\":[1,2]},\n{\"b\":3}\n]")
    #expect(JSONValue.array([]).text(.lines) == "[]")
  }

  @Test func `rows has one element of a list a line, with blanks`() {
    let record: JSONValue = ["version": 1, "pages": [["path": "a", "sizes": [1, 2]], ["path": "b"]]]
    #expect(
      record.text(.rows) == """
        {
          "version": 1,
          "pages": [
            { "path": "a", "sizes": [ 1, 2 ] },
            { "path": "b" }
          ]
        }
        """)
    #expect(JSONValue.object([("pages", [])]).text(.rows) == "{\n  \"pages\": []\n}")
  }

  @Test func `indented has a line for each element and member`() {
    let value: JSONValue = ["a": [["b": 1]], "c": []]
    #expect(
      value.text(.indented) == """
        {
          "a": [
            {
              "b": 1
            }
          ],
          "c": []
        }
        """)
  }

  @Test func `wide is what Foundation's encoder writes with sorted keys`() throws {
    struct Page: Encodable {
      var path = "guide/été.html"
      var sizes = [12.0, 12.5, 0.1, 1e20]
      var none: [Int] = []
      var nested: [[String: Int]] = [[:], ["a": 1]]
      var byPath = ["é": 1, "e\u{301}x": 2, "z": 3, "Z": 4, "a10": 5, "a2": 6, "😀": 7, "\u{FF21}": 8, "a/\"\\\n": 9]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let page = Page()
    let value: JSONValue = [
      "byPath": .object(sorted: page.byPath.mapValues(JSONValue.integer)),
      "nested": .array(page.nested.map { .object(sorted: $0.mapValues(JSONValue.integer)) }), "none": [],
      "path": .string(page.path), "sizes": .array(page.sizes.map(JSONValue.decimal)),
    ]
    #expect(value.text(.wide) == String(decoding: try encoder.encode(page), as: UTF8.self))
  }

  @Test func `a file ends with a line end, and absent members are left out`() {
    let value = JSONValue.object(present: ["a": nil, "b": 1])
    #expect(value.file(.compact) == Array("{\"b\":1}\n".utf8))
  }
}

@Suite struct JSONStringTests {
  @Test func `what JSON demands is escaped, and control characters`() {
    let text = JSONValue.string("« é »/\"\\\n\r\t\u{0}\u{7F}\u{9B}\u{2028}😀\u{AD}\u{202E}").text()
    #expect(text == "\"« é »/\\\"\\\\\\n\\r\\t\\u0000\\u007f\\u009b\\u2028😀\u{AD}\u{202E}\"")
  }

  @Test func `for a terminal, what it would hide or reorder is escaped too`() {
    let text = JSONValue.string("é\u{202E}\u{AD}\u{E0041}\u{200D}x").text(.compact, .terminal)
    #expect(text == "\"é\\u202e\\u00ad\\udb40\\udc41\u{200D}x\"")
  }

  @Test(arguments: [JSONEscapes.required, .terminal])
  func `every character comes back as it was`(escapes: JSONEscapes) throws {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x2100, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFE00...0x1_0010, 0xE_0000...0xE_0100, 0x10_FFF0...0x10_FFFF,
    ]
    let text = ranges.joined().compactMap { Unicode.Scalar($0) }.reduce(into: "") { $0.unicodeScalars.append($1) }
    let json = JSONValue.string(text).text(.compact, escapes)
    #expect(
      try JSONDecoder().decode(String.self, from: Data(json.utf8)).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan])
  func `what is no number is null`(value: Double) { #expect(JSONValue.decimal(value).text() == "null") }
}
