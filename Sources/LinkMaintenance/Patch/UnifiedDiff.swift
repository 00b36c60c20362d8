/// The change of one file as a patch in git's format, for `git apply` and `patch -p1`.
///
/// Lines end with LF, as in git. A CR before the LF is part of the line. The comparison takes linear time. If both
/// versions have the same number of lines, the lines with equal numbers are compared. Otherwise, the equal lines at the
/// beginning and at the end are skipped, and all lines between them form one change.
package struct UnifiedDiff: Sendable, Hashable {
  /// The patch; empty if the file does not change. The lines are copied as bytes, so they may have any encoding.
  package let bytes: [UInt8]

  /// Compares the old and the new content of a file.
  ///
  /// - Parameter path: the path of the file, relative to the folder where the patch is applied, with `/` as separator.
  package init(of path: String, from old: [UInt8], to new: [UInt8]) {
    let old = TextLines(old)
    let new = TextLines(new)
    let hunks = DiffHunk.around(Self.changes(from: old, to: new), of: old)
    var patch: [UInt8] = []
    if !hunks.isEmpty {
      // A name that contains a space must be followed by a tab. Otherwise, `patch` would look for a date in the name.
      let end = path.utf8.contains(UInt8(ascii: " ")) ? "\t\n" : "\n"
      patch += "--- \(PatchPath.quote("a/" + path))\(end)+++ \(PatchPath.quote("b/" + path))\(end)".utf8
    }
    for hunk in hunks { hunk.append(to: &patch, from: old, to: new) }
    bytes = patch
  }

  private static func changes(from old: TextLines, to new: TextLines) -> [DiffChange] {
    guard old.count == new.count else { return [middle(from: old, to: new)] }
    var changes: [DiffChange] = []
    for line in 0..<old.count where old[line] != new[line] {
      if let last = changes.last, last.old.upperBound == line {
        changes[changes.count - 1] = last.extended
      } else {
        changes.append(DiffChange(old: line..<line + 1, new: line..<line + 1))
      }
    }
    return changes
  }

  private static func middle(from old: TextLines, to new: TextLines) -> DiffChange {
    let shorter = min(old.count, new.count)
    var first = 0
    while first < shorter, old[first] == new[first] { first += 1 }
    var alike = 0
    while alike < shorter - first, old[old.count - 1 - alike] == new[new.count - 1 - alike] { alike += 1 }
    return DiffChange(old: first..<old.count - alike, new: first..<new.count - alike)
  }
}

/// A replacement of lines: the lines `new` of the new version replace the lines `old` of the old version. Line numbers
/// begin at 0.
struct DiffChange {
  var old: Range<Int>
  var new: Range<Int>

  /// This change, with one more line at the end of each range.
  var extended: DiffChange {
    DiffChange(old: old.lowerBound..<old.upperBound + 1, new: new.lowerBound..<new.upperBound + 1)
  }
}

/// The lines of a file, each with its LF. The last line may lack the LF.
struct TextLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = bytes.isEmpty ? [] : [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && index + 1 < bytes.count {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  var count: Int { starts.count }

  subscript(line: Int) -> ArraySlice<UInt8> {
    bytes[starts[line]..<(line + 1 < starts.count ? starts[line + 1] : bytes.count)]
  }
}
