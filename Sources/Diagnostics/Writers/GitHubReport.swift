/// The report as GitHub's workflow commands. If a workflow prints these commands, GitHub annotates the lines of the
/// findings.
struct GitHubReport {
  let language: Language

  func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [(name: String, value: String)] = []
    if let location = diagnostic.location {
      properties.append(("file", location.file))
      if let range = location.range?.countedFromOne { properties += Self.properties(of: range) }
    }
    let title = diagnostic.id.explanation.title.text(in: language)
    properties.append(("title", "\(title) [\(diagnostic.id.rawValue)]"))
    let list = properties.map { "\($0.name)=\(Self.escapedProperty($0.value))" }.joined(separator: ",")

    let related = diagnostic.related.map { "\($0.location.label): \($0.message.text(in: language))" }
    let message = ([diagnostic.messageAndHelp(in: language)] + related).joined(separator: "\n")
    return "::\(Self.name(of: diagnostic.severity)) \(list)::\(Self.escapedMessage(message))"
  }

  private static func properties(of range: SourceRange) -> [(name: String, value: String)] {
    let line = ("line", String(range.start.line))
    let endLine = ("endLine", String(range.end.line))
    // GitHub accepts no columns for a range over several lines.
    guard range.start.line == range.end.line else { return [line, endLine] }
    return [line, ("col", String(range.start.column)), endLine, ("endColumn", String(range.end.column))]
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// Escapes line ends, because an unescaped line end would end the message. Also escapes `%`, because an escape begins
  /// with `%`. GitHub decodes no other escapes in a message. Therefore other control characters are written as visible
  /// text.
  private static func escapedMessage(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText.escaped(text, keeping: ["\t", "\r", "\n"]).unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Escapes the same characters as ``escapedMessage(_:)``, and the characters that would end a property.
  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escapedMessage(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
