/// The human report: place, message, source line with carets, and help.
struct HumanReport {
  let language: Language
  let coloring: Coloring
  let source: @Sendable (String) -> SourceText?

  func text(for diagnostics: [Diagnostic]) -> String {
    // Many findings may be in the same file. The text of a file is stored here, so the file is read only once.
    var sources: [String: SourceText?] = [:]
    var blocks: [String] = []
    blocks.reserveCapacity(diagnostics.count)
    for diagnostic in diagnostics {
      var lines = [headline(diagnostic)]
      if let location = diagnostic.location, let range = location.range {
        let text = sources[location.file] ?? source(location.file)
        sources[location.file] = .some(text)
        if let text { lines += snippet(of: range, in: text, severity: diagnostic.severity) }
      }
      if let help = diagnostic.help { lines.append(helpLine(help)) }
      lines += diagnostic.related.map(relatedLine)
      blocks.append(lines.joined(separator: "\n") + "\n")
    }
    return blocks.joined(separator: "\n")
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { paint($0.label, .bold) + ": " } ?? ""
    let severity = paint(diagnostic.severity.word.text(in: language) + ":", Ink(diagnostic.severity))
    let message = body(diagnostic.message, indent: 3)
    return "\(place)\(severity) \(message) " + paint("[\(diagnostic.id.rawValue)]", .faint)
  }

  private func snippet(of range: SourceRange, in source: SourceText, severity: Severity) -> [String] {
    let number = String(range.start.line)
    let margin = "   " + String(repeating: " ", count: number.count) + " | "
    guard let snippet = Snippet(of: range, in: source, gutter: margin.count) else { return [] }
    return [
      paint("   \(number) | ", .faint) + snippet.text,
      paint(margin, .faint) + snippet.pad + paint(snippet.carets, Ink(severity)),
    ]
  }

  private func helpLine(_ help: Message) -> String {
    let word = Message(fr: "aide\u{A0}:", en: "help:").text(in: language)
    return "   " + paint(word, .green) + " " + body(help, indent: 6)
  }

  private func relatedLine(_ related: Diagnostic.Related) -> String {
    let word = paint(Severity.note.word.text(in: language) + ":", .cyan)
    return paint(related.location.label, .bold) + ": \(word) " + body(related.message, indent: 3)
  }

  /// The message, escaped for a terminal. All lines after the first line are indented, because without indentation
  /// these lines would look like new findings.
  private func body(_ message: Message, indent: Int) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    return message.text(in: language).split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.escaped(String($0)) }
      .joined(separator: margin)
  }

  private func paint(_ text: String, _ ink: Ink) -> String {
    switch coloring {
    case .plain: text
    case .ansi: "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
    }
  }
}

/// The colours of a report, as ANSI codes.
private enum Ink: String {
  case bold = "1"
  case faint = "2"
  case red = "1;31"
  case green = "32"
  case yellow = "1;33"
  case cyan = "36"

  init(_ severity: Severity) {
    switch severity {
    case .error: self = .red
    case .warning: self = .yellow
    case .note: self = .cyan
    }
  }
}
