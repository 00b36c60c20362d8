import Foundation

/// Finds the known word that an author probably meant.
package enum NearestMatch {
  /// The maximum number of findings of one kind that propose a word. A proposal takes time, because a word is compared
  /// with every known name. Nobody reads more than 100 proposals. The callers apply this limit.
  package static let proposalLimit = 100

  /// The maximum length, in bytes, of the words that are compared. Longer words are not typing errors. Longer words
  /// would also take too much time, because the time of a comparison is proportional to the product of the two lengths.
  private static let longestWord = 400

  /// The maximum number of candidates that have a similar length to the word. If there are more such candidates, no
  /// candidate is proposed. A hundred searches among so many candidates would take longer than all other checks
  /// together.
  private static let mostCandidates = 10_000

  /// The candidate that is nearest to a word; nil if no candidate is near enough.
  ///
  /// Case and accents are ignored. An edit inserts, deletes or replaces a letter, or swaps two neighbours
  /// (Damerau-Levenshtein). A candidate is near enough if the number of edits is at most a third of the number of
  /// letters in the word. One edit is always accepted.
  package static func find(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let folded = fold(word)
    let limit = max(1, folded.count / 3)
    // These lengths are in bytes. A letter of a candidate has from one to four bytes.
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

  /// The smallest number of edits that turns one list of scalars into the other.
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
