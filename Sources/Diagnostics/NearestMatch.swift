import Foundation

/// Finds what somebody probably meant.
public enum NearestMatch {
  /// After so many findings of one kind nobody reads proposals any more, and each costs a look at every name: whoever
  /// reports more proposes nothing for the rest.
  public static let proposalLimit = 100

  /// Longer words are nobody's slip of the pen, and comparing two of them costs the product of their lengths.
  private static let longestWord = 400

  /// Among more names than this of about the right length nothing is proposed: looking at each of them, for a hundred
  /// findings, would take longer than the rest of the check.
  private static let mostCandidates = 10_000

  /// The candidate that is nearest to a word, or nil where none is near enough to be worth proposing.
  ///
  /// Case and accents do not count; beyond that, up to one edit for every three letters is "near" (at least one).
  /// Edits are those of Damerau and Levenshtein: insert, delete, replace, swap two neighbours.
  public static func find(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let folded = fold(word)
    let limit = max(1, folded.count / 3)
    // Folding shortens a text at most from four bytes to one for each letter.
    let lengths = max(folded.count - limit, 0)...min(4 * (folded.count + limit), longestWord)
    let near = candidates.filter { lengths.contains($0.utf8.count) }
    guard near.count <= mostCandidates else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in near {
      let other = fold(candidate)
      guard abs(other.count - folded.count) <= limit else { continue }
      let distance = editDistance(folded, other)
      if distance <= limit, best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The number of edits between two texts, each a list of scalars.
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, one) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, two) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (one == two ? 0 : 1))
        if row > 0, column > 0, one == right[column - 1], left[row - 1] == two {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last.last ?? 0
  }

  private static func fold(_ word: String) -> [Unicode.Scalar] {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      return word.utf8.map { Unicode.Scalar((0x41...0x5A).contains($0) ? $0 | 0x20 : $0) }
    }
    return folded(word)
  }

  private static func folded(_ word: String) -> [Unicode.Scalar] {
    word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }
}
