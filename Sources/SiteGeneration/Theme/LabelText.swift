import HTML
import Toolbox

/// The text of a label: plain text, tags of Mustache, and strong words between `**`.
struct LabelText: Sendable {
  private let pieces: [TemplatePieces.Piece]
  /// Whether each `**` that opens has one that closes. If not, all are shown as they are written.
  private let hasStrongWords: Bool

  init(_ text: String) {
    pieces = TemplatePieces(text).pieces
    hasStrongWords = text.ranges(of: "**").count.isMultiple(of: 2)
  }

  /// The label as a part of a template: escaped except for its tags.
  var template: String {
    var isStrong = false
    return pieces.map { piece in
      switch piece {
      case .tag(let tag, _): return String(tag)
      case .text(let text):
        let escaped = HTMLText.escape(String(text))
        guard hasStrongWords else { return escaped }
        let parts = escaped.split(separator: "**", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { result, part in
          isStrong.toggle()
          return result + (isStrong ? "<strong>" : "</strong>") + part
        }
      }
    }.joined()
  }

  /// The label as plain text, with its variables replaced by values. A variable without a value is left out.
  func filled(with values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): String(text)
      case .tag(_, let name): values[name] ?? ""
      }
    }.joined()
  }
}
