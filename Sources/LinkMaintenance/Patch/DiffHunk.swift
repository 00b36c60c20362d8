/// A part of a patch: changes that are close to each other, with the unchanged lines around them.
struct DiffHunk {
  /// The number of unchanged lines that are shown on each side of a change.
  private static let context = 3

  private let changes: [DiffChange]
  private let before: Int
  private let after: Int

  /// Groups changes into hunks. The changes must be in the order of their lines.
  static func around(_ changes: [DiffChange], of old: TextLines) -> [DiffHunk] {
    var groups: [[DiffChange]] = []
    for change in changes {
      // Two changes share a hunk if the lines shown after the first change reach the lines shown before the second
      // change.
      if let last = groups.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        groups[groups.count - 1].append(change)
      } else {
        groups.append([change])
      }
    }
    return groups.map { DiffHunk($0, of: old) }
  }

  private init(_ changes: [DiffChange], of old: TextLines) {
    self.changes = changes
    before = min(Self.context, changes.first?.old.lowerBound ?? 0)
    after = min(Self.context, old.count - (changes.last?.old.upperBound ?? old.count))
  }

  /// Appends the hunk to a patch.
  func append(to patch: inout [UInt8], from old: TextLines, to new: TextLines) {
    guard let first = changes.first, let last = changes.last else { return }
    let start = first.old.lowerBound - before
    let end = last.old.upperBound + after
    let newLines = first.new.lowerBound - before..<last.new.upperBound + after
    patch += "@@ -\(Self.extent(start..<end)) +\(Self.extent(newLines)) @@\n".utf8
    var line = start
    for change in changes {
      for one in line..<change.old.lowerBound { Self.append(old[one], marked: " ", to: &patch) }
      for one in change.old { Self.append(old[one], marked: "-", to: &patch) }
      for one in change.new { Self.append(new[one], marked: "+", to: &patch) }
      line = change.old.upperBound
    }
    for one in line..<end { Self.append(old[one], marked: " ", to: &patch) }
  }

  private static func append(_ line: ArraySlice<UInt8>, marked mark: Character, to patch: inout [UInt8]) {
    patch += String(mark).utf8
    patch += line
    if line.last != UInt8(ascii: "\n") { patch += "\n\\ No newline at end of file\n".utf8 }
  }

  /// Formats a range of lines for a hunk header: the number of the first line, from 1, and the number of lines. An
  /// empty range is written with the number of the line before the range.
  private static func extent(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}

/// Writes paths in the form that patches use.
enum PatchPath {
  /// Quotes a path if it contains a control character, a quotation mark or a backslash, because git would misread these
  /// characters. Letters with accents are not escaped, as in git with `core.quotePath` off. git reads paths with and
  /// without such escapes.
  static func quote(_ path: String) -> String {
    guard path.utf8.contains(where: needsEscape) else { return path }
    return "\"" + path.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      guard scalar.value < 0x80, needsEscape(UInt8(scalar.value)) else { return String(scalar) }
      let octal = String(scalar.value, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }
  }
}
