extension Unicode.Scalar {
  /// The number of terminal columns that this scalar adds after the previous scalar of the line.
  ///
  /// Combining marks take 0 columns. East Asian wide characters and emoji take 2 columns. If a scalar is joined to the
  /// preceding emoji, the scalar takes 0 columns. Terminals show the rarer sequences in different ways; the function
  /// counts columns as recent terminals do.
  package func columns(after previous: Unicode.Scalar?) -> Int {
    if value < 0x300 { return 1 }
    if previous == "\u{200D}" { return 0 }
    if self == "\u{FE0F}", let previous {
      // The variation selector turns the previous scalar into an emoji. If the previous scalar took one column, the
      // emoji takes two columns, so the selector adds one column.
      return previous.properties.isEmoji && !previous.properties.isEmojiPresentation ? 1 : 0
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if properties.isEmojiModifier, previous?.properties.isEmojiModifierBase == true { return 0 }
    // Two regional indicators form one flag. The flag takes two columns, so one regional indicator takes one column.
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }
    return properties.isEmojiPresentation || Self.wideBlocks.contains { $0.contains(value) } ? 2 : 1
  }

  /// The characters that are wide or full-width according to Unicode's property East Asian Width. They are listed here
  /// because the standard library does not have this property.
  private static let wideBlocks: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
