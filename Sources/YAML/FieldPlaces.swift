import Diagnostics

/// Finds the locations of values, and corrects lines.
extension FieldReader {
  /// Corrects a line in which YAML reads the colon of a text as the end of a key, as in `- Le MOOC : un guide`. Returns
  /// the line with the text in quotes, or nil for any other value.
  func colonTrap(_ value: YAMLValue) -> String? {
    let position = value.position
    let line = source.line(position.line)
    guard case .mapping(let pairs) = value.content, pairs.count == 1, let pair = pairs.first,
      case .scalar(let text, _) = pair.value.content, !text.utf8.contains(UInt8(ascii: "\n")),
      pair.value.position.line == position.line,
      pair.keyPosition == position
    else { return nil }
    let before = line.unicodeScalars.prefix(position.column - 1)
    let isInBrackets = before.count { $0 == "[" } > before.count { $0 == "]" }
    return isInBrackets
      ? FrenchYAMLTraps.quotingItem(line, from: position.column)
      : FrenchYAMLTraps.quotingRest(line, from: position.column)
  }

  package func place(of value: YAMLValue) -> SourceLocation {
    guard case .scalar(let text, let isPlain) = value.content, !text.utf8.contains(UInt8(ascii: "\n")) else {
      return SourceLocation(file: source.file, at: value.position)
    }
    let length = text.unicodeScalars.count + (isPlain ? 0 : 2)
    let lineEnd = source.line(value.position.line).unicodeScalars.count + 1
    let end = SourcePosition(
      line: value.position.line, column: min(value.position.column + length, max(lineEnd, value.position.column)))
    return SourceLocation(file: source.file, range: SourceRange(start: value.position, end: end))
  }
}
