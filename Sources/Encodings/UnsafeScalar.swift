extension Unicode.Scalar {
  /// Whether a terminal interprets or hides this scalar, and does not display it.
  package var isUnsafeOnTerminal: Bool {
    if value >= 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // The joiners U+200C and U+200D are safe, because they do not reorder characters. Emoji and several scripts need
    // these joiners.
    case .format: return self != "\u{200C}" && self != "\u{200D}"
    default: return false
    }
  }
}
