import Addresses
import Diagnostics
import MarkdownTree
import Toolbox
import YAML

/// Reads values in formats that several decoders need.
extension FieldReader {
  /// Reads a date in ISO 8601: a year, a month or a day.
  package mutating func date(_ key: String) -> String? {
    parse(key, as: .date, { Self.isDate($0) ? $0 : nil }, correct: Self.isoDate)
  }

  /// Reads a whole number from 1 to a limit.
  mutating func count(_ key: String, upTo limit: Int) -> Int? {
    parse(key, as: .count(upTo: limit)) { text in
      FrenchNumber.whole(text, upTo: limit).flatMap { $0 > 0 ? $0 : nil }
    }
  }

  /// Reads an address that begins with `https://` or `http://` and has a host. The value `à compléter` is accepted but
  /// reported; the result is then nil.
  mutating func webAddress(_ key: String) -> Reference? {
    guard let reference = reference(key) else { return nil }
    if ToComplete.isMissing(reference.name) { return nil }
    guard Self.isWebAddress(reference.name) else {
      let right = "https://" + reference.name.drop { $0 == "/" }
      let isNear = reference.name.contains(".") && !reference.name.contains(":") && Self.isWebAddress(right)
      report([.wrongType(key, expected: .address, at: reference.location, right: isNear ? right : nil)])
      return nil
    }
    return reference
  }

  /// Reads the address of a site. An address with a query or a fragment is refused, because the paths of pages are
  /// appended to this address.
  package mutating func siteAddress(_ key: String) -> Reference? {
    guard let reference = webAddress(key) else { return nil }
    guard let end = reference.name.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return reference }
    let right = String(reference.name[..<end])
    report([.wrongType(key, expected: .siteAddress, at: reference.location, right: right)])
    return nil
  }

  /// Reads an address that contains the placeholder `{fichier}`. The placeholder stands for the path of a file.
  mutating func addressPattern(_ key: String) -> String? {
    parse(key, as: .addressPattern) { text in
      text.contains("{fichier}") && Self.isWebAddress(text.replacing("{fichier}", with: "a.md")) ? text : nil
    }
  }

  /// Reads the address to which readers report dead links. It is a mail address or the web address of a form. The value
  /// `à compléter` is accepted but reported; the result is then nil.
  package mutating func deadLinkDesk(_ key: String) -> DeadLinkDesk? {
    guard let reference = reference(key), !ToComplete.isMissing(reference.name) else { return nil }
    let text = reference.name
    if let desk = DeadLinkDesk(mail: text) { return desk }
    if Self.isWebAddress(text.replacing("{page}", with: "a")) { return .form(text) }
    report([.wrongType(key, expected: .deadLinkDesk, at: reference.location, right: Self.mailAddress(in: text))])
    return nil
  }

  /// The mail address in a link to it, such as `mailto:a@b.fr`; nil if the text is no such link.
  static func mailAddress(in text: String) -> String? {
    let reference = AddressReference(text)
    guard reference.scheme == "mailto" else { return nil }
    let bare = String(text.drop { $0 != ":" }.dropFirst())
    return DeadLinkDesk(mail: bare).map { _ in bare }
  }

  /// Reads a language tag such as `fr` or `pt-BR`.
  package mutating func language(_ key: String) -> String? {
    guard let reference = reference(key) else { return nil }
    guard LanguageTag.isWellFormed(reference.name) else {
      report([.wrongType(key, expected: .language, at: reference.location)])
      return nil
    }
    return reference.name
  }

  /// Reads a word that must be in one of the fixed lists of `site.yml`. The name of this list is equal to the key.
  ///
  /// - Parameter vocabularies: the fixed lists that could be read. The key is the name of a list. If the list is absent
  ///   here, the word is not checked.
  package mutating func term(_ key: String, in vocabularies: [String: Vocabulary]) -> String? {
    guard let word = reference(key) else { return nil }
    guard let known = vocabularies[key]?.terms.map(\.id) else { return word.name }
    if !known.contains(word.name) {
      report([.unknownTerm(word.name, vocabulary: key, at: word.location, known: known)])
    }
    return word.name
  }

  /// Reads a word that must be in a fixed list. If the key is absent, reports the key.
  mutating func requiredTerm(_ key: String, in vocabularies: [String: Vocabulary]) -> String? {
    if value(key) == nil { reportMissing(key, example: vocabularies[key]?.terms.first?.id ?? "…") }
    return term(key, in: vocabularies)
  }

  /// Reports the key `ordre` (the rank of the entry) if it is missing.
  mutating func requireOrder() {
    if value("ordre") == nil { reportMissing("ordre", example: "3") }
  }

  private static func isWebAddress(_ text: String) -> Bool {
    let reference = AddressReference(text)
    return !text.contains(where: \.isWhitespace) && reference.namesHost && WebAddress(reference)?.isWeb == true
  }

  // MARK: Dates

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), (1...3).contains(parts.count),
      parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return false }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return false }
    if numbers.count > 2, !(1...days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2]) { return false }
    return true
  }

  /// Converts `25/11/2026` to `2026-11-25`. Nil if the text has another form.
  private static func isoDate(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.count <= 4 }) else { return nil }
    let date = parts.reversed().map { String(repeating: "0", count: max(0, 2 - $0.count)) + $0 }.joined(separator: "-")
    return isDate(date) ? date : nil
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
