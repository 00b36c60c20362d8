/// Parses the parts of a link that follow its text. Reads the bytes of a file, and follows the rules of CommonMark.
package enum LinkSyntax {
  /// Parses a destination in parentheses at an offset: `(target "title")`.
  ///
  /// - Returns: the range of the target, and the offset after the closing parenthesis; nil if there is no valid
  ///   destination.
  package static func destination(in bytes: [UInt8], at start: Int, end: Int) -> (target: Range<Int>, end: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    let first = skipBlanks(in: bytes, from: start + 1, end: end)
    guard let (target, afterTarget) = self.target(in: bytes, at: first, end: end) else { return nil }
    var index = skipBlanks(in: bytes, from: afterTarget, end: end)
    if index > afterTarget, index < end, let quote = closingQuote(of: bytes[index]) {
      index += 1
      while index < end, bytes[index] != quote { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
      index = skipBlanks(in: bytes, from: index + 1, end: end)
    }
    guard index < end, bytes[index] == UInt8(ascii: ")") else { return nil }
    return (target, index + 1)
  }

  /// The maximum distance, in bytes, between the parentheses around a target that contains spaces.
  private static let spacedReach = 500

  /// The range of a link target that is invalid only because it contains spaces, as in `(../fichiers/Mon guide.pdf)`.
  /// Nil if the parentheses seem to contain ordinary text.
  package static func spacedTarget(in bytes: [UInt8], at start: Int, end: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    let line = bytes[start + 1..<min(end, start + spacedReach)].prefix { !$0.isLineEnd }
    guard let close = line.firstIndex(of: UInt8(ascii: ")")) else { return nil }
    let target = bytes[start + 1..<close]
    guard target.contains(where: \.isBlank), !target.contains(UInt8(ascii: "\"")) else { return nil }
    let text = String(decoding: target, as: UTF8.self)
    let beginnings = ["../", "./", "/", "#", "http://", "https://", "www.", "guide:"]
    let ending = text.split(separator: ".").last.map {
      $0.utf8.count <= 5 && $0.allSatisfy { $0.isLetter || $0.isNumber }
    }
    let isPath = beginnings.contains { text.hasPrefix($0) } || text.contains(".") && ending == true
    return isPath ? target.startIndex..<target.endIndex : nil
  }

  /// Parses a target at an offset. A target is enclosed in `<…>`, or ends at white space or at an unmatched closing
  /// parenthesis.
  package static func target(in bytes: [UInt8], at start: Int, end: Int) -> (target: Range<Int>, end: Int)? {
    var index = start
    if index < end, bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < end, bytes[index] != UInt8(ascii: ">") {
        if bytes[index].isLineEnd { return nil }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return index < end ? (start + 1..<index, index + 1) : nil
    }
    var depth = 0
    loop: while index < end {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth == 0: break loop
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\") where index + 1 < end && !bytes[index + 1].isBlank && !bytes[index + 1].isLineEnd:
        index += 1
      case let byte where byte.isBlank || byte.isLineEnd: break loop
      default: break
      }
      index += 1
    }
    index = min(index, end)
    return (start..<index, index)
  }

  /// Parses a label `[label]` at an offset. Returns the range between the brackets, and the offset after the closing
  /// bracket; nil if there is no label.
  package static func label(in bytes: [UInt8], at start: Int, end: Int) -> (label: Range<Int>, end: Int)? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    // CommonMark limits the length of a label. The limit also bounds the time for unclosed brackets.
    let end = min(end, start + 1001)
    var index = start + 1
    while index < end, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < end ? (start + 1..<index, index + 1) : nil
  }

  /// Skips spaces, tabs, line ends, and quotation markers at the start of lines.
  private static func skipBlanks(in bytes: [UInt8], from start: Int, end: Int) -> Int {
    var index = start
    var isAtLineStart = false
    while index < end {
      if bytes[index].isLineEnd {
        isAtLineStart = true
      } else if !bytes[index].isBlank, !(isAtLineStart && bytes[index].isLinePrefix) {
        break
      }
      index += 1
    }
    return index
  }

  private static func closingQuote(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }
}
