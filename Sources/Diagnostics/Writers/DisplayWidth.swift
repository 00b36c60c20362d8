extension Unicode.Scalar {
  /// The number of terminal columns that this scalar adds after the previous scalar of the line.
  ///
  /// Combining marks take 0 columns, East Asian wide characters and emoji 2; a scalar joined to an emoji takes 0.
  /// Terminals differ on the rarer sequences: this function follows the recent ones.
  func columns(after previous: Unicode.Scalar?) -> Int {
    if value < 0x300 { return 1 }
    if previous == "\u{200D}" { return 0 }
    if self == "\u{FE0F}", let previous {
      // The variation selector shows the previous scalar as an emoji: a narrow one becomes wide.
      return previous.properties.isEmoji && !previous.properties.isEmojiPresentation ? 1 : 0
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiModifier, previous?.properties.isEmojiModifierBase == true { return 0 }
    // Two regional indicators make one flag of two columns.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || Self.wideBlocks.contains { $0.contains(value) } ? 2 : 1
  }

  /// The blocks that Unicode's East Asian Width lists as wide or full-width; the standard library has no such property.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
