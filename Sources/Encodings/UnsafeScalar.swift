extension Unicode.Scalar {
  /// Whether a terminal would obey this scalar or hide it, rather than show it.
  package var isUnsafeOnTerminal: Bool {
    if value >= 0x20, value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // The joiners stay: they belong to emoji and to several scripts, and order nothing.
    case .format: return self != "\u{200C}" && self != "\u{200D}"
    default: return false
    }
  }
}
