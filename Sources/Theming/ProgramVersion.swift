/// A version of Trousse: three numbers, with the most significant number first.
package struct ProgramVersion: Sendable, Comparable, CustomStringConvertible {
  /// The version of this program.
  package static let current = ProgramVersion(numbers: [0, 1, 0])

  private let numbers: [Int]

  private init(numbers: [Int]) { self.numbers = numbers }

  /// Reads `1`, `0.1` or `0.1.0`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count) else { return nil }
    self.numbers = numbers + Array(repeating: 0, count: 3 - numbers.count)
  }

  /// The version with all its numbers, such as `0.1.0`.
  package var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Orders versions from the oldest to the newest.
  package static func < (left: ProgramVersion, right: ProgramVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
