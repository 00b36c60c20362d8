extension Unicode.Scalar {
  /// Whether a terminal interprets or hides this scalar instead of displaying it.
  package var isUnsafeOnTerminal: Bool {
    if value >= 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // The joiners are safe: emoji and several scripts need them, and they do not reorder characters.
    case .format: return self != "\u{200C}" && self != "\u{200D}"
    default: return false
    }
  }
}
