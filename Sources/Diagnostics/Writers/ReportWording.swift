extension Severity {
  /// The word for the severity in the human report.
  package var word: Message {
    switch self {
    case .note: Message(fr: "note", en: "note")
    case .warning: Message(fr: "avertissement", en: "warning")
    case .error: Message(fr: "erreur", en: "error")
    }
  }
}

extension Diagnostic {
  /// The message, with the help on the next line. This text is for formats that have only one field for the message and
  /// the help.
  func messageAndHelp(in language: Language) -> String {
    [message, help].compactMap { $0?.text(in: language) }.joined(separator: "\n")
  }
}

extension SourceRange {
  /// The range with lines and columns of at least 1. The formats require such numbers, but a caller may give an invalid
  /// range.
  var countedFromOne: SourceRange {
    SourceRange(start: start.countedFromOne, end: end.countedFromOne)
  }
}

extension SourcePosition {
  fileprivate var countedFromOne: SourcePosition {
    SourcePosition(line: max(line, 1), column: max(column, 1))
  }
}

extension SourceLocation {
  /// The location as `file:line:column`, or only the file if there is no range. The text is escaped for a terminal.
  package var label: String {
    let name = TerminalText.escaped(file, keeping: [])
    guard let start = range?.countedFromOne.start else { return name }
    return "\(name):\(start.line):\(start.column)"
  }
}
