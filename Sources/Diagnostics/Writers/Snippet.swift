/// The source line of a finding and the line of carets below it, ready for a terminal.
struct Snippet {
  let lineNumber: Int
  /// The whole source line, or the part of the line around the place of the finding. The text is escaped for a
  /// terminal.
  let text: String
  /// The padding before the carets. It is as wide as the text before the place of the finding.
  let pad: String
  /// One `^` for each column of the place. There is at least one `^`.
  let carets: String

  /// The maximum number of scalars that are shown. A longer line is cut.
  private static let longest = 160
  /// The usual number of scalars that a cut line shows before the place of the finding. If the line ends soon after the
  /// place, more scalars are shown before the place.
  private static let before = 60

  /// Cuts the snippet out of a text. Nil if the text has no such line.
  ///
  /// If the range has several lines, the carets extend to the end of its first line. `gutter` is the width of the text
  /// that the report writes before the source line. The width is needed because it changes the distance to the next tab
  /// stop.
  init?(of range: SourceRange, in source: SourceText, gutter: Int) {
    guard range.start.line >= 1, range.start.line <= source.lineCount else { return nil }
    let line = source.byteRange(ofLine: range.start.line)
    let start = source.byteOffset(of: range.start)
    let end = range.end.line == range.start.line ? source.byteOffset(of: range.end) : line.upperBound
    let window = Self.window(around: start, of: line, in: source.bytes)

    var canvas = Canvas(column: gutter)
    if window.lowerBound > line.lowerBound { canvas.addEllipsis() }
    canvas.add(source.bytes[window.lowerBound..<start], .before)
    canvas.add(source.bytes[start..<max(start, min(end, window.upperBound))], .under)
    canvas.add(source.bytes[max(start, min(end, window.upperBound))..<window.upperBound], .after)
    if window.upperBound < line.upperBound { canvas.addEllipsis() }

    lineNumber = range.start.line
    text = canvas.text
    pad = canvas.pad
    carets = canvas.carets.isEmpty ? "^" : canvas.carets
  }

  /// The byte range of the text to show. The range is the whole line, or a part of the line around the place. The
  /// search for this part starts at the place and not at the start of the line, because a line may have many megabytes.
  private static func window(around place: Int, of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let lower = back(from: place, by: before, downTo: line.lowerBound, in: bytes)
    let (upper, missing) = forward(from: lower, by: longest, upTo: line.upperBound, in: bytes)
    // If the line ends before the maximum length is reached, the shown part is extended to the left.
    return back(from: lower, by: missing, downTo: line.lowerBound, in: bytes)..<upper
  }

  private static func back(from place: Int, by count: Int, downTo limit: Int, in bytes: [UInt8]) -> Int {
    var place = place
    var left = count
    while place > limit, left > 0 {
      place -= 1
      if bytes[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return place
  }

  private static func forward(
    from place: Int, by count: Int, upTo limit: Int, in bytes: [UInt8]
  ) -> (place: Int, missing: Int) {
    var place = place
    var left = count
    while place < limit {
      if bytes[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return (place, left)
  }
}

/// Writes a source line and the line of carets below it, scalar by scalar.
private struct Canvas {
  enum Part { case before, under, after }

  var text = ""
  var pad = ""
  var carets = ""
  var column: Int
  private var previous: Unicode.Scalar?

  init(column: Int) { self.column = column }

  mutating func addEllipsis() {
    if carets.isEmpty { pad += " " }
    text += "…"
    column += 1
    previous = nil
  }

  mutating func add(_ bytes: ArraySlice<UInt8>, _ part: Part) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { add(scalar, part) }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ part: Part) {
    let shown: String
    let width: Int
    if scalar == "\t" {
      shown = "\t"
      width = 8 - column % 8
    } else if scalar.isUnsafeOnTerminal {
      shown = TerminalText.escape(scalar)
      width = shown.unicodeScalars.count
    } else {
      shown = String(scalar)
      width = scalar.columns(after: previous)
    }
    text.unicodeScalars.append(contentsOf: shown.unicodeScalars)
    switch part {
    // The padding contains the tab itself, because the tab stops of the terminal are not known. Therefore the carets
    // are at the correct column in any terminal.
    case .before: pad += scalar == "\t" ? "\t" : String(repeating: " ", count: width)
    case .under: carets += String(repeating: "^", count: width)
    case .after: break
    }
    column += width
    previous = scalar
  }
}
