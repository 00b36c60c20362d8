import Diagnostics
import Foundation

/// Finds `à compléter` where it stands for a value that is still missing, and nowhere else: a sentence may well speak of
/// "un modèle à compléter".
public enum ToComplete {
  /// The words, in lower case.
  static let words = "à compléter"

  /// Whether a value of the front matter or of the configuration is one that is still missing.
  public static func isMissing(_ value: String) -> Bool {
    let value = value.lowercased().precomposed
    return value.hasPrefix(words) && (value.dropFirst(words.count).first.map { !$0.isLetter } ?? true)
  }

  /// A text in the pieces before, of and after each `à compléter` that stands for a value: it begins the text or follows
  /// a colon, a dash or an opening bracket, and no letter follows it.
  static func split(_ inline: Inline) -> [Inline] {
    guard case .text(let text) = inline.content, text.utf8.count >= words.utf8.count else { return [inline] }
    let lowered = text.lowercased()
    guard lowered.utf8.count == text.utf8.count, lowered.contains(words) else { return [inline] }
    var pieces: [Inline] = []
    var rest = text.startIndex
    for found in text.lowercased().ranges(of: words) {
      let start = text.utf8.index(text.startIndex, offsetBy: lowered.utf8.distance(from: lowered.startIndex, to: found.lowerBound))
      let end = text.utf8.index(start, offsetBy: words.utf8.count)
      guard standsForValue(before: text[..<start], after: text[end...]) else { continue }
      append(text[rest..<start], as: Inline.Content.text, of: inline, text: text, to: &pieces)
      append(text[start..<end], as: Inline.Content.toComplete, of: inline, text: text, to: &pieces)
      rest = end
    }
    append(text[rest...], as: Inline.Content.text, of: inline, text: text, to: &pieces)
    return pieces.isEmpty ? [inline] : pieces
  }

  private static func append(
    _ part: Substring, as content: (String) -> Inline.Content, of inline: Inline, text: String, to pieces: inout [Inline]
  ) {
    guard !part.isEmpty else { return }
    let start = text.unicodeScalars.distance(from: text.startIndex, to: part.startIndex)
    let length = part.unicodeScalars.count
    let from = SourcePosition(line: inline.range.start.line, column: inline.range.start.column + start)
    let to = SourcePosition(line: from.line, column: from.column + length)
    pieces.append(Inline(content(String(part)), range: SourceRange(start: from, end: to)))
  }

  private static func standsForValue(before: Substring, after: Substring) -> Bool {
    if let next = after.first, next.isLetter || next.isNumber { return false }
    guard let previous = before.last(where: { !$0.isWhitespace }) else { return true }
    return ":([«–—-|,".contains(previous)
  }
}

extension String {
  fileprivate var precomposed: String { precomposedStringWithCanonicalMapping }
}
