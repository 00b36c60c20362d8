import Diagnostics

/// Corrects lines with YAML errors that are frequent in French texts.
package enum FrenchYAMLTraps {
  /// Quotes a value that contains a colon, as in `titre: Le MOOC : un guide`. Nil for any other line.
  static func quotingColon(_ line: String) -> String? {
    // If several words come before the first colon of a list item, the whole item is a text, as in
    // `- Le MOOC : un : guide`.
    if let item = itemStart(line), let colon = line[item...].firstRange(of: ": "),
      line[item..<colon.lowerBound].trimming.contains(" "), let first = line[item...].first, !openers.contains(first)
    {
      return line[..<item] + quote(line[item...].trimming)
    }
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimming
    guard value.contains(": ") || value.hasSuffix(":"), let first = value.first, !openers.contains(first) else {
      return nil
    }
    return line[..<colon.upperBound] + quote(value)
  }

  /// Inserts the space that is missing after a colon, as in `titre:Le guide`. Nil if no space is missing.
  static func spacingKey(_ line: String) -> String? {
    guard !line.contains(": "), let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].trimming
    let value = line[line.index(after: colon)...].trimming
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0 == "-" }), !value.isEmpty, !value.hasPrefix("//") else {
      return nil
    }
    return line[...colon] + " " + value
  }

  /// Puts quotation marks around a whole value if YAML would misread its first character, as in
  /// `titre: [Brouillon] Le guide`, `titre: "Le guide" de l'ANCT` or `titre: @anct`. Nil for any other value.
  static func quotingOddValue(_ line: String) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimming
    guard let first = value.first, let last = value.last else { return nil }
    switch first {
    case "\"", "'":
      let inner = value.dropFirst()
      guard value.count > 1, inner.contains(first) else { return nil }
      return line[..<colon.upperBound] + quote(last == first ? String(inner.dropLast()) : value)
    case "[" where last != "]" && value.contains("]"), "{" where last != "}" && value.contains("}"),
      "@", "`", "%", "|", ">", ",", "]", "}":
      return line[..<colon.upperBound] + quote(value)
    default: return nil
    }
  }

  /// Quotes the part of a line that begins at a column; nil if this part is empty.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - column: the column of the value, in scalars from 1.
  static func quotingRest(_ line: String, from column: Int) -> String? {
    guard let start = index(of: column, in: line) else { return nil }
    let value = line[start...].trimming
    return value.isEmpty ? nil : line[..<start] + quote(value)
  }

  /// Quotes one item of a list that is written in brackets, as in `[Le MOOC : un guide, autre]`.
  static func quotingItem(_ line: String, from column: Int) -> String? {
    guard let start = index(of: column, in: line) else { return nil }
    let end = line[start...].firstIndex { $0 == "," || $0 == "]" } ?? line.endIndex
    return line[..<start] + quote(line[start..<end].trimming) + line[end...]
  }

  /// Quotes a value together with the comment after it; nil if no comment follows the value.
  static func quotingComment(_ line: String, value: String, column: Int) -> String? {
    guard let start = index(of: column, in: line) else { return nil }
    let rest = line[start...]
    guard rest.hasPrefix(value), rest.dropFirst(value.count).trimming.first == "#" else { return nil }
    return line[..<start] + quote(rest.trimming)
  }

  /// Quotes a value that begins with `#` without a space after it, as in `titre: #2`. Nil for any other value.
  static func quotingCommentAlone(_ line: String) -> String? {
    guard let colon = line.firstRange(of: ": ") else { return nil }
    let value = line[colon.upperBound...].trimming
    return value.hasPrefix("#") && value.dropFirst().first.map { !$0.isWhitespace } ?? false
      ? line[..<colon.upperBound] + quote(value) : nil
  }

  /// Quotes the colours in a line, because YAML would read these colours as comments (`accent: #0b5d50`,
  /// `{clair: #fff}`). Nil if the line has no colour without quotes.
  package static func quotingColors(_ line: String) -> String? {
    var result = ""
    var quote: Character?
    var found = false
    var rest = line[...]
    while let sign = rest.first {
      if sign == "#", quote == nil, result.last == " " {
        let digits = rest.dropFirst().prefix { $0.isHexDigit }
        let next = rest.dropFirst(digits.count + 1).first
        guard [3, 4, 6, 8].contains(digits.count), next.map({ " ,}]".contains($0) }) ?? true else { break }
        result += "\"#\(digits)\""
        found = true
        rest = rest.dropFirst(digits.count + 1)
        continue
      }
      if sign == quote {
        quote = nil
      } else if quote == nil, sign == "\"" || sign == "'" {
        quote = sign
      }
      result.append(sign)
      rest = rest.dropFirst()
    }
    return found ? result + rest : nil
  }

  /// Quotes a value that YAML may read as a boolean, a time or null (`oui`, `4:30`, `~`); nil for any other value.
  static func quotingAmbiguous(_ line: String, value: String, column: Int) -> String? {
    guard isAmbiguous(value), let start = index(of: column, in: line), line[start...].hasPrefix(value) else {
      return nil
    }
    return line[..<start] + quote(value) + line[start...].dropFirst(value.count)
  }

  /// The column of the value in a line, in scalars from 1.
  static func valueColumn(_ line: String) -> Int {
    guard let colon = line.firstRange(of: ": ") else { return 1 }
    let value = line[colon.upperBound...].firstIndex { $0 != " " } ?? line.endIndex
    return line[..<value].unicodeScalars.count + 1
  }

  /// The first column, in scalars from 1, at which two lines differ.
  package static func firstDifference(_ left: String, _ right: String) -> Int {
    zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count + 1
  }

  private static let openers: Set<Character> = ["\"", "'", "[", "{", "|", ">"]

  private static let words: Set<String> = [
    "oui", "non", "yes", "no", "true", "false", "on", "off", "y", "n", "null", "~",
  ]

  private static func isAmbiguous(_ value: String) -> Bool {
    // No ambiguous word is longer, and a time begins with a digit.
    if value.utf8.count <= 5, words.contains(value.lowercased()) { return true }
    guard let first = value.utf8.first, (0x30...0x39).contains(first) else { return false }
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// The start of the text of a list item, or nil if the line is not a list item.
  private static func itemStart(_ line: String) -> String.Index? {
    let rest = line.drop { $0 == " " }
    guard rest.hasPrefix("- ") else { return nil }
    return rest.dropFirst(2).firstIndex { $0 != " " }
  }

  private static func index(of column: Int, in line: String) -> String.Index? {
    line.unicodeScalars.index(line.startIndex, offsetBy: column - 1, limitedBy: line.endIndex)
  }

  private static func quote(_ value: some StringProtocol) -> String {
    "\"" + value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension StringProtocol {
  fileprivate var trimming: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end].drop(while: \.isWhitespace))
  }
}
