import Diagnostics
import MarkdownTree

/// Reads the keys of one mapping with typed accessors. ``finish()`` refuses every key that no accessor requested. So no
/// separate list of the valid keys is needed.
package struct FieldReader {
  package let source: SourceText
  private let pairs: [YAMLValue.Pair]
  private let start: SourcePosition
  /// Whether the value is a mapping.
  package let isMapping: Bool
  /// The typography that is applied to texts for readers. If nil, these texts stay as they are typed.
  package var typography: FrenchTypography?
  private var asked: [String] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// The findings on missing keys. ``finish()`` drops the finding on a key that is present in a misspelt form.
  private var missing: [(key: String, diagnostic: Diagnostic)] = []
  /// After ``finish()``, the keys that are present only in a misspelt form, such as `titre` if the mapping has `Titre`.
  package private(set) var misspeltKeys: Set<String> = []

  /// Reads a mapping. Any other value is reported once and read as an empty mapping. The missing keys of this empty
  /// mapping are not reported.
  ///
  /// - Parameter name: the key of the value, or nil for a whole document.
  package init(
    _ value: YAMLValue?, named name: String? = nil, source: SourceText, typography: FrenchTypography? = nil
  ) {
    self.source = source
    self.typography = typography
    start = value?.position ?? SourcePosition(line: 1, column: 1)
    guard let value, case .mapping(let pairs) = value.content else {
      pairs = []
      isMapping = false
      guard let value, !value.isEmpty || name == nil else { return }
      let location = SourceLocation(file: source.file, at: value.position)
      let right = FrenchYAMLTraps.spacingKey(source.line(value.position.line))
      diagnostics.append(
        name.map { .wrongType($0, expected: .mapping, at: location) } ?? .notKeys(at: location, rightLine: right))
      return
    }
    self.pairs = pairs
    isMapping = true
  }

  /// The keys in order. They are needed for mappings in which the author of the content chooses the keys.
  package var keys: [(name: String, location: SourceLocation)] {
    pairs.map { ($0.key, SourceLocation(file: source.file, at: $0.keyPosition)) }
  }

  /// Maps each key to the location of its value.
  package var places: [String: SourceLocation] {
    Dictionary(pairs.map { ($0.key, place(of: $0.value)) }) { first, _ in first }
  }

  /// Reports the keys that no accessor requested, and returns all findings.
  package mutating func finish() -> [Diagnostic] {
    let present = Set(pairs.map(\.key))
    for pair in pairs where !asked.contains(pair.key) {
      // A misspelt key explains why the correct key is missing. So only one finding is reported for this mistake.
      if let meant = NearestMatch.find(pair.key, among: asked), !present.contains(meant) { misspeltKeys.insert(meant) }
      let range = SourceRange(
        start: pair.keyPosition,
        end: SourcePosition(
          line: pair.keyPosition.line, column: pair.keyPosition.column + pair.key.unicodeScalars.count))
      diagnostics.append(
        .unknownKey(pair.key, at: SourceLocation(file: source.file, range: range), known: asked))
    }
    diagnostics += missing.filter { !misspeltKeys.contains($0.key) }.map(\.diagnostic)
    missing = []
    return diagnostics
  }

  /// Adds findings of another reader, for example the findings of a nested mapping.
  package mutating func report(_ findings: [Diagnostic]) { diagnostics += findings }

  // MARK: Values

  /// Requests a key. Returns its value, or nil if the key is absent or its value is empty.
  package mutating func value(_ key: String) -> YAMLValue? {
    if !asked.contains(key) { asked.append(key) }
    return pairs.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  package mutating func text(_ key: String) -> String? {
    guard let value = value(key) else {
      reportCommentAlone(key)
      return nil
    }
    return text(value, of: key)
  }

  /// Reads a required text. If the key is absent, reports the key and returns an empty text.
  mutating func requiredText(_ key: String, example: String) -> String {
    if let value = value(key) { return text(value, of: key) ?? "" }
    if !reportCommentAlone(key) { reportMissing(key, example: example) }
    return ""
  }

  /// Reads a text for readers, and applies the site's typography to the text.
  package mutating func prose(_ key: String) -> String? { text(key).map(typeset) }

  /// Reads a required text for readers. If the key is absent, reports the key and returns an empty text.
  package mutating func requiredProse(_ key: String, example: String) -> String {
    typeset(requiredText(key, example: example))
  }

  /// Reads a list of texts for readers; a single text is a list of one.
  package mutating func proses(_ key: String) -> [String] { references(key).map { typeset($0.name) } }

  private func typeset(_ text: String) -> String { typography?.apply(to: text) ?? text }

  /// Reads a text with its location.
  package mutating func reference(_ key: String) -> Reference? {
    guard let value = value(key), let text = text(value, of: key) else { return nil }
    return Reference(name: text, location: place(of: value))
  }

  /// A text for readers that may be `à compléter`, or spaces in quotes, with its place.
  package mutating func label(_ key: String) -> Reference? {
    if let pair = pairs.first(where: { $0.key == key }), case .scalar(let text, isPlain: false) = pair.value.content,
      pair.value.isEmpty, !text.isEmpty
    {
      asked.append(key)
      return Reference(name: text, location: place(of: pair.value))
    }
    guard let value = value(key), let text = text(value, of: key, isToComplete: false) else { return nil }
    return Reference(name: typeset(text), location: place(of: value))
  }

  /// A list of words; a single word is a list of one.
  package mutating func references(_ key: String) -> [Reference] {
    guard let value = value(key) else {
      reportCommentAlone(key)
      return []
    }
    let isTrap = if case .mapping = value.content { colonTrap(value) != nil } else { false }
    switch value.content {
    case .sequence(let items):
      return items.filter { !$0.isEmpty }.compactMap { item in
        text(item, of: key).map { Reference(name: $0, location: place(of: item)) }
      }
    case .mapping where !isTrap:
      diagnostics.append(.wrongType(key, expected: .list, at: place(of: value)))
      return []
    case .scalar, .mapping:
      return text(value, of: key).map { [Reference(name: $0, location: place(of: value))] } ?? []
    }
  }

  /// Reads a list of words. No word contains a comma. If the brackets are missing, as in `pour: binome, referent`, YAML
  /// reads the list as one text. The function reports this mistake.
  package mutating func words(_ key: String) -> [Reference] {
    guard let value = value(key), case .scalar(let text, isPlain: true) = value.content, text.contains(",") else {
      return references(key)
    }
    let words = text.split(separator: ",").map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
    let right = "[" + words.joined(separator: ", ") + "]"
    diagnostics.append(.wrongType(key, expected: .list, at: place(of: value), right: right))
    return []
  }

  /// Whether an absent key is probably present in a misspelt form. A present key that an accessor requested before does
  /// not count as a misspelt form.
  package func isProbablyMisspelt(_ key: String) -> Bool {
    !pairs.contains { $0.key == key }
      && pairs.contains { !asked.contains($0.key) && NearestMatch.find($0.key, among: [key]) != nil }
  }

  package mutating func integer(_ key: String) -> Int? {
    parse(key, as: .wholeNumber) { FrenchNumber.whole($0) }
  }

  /// Reads `oui` or `non`.
  package mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .scalar(let text, _) = value.content {
      switch text.lowercased() {
      case "oui", "yes", "true": return true
      case "non", "no", "false": return false
      default: break
      }
    }
    diagnostics.append(.wrongType(key, expected: .yesNo, at: place(of: value)))
    return nil
  }

  /// Whether the value of a key begins with `#`, in quotes or not.
  package func isHash(_ key: String) -> Bool {
    guard let pair = pairs.first(where: { $0.key == key }), case .scalar(let text, _) = pair.value.content else {
      return false
    }
    let written = source.line(pair.keyPosition.line).unicodeScalars.dropFirst(
      pair.keyPosition.column - 1 + pair.key.unicodeScalars.count)
    return text.trimmingPrefix(" ").hasPrefix("#")
      || pair.value.isEmpty && written.first { $0 != ":" && $0 != " " } == "#"
  }

  /// Parses a value with a function. If parsing fails, reports the value and returns nil.
  ///
  /// - Parameter correct: returns the text that the author of the content should probably write. Nil if no such text is
  ///   known.
  package mutating func parse<T>(
    _ key: String, as expected: ExpectedType, _ parse: (String) -> T?, correct: (String) -> String? = { _ in nil }
  ) -> T? {
    guard let value = value(key) else { return nil }
    guard case .scalar(let text, _) = value.content else {
      diagnostics.append(.wrongType(key, expected: expected, at: place(of: value)))
      return nil
    }
    if let result = parse(text) { return result }
    diagnostics.append(.wrongType(key, expected: expected, at: place(of: value), right: correct(text)))
    return nil
  }

  package mutating func mapping(_ key: String) -> FieldReader? {
    value(key).map { FieldReader($0, named: key, source: source, typography: typography) }
  }

  /// Reports a missing key.
  package mutating func reportMissing(_ key: String, example: String) {
    guard isMapping else { return }
    let isThere = pairs.first { $0.key == key }
    let position = isThere?.keyPosition ?? start
    let finding = Diagnostic.missingKey(key, example: example, at: SourceLocation(file: source.file, at: position))
    missing.append((key, finding))
  }

  // MARK: Texts

  /// - Parameter isToComplete: whether `à compléter` stands for a missing text, which is reported.
  private mutating func text(_ value: YAMLValue, of key: String, isToComplete: Bool = true) -> String? {
    let line = source.line(value.position.line)
    let location = place(of: value)
    guard case .scalar(let text, let isPlain) = value.content else {
      let right = colonTrap(value)
      diagnostics.append(
        right.map { .yamlColon(at: location, rightLine: $0) } ?? .wrongType(key, expected: .text, at: location))
      return nil
    }
    if isPlain {
      let column = value.position.column
      if let right = FrenchYAMLTraps.quotingComment(line, value: text, column: column) {
        diagnostics.append(.yamlComment(at: location, rightLine: right))
      } else if let right = FrenchYAMLTraps.quotingAmbiguous(line, value: text, column: column) {
        diagnostics.append(.yamlAmbiguousText(text, at: location, rightLine: right))
      }
    }
    if isToComplete, ToComplete.isMissing(text) { diagnostics.append(.toComplete(at: location)) }
    return text
  }

  /// Reports a text that YAML reads as a comment, such as the value of `titre: #2`. If a space follows the `#`, the
  /// comment is intended, and nothing is reported.
  @discardableResult
  private mutating func reportCommentAlone(_ key: String) -> Bool {
    guard let pair = pairs.first(where: { $0.key == key }) else { return false }
    let line = source.line(pair.keyPosition.line)
    guard let right = FrenchYAMLTraps.quotingCommentAlone(line) else { return false }
    let position = SourcePosition(
      line: pair.keyPosition.line, column: FrenchYAMLTraps.firstDifference(line, right))
    diagnostics.append(.yamlComment(at: SourceLocation(file: source.file, at: position), rightLine: right))
    return true
  }
}
