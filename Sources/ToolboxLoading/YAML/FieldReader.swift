import Diagnostics
import MarkdownTree
import Toolbox

/// Reads the keys of one mapping, each as what it should be. Every key that is asked for is known; those that nobody asked
/// for are refused at the end, so that a key is declared in one place only: where it is read.
struct FieldReader {
  let source: SourceText
  private let pairs: [YAMLValue.Pair]
  private let start: SourcePosition
  private var asked: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a mapping; anything else is reported once and read as an empty one.
  init(_ value: YAMLValue, named name: String, source: SourceText) {
    self.source = source
    start = value.position
    if case .mapping(let pairs) = value.content {
      self.pairs = pairs
    } else {
      pairs = []
      if !value.isEmpty {
        diagnostics.append(.wrongType(name, expected: .mapping, at: SourceLocation(file: source.file, at: value.position)))
      }
    }
  }

  /// The keys, in order, for mappings whose keys are the editor's own.
  var keys: [(name: String, location: SourceLocation)] {
    pairs.map { ($0.key, SourceLocation(file: source.file, at: $0.keyPosition)) }
  }

  /// Where the value of each key stands.
  var places: [String: SourceLocation] {
    Dictionary(pairs.map { ($0.key, place(of: $0.value)) }) { first, _ in first }
  }

  /// Refuses the keys that nobody asked for; returns everything that was found.
  mutating func finish() -> [Diagnostic] {
    for pair in pairs where !asked.contains(pair.key) {
      let range = SourceRange(
        start: pair.keyPosition,
        end: SourcePosition(
          line: pair.keyPosition.line, column: pair.keyPosition.column + pair.key.unicodeScalars.count))
      diagnostics.append(
        .unknownKey(pair.key, at: SourceLocation(file: source.file, range: range), known: asked))
    }
    return diagnostics
  }

  /// Adds findings made elsewhere, such as in a mapping within this one.
  mutating func report(_ findings: [Diagnostic]) { diagnostics += findings }

  // MARK: Values

  /// The value of a key, or nil where it is absent or empty.
  mutating func value(_ key: String) -> YAMLValue? {
    asked.append(key)
    return pairs.first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// A text.
  mutating func text(_ key: String) -> String? { value(key).flatMap { text($0, of: key) } }

  /// A text that must be there; an empty one, and a finding, where it is not.
  mutating func requiredText(_ key: String, example: String) -> String {
    guard let value = value(key) else {
      reportMissing(key, example: example)
      return ""
    }
    return text(value, of: key) ?? ""
  }

  /// A text with its place.
  mutating func reference(_ key: String) -> Reference? {
    guard let value = value(key), let text = text(value, of: key) else { return nil }
    return Reference(name: text, location: place(of: value))
  }

  /// A list of words; a single word is a list of one.
  mutating func references(_ key: String) -> [Reference] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .scalar: return text(value, of: key).map { [Reference(name: $0, location: place(of: value))] } ?? []
    case .sequence(let items):
      return items.compactMap { item in
        text(item, of: key).map { Reference(name: $0, location: place(of: item)) }
      }
    case .mapping:
      diagnostics.append(.wrongType(key, expected: .list, at: place(of: value)))
      return []
    }
  }

  /// A whole number.
  mutating func integer(_ key: String) -> Int? {
    guard let value = value(key) else { return nil }
    if case .scalar(let text, _) = value.content, let number = Int(text), number >= 0 { return number }
    diagnostics.append(.wrongType(key, expected: .wholeNumber, at: place(of: value)))
    return nil
  }

  /// `oui` or `non`.
  mutating func flag(_ key: String) -> Bool? {
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

  /// A value that a function understands; a finding where it does not.
  mutating func parse<T>(_ key: String, as expected: ExpectedType, _ parse: (String) -> T?) -> T? {
    guard let value = value(key) else { return nil }
    if case .scalar(let text, _) = value.content, let result = parse(text) { return result }
    diagnostics.append(.wrongType(key, expected: expected, at: place(of: value)))
    return nil
  }

  /// A mapping within this one.
  mutating func mapping(_ key: String) -> FieldReader? {
    value(key).map { FieldReader($0, named: key, source: source) }
  }

  /// Says that a key that must be there is not.
  mutating func reportMissing(_ key: String, example: String) {
    let isThere = pairs.first { $0.key == key }
    let position = isThere?.keyPosition ?? start
    diagnostics.append(.missingKey(key, example: example, at: SourceLocation(file: source.file, at: position)))
  }

  // MARK: Texts

  private mutating func text(_ value: YAMLValue, of key: String) -> String? {
    let line = source.line(value.position.line)
    let location = place(of: value)
    guard case .scalar(let text, let isPlain) = value.content else {
      if case .mapping = value.content, let right = FrenchYAMLTraps.quotingListItem(line) {
        diagnostics.append(.yamlColon(at: location, rightLine: right))
      } else {
        diagnostics.append(.wrongType(key, expected: .text, at: location))
      }
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
    if ToComplete.isMissing(text) { diagnostics.append(.toComplete(at: location)) }
    return text
  }

  private func place(of value: YAMLValue) -> SourceLocation {
    guard case .scalar(let text, let isPlain) = value.content, !text.contains("\n") else {
      return SourceLocation(file: source.file, at: value.position)
    }
    let length = text.unicodeScalars.count + (isPlain ? 0 : 2)
    let lineEnd = source.line(value.position.line).unicodeScalars.count + 1
    let end = SourcePosition(
      line: value.position.line, column: min(value.position.column + length, max(lineEnd, value.position.column)))
    return SourceLocation(file: source.file, range: SourceRange(start: value.position, end: end))
  }
}
