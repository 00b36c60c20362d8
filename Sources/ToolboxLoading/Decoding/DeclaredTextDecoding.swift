import CompiledBody
import Diagnostics
import MarkdownTree
import Toolbox
import YAML

/// Reads the values of declarations. Every value may be `à compléter` (to be completed). This text is accepted but
/// reported.
extension FieldReader {
  /// Reads a text of one paragraph. The text may contain links.
  mutating func paragraph(_ key: String) -> DeclaredText? { reference(key).flatMap { paragraph($0, of: key) } }

  /// Reads a text of one paragraph. If the key is absent, reports the key.
  mutating func requiredParagraph(_ key: String, example: String) -> DeclaredText? {
    if value(key) == nil { reportMissing(key, example: example) }
    return paragraph(key)
  }

  /// Reads a list of texts. Each text is one paragraph. A value that is a single text is read as a list with one item.
  package mutating func paragraphs(_ key: String) -> [DeclaredText] {
    references(key).compactMap { paragraph($0, of: key) }
  }

  mutating func declaredDate(_ key: String) -> DeclaredDate? {
    guard let value = value(key) else { return nil }
    if isToComplete(key) { return DeclaredDate(iso: nil, location: place(of: value)) }
    return date(key).map { DeclaredDate(iso: $0, location: place(of: value)) }
  }

  /// Returns whether the value is `à compléter`. If so, reports the value.
  mutating func isToComplete(_ key: String) -> Bool {
    guard let value = value(key), case .scalar(let text, _) = value.content, ToComplete.isMissing(text) else {
      return false
    }
    report([.toComplete(at: place(of: value))])
    return true
  }

  /// Reads a list of mappings. Returns one reader for each mapping.
  mutating func mappings(_ key: String) -> [FieldReader] {
    guard let value = value(key) else { return [] }
    guard case .sequence(let items) = value.content else {
      if !isToComplete(key) { report([.wrongType(key, expected: .mappings, at: place(of: value))]) }
      return []
    }
    return items.filter { !$0.isEmpty }.map { FieldReader($0, named: key, source: source, typography: typography) }
  }

  /// Compiles the value of a key as one paragraph.
  mutating func paragraph(_ written: Reference, of key: String) -> DeclaredText? {
    let text = PlacedText(written, in: source)
    let document = Document(
      parsing: text.source, fromLine: text.line, typography: typography, containers: Directive.Name.written)
    let isMissing = ToComplete.isMissing(written.name)
    // If the whole value is `à compléter`, ``reference(_:)`` has already reported it.
    let findings = document.diagnostics.filter { !isMissing || $0.id != .toComplete }
    report(findings.map(text.moved))
    guard let body = Body(paragraph: document) else {
      report([.wrongType(key, expected: .paragraph, at: written.location)])
      return nil
    }
    let words = if case .paragraph(let inlines)? = document.blocks.first?.content { inlines.plainText } else { "" }
    return DeclaredText(
      body: body.moved(text.moved), plainText: words, isMissing: isMissing, location: written.location)
  }
}

/// A text from a YAML value. The text is parsed as a separate document. This type converts positions in that document
/// to positions in the YAML file.
private struct PlacedText {
  let source: SourceText
  /// The line of the file where the text begins.
  let line: Int
  /// The number of columns before the text on its line. Nil if the text spans several lines or has escapes. In that
  /// case, the location of every finding is the whole value.
  private let shift: Int?
  private let whole: SourceRange

  init(_ written: Reference, in file: SourceText) {
    whole = written.location.range ?? SourceRange(start: SourcePosition(line: 1, column: 1))
    line = whole.start.line
    let rest = String(String.UnicodeScalarView(file.line(line).unicodeScalars.dropFirst(whole.start.column - 1)))
    let quote = rest.hasPrefix("\"") || rest.hasPrefix("'") ? 1 : 0
    let isAsItReads = !written.name.utf8.contains(UInt8(ascii: "\n")) && rest.dropFirst(quote).hasPrefix(written.name)
    shift = isAsItReads ? whole.start.column - 1 + quote : nil
    source = SourceText(file: file.file, text: String(repeating: "\n", count: line - 1) + written.name)
  }

  func moved(_ range: SourceRange) -> SourceRange {
    guard let shift else { return whole }
    func moved(_ position: SourcePosition) -> SourcePosition {
      SourcePosition(line: position.line, column: position.column + shift)
    }
    return SourceRange(start: moved(range.start), end: moved(range.end))
  }

  func moved(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    if let location = finding.location, let range = location.range {
      finding.location = SourceLocation(file: location.file, range: moved(range))
    }
    return finding
  }
}
