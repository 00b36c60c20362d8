import Diagnostics

/// The three traps that YAML lays for whoever writes French, each with the line as it should be written.
enum FrenchYAMLTraps {
  /// `titre: Le MOOC : un guide` with its value in quotes, or nil where the line has no second colon.
  static func quotingColon(_ line: String) -> String? {
    guard let colon = line.range(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimming
    guard value.contains(": ") || value.hasSuffix(":"), let first = value.first, !"\"'[{|>".contains(first) else {
      return nil
    }
    return line[..<colon.upperBound] + quote(value)
  }

  /// `- Le MOOC : un guide` with its text in quotes, or nil where the line is no such item.
  static func quotingListItem(_ line: String) -> String? {
    guard let dash = line.range(of: "- "), line[dash.upperBound...].contains(": ") else { return nil }
    return line[..<dash.upperBound] + quote(line[dash.upperBound...].trimming)
  }

  /// The line with its value, comment included, in quotes; nil where no ` #` follows the value.
  ///
  /// - Parameters:
  ///   - line: the line of the value.
  ///   - value: the value as YAML read it.
  ///   - column: where it begins, in scalars from 1.
  static func quotingComment(_ line: String, value: String, column: Int) -> String? {
    let scalars = line.unicodeScalars
    guard let start = scalars.index(scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex) else {
      return nil
    }
    let rest = line[start...]
    guard rest.hasPrefix(value), rest.dropFirst(value.count).trimming.first == "#" else { return nil }
    return line[..<start] + quote(rest.trimming)
  }

  /// The line with its value in quotes, where the plain value is one that YAML may take for a truth value, a time or
  /// nothing at all (`oui`, `4:30`, `~`).
  static func quotingAmbiguous(_ line: String, value: String, column: Int) -> String? {
    guard isAmbiguous(value) else { return nil }
    let scalars = line.unicodeScalars
    guard let start = scalars.index(scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex) else {
      return nil
    }
    return line[..<start] + quote(value)
  }

  private static let words: Set<String> = [
    "oui", "non", "yes", "no", "true", "false", "on", "off", "y", "n", "null", "~",
  ]

  private static func isAmbiguous(_ value: String) -> Bool {
    if words.contains(value.lowercased()) { return true }
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  private static func quote(_ value: some StringProtocol) -> String {
    "\"" + value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension StringProtocol {
  fileprivate func range(of needle: String) -> Range<String.Index>? { firstRange(of: needle) }

  fileprivate var trimming: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end].drop(while: \.isWhitespace))
  }
}
