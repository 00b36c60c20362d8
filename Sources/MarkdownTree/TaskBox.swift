import Diagnostics

/// The checkbox of a list item: `[ ]` or `[x]`.
///
/// cmark reports an item as checked if `[x]` is anywhere on the line of the item. cmark does not recognize checkboxes
/// in a quotation, or in a list that begins on the line of another list. This code corrects both errors.
enum TaskBox {
  /// Whether a checkbox that cmark recognized is checked.
  ///
  /// - Parameter start: the position of the list item.
  static func isChecked(in source: SourceText, at start: SourcePosition) -> Bool {
    let line = source.byteOffset(of: start)..<source.byteRange(ofLine: start.line).upperBound
    guard let box = source.bytes[line].firstIndex(of: UInt8(ascii: "[")), box + 1 < line.upperBound else {
      return false
    }
    return source.bytes[box + 1] | 0x20 == UInt8(ascii: "x")
  }

  /// Removes the checkbox at the start of an item, and returns whether it was checked; nil if the item has no checkbox.
  static func take(from blocks: inout [Block], in source: SourceText) -> Bool? {
    guard let first = blocks.first, case .paragraph(var inlines) = first.content, let start = inlines.first,
      case .text(let text) = start.content, let isChecked = isChecked(text),
      // An escaped bracket is text.
      source.bytes[source.byteOffset(of: start.range.start)...].first == UInt8(ascii: "[")
    else { return nil }
    inlines[0].content = .text(String(text.dropFirst(4)))
    inlines[0].range.trimStart(by: 4)
    blocks[0].content = .paragraph(inlines)
    return isChecked
  }

  private static func isChecked(_ text: String) -> Bool? {
    guard text.utf8.count > 4 else { return nil }
    switch text.prefix(4) {
    case "[ ] ": return false
    case "[x] ", "[X] ": return true
    default: return nil
    }
  }
}
