extension String {
  /// Whether the string contains a character other than white space.
  package var hasVisibleText: Bool {
    // A fast path, because most texts contain a visible ASCII character.
    utf8.contains(where: Self.isSeen) || contains { !$0.isWhitespace }
  }

  /// Whether the string contains white space.
  package var hasBlank: Bool { !utf8.allSatisfy(Self.isSeen) && contains(where: \.isWhitespace) }

  /// The words of the string: its parts between white space.
  package var words: [Substring] {
    guard !isEmpty, utf8.allSatisfy(Self.isSeen) else { return split(whereSeparator: \.isWhitespace) }
    return [self[...]]
  }

  /// The string without the white space at its start and its end.
  package func trimmingBlanks() -> String {
    if let first = utf8.first, let last = utf8.last, Self.isSeen(first), Self.isSeen(last) { return self }
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// Whether a byte is a visible ASCII character.
  private static func isSeen(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
