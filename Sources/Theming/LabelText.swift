import HTML
import Toolbox

/// The text of a label: plain text, tags of Mustache, and strong words between `**`.
struct LabelText: Sendable {
  private let pieces: [TemplatePieces.Piece]

  init(_ text: String) { pieces = TemplatePieces(text).pieces }

  /// The label as a part of a template: escaped except for its tags. If a `**` that opens has none that closes, all are
  /// shown as they are written.
  var template: String {
    var bytes: [UInt8] = []
    var stars: [Int] = []
    for piece in pieces {
      switch piece {
      case .tag(let tag, _): bytes += tag.utf8
      case .text(let text): Self.add(HTMLText.escape(text), to: &bytes, &stars)
      }
    }
    return stars.count.isMultiple(of: 2) ? Self.marked(bytes, stars) : String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a text, and the index of each `**` in it.
  private static func add(_ text: String, to bytes: inout [UInt8], _ stars: inout [Int]) {
    for byte in text.utf8 {
      let isSecond = byte == UInt8(ascii: "*") && bytes.last == byte && stars.last != bytes.count - 2
      if isSecond { stars.append(bytes.count - 1) }
      bytes.append(byte)
    }
  }

  /// The text with elements in place of its pairs of stars.
  private static func marked(_ bytes: [UInt8], _ stars: [Int]) -> String {
    var result: [UInt8] = []
    var start = 0
    for (number, star) in stars.enumerated() {
      result += bytes[start..<star]
      result += (number.isMultiple(of: 2) ? "<strong>" : "</strong>").utf8
      start = star + 2
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The label as plain text, with its variables replaced by values. A variable without a value is left out.
  func filled(with values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .tag(_, let name): values[name] ?? ""
      }
    }.joined()
  }
}
