extension String {
  /// Whether there is anything in it but blanks.
  var hasVisibleText: Bool {
    // A character of ASCII that is seen settles it, and nearly every text has one.
    utf8.contains(where: Self.isSeen) || contains { !$0.isWhitespace }
  }

  /// Whether there is a blank in it.
  var hasBlank: Bool { !utf8.allSatisfy(Self.isSeen) && contains(where: \.isWhitespace) }

  /// What stands between its blanks.
  var words: [Substring] {
    guard !isEmpty, utf8.allSatisfy(Self.isSeen) else { return split(whereSeparator: \.isWhitespace) }
    return [self[...]]
  }

  /// Without the blanks at both ends.
  func trimmingBlanks() -> String {
    if let first = utf8.first, let last = utf8.last, Self.isSeen(first), Self.isSeen(last) { return self }
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether a byte is a character of ASCII that is seen.
  private static func isSeen(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
