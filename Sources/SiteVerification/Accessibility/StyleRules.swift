/// Parses the selectors and declarations of a style sheet; the checks need no other parts. Parsing never fails, because
/// an unclosed rule ends at the end of the sheet.
enum StyleRules {
  struct Declaration: Sendable, Hashable {
    /// The name of the property, in lower case.
    var property: String
    /// The value, in lower case and without `!important`.
    var value: String
  }

  /// A rule as written. Its selectors and declarations are parsed on demand.
  struct Rule: Sendable {
    /// The selectors of this rule, as written. The selectors of outer rules are not added.
    var list: String
    var body: String

    var selectors: [String] { StyleRules.selectors(list) }
    var declarations: [Declaration] { StyleRules.declarations(body) }
  }

  /// All rules that have declarations, in the order of the style sheet. Rules inside other rules, and inside at-rules
  /// such as `@media`, are included.
  static func rules(of style: String) -> [Rule] {
    var rules: [Rule] = []
    var open: [String] = []
    var pending: [UInt8] = []
    func take() -> String {
      defer { pending.removeAll(keepingCapacity: true) }
      return String(decoding: pending, as: UTF8.self).trimmingBlanks()
    }
    func declare(_ text: String) {
      guard let list = open.last, !list.isEmpty, !text.isEmpty else { return }
      rules.append(Rule(list: list, body: text))
    }
    for byte in withoutComments(Array(style.utf8)) {
      switch byte {
      case UInt8(ascii: "{"):
        // The text after the last `;` is the selector. The text before this `;` belongs to the outer rule.
        let text = take()
        let cut = text.lastIndex(of: ";").map { text.index(after: $0) } ?? text.startIndex
        declare(String(text[..<cut]))
        let selector = String(text[cut...]).trimmingBlanks()
        open.append(selector.hasPrefix("@") ? (open.last ?? "") : selector)
      case UInt8(ascii: "}"):
        declare(take())
        _ = open.popLast()
      default: pending.append(byte)
      }
    }
    declare(take())
    return rules
  }

  /// Parses the declarations of a text such as the attribute `style`.
  static func declarations(_ text: String) -> [Declaration] {
    text.split(separator: ";").compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let property = String(part[..<colon]).trimmingBlanks().lowercased()
      let value = part[part.index(after: colon)...].lowercased().replacing("!important", with: "").trimmingBlanks()
      return property.isEmpty ? nil : Declaration(property: property, value: value)
    }
  }

  /// Converts a text to lower case and removes white space.
  static func letters(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }

  /// Splits a list of selectors at commas, except at those inside brackets.
  fileprivate static func selectors(_ text: String) -> [String] {
    var selectors: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth -= 1 }
      if character == ",", depth <= 0 {
        selectors.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    let folded = (selectors + [current]).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return folded.filter { !$0.isEmpty }
  }

  private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    var isComment = false
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if isComment, bytes[index] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        isComment = false
        index += 2
      } else if !isComment, bytes[index] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        isComment = true
        index += 2
      } else {
        if !isComment { kept.append(bytes[index]) }
        index += 1
      }
    }
    return kept
  }
}
