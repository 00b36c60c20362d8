import Diagnostics

extension Diagnostic {
  static func rawHTML(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le HTML « \(tag) » n’est pas admis dans le contenu", en: "the HTML “\(tag)” is not allowed in the content"),
      help: Message(
        fr: "écrivez-le en Markdown ; pour montrer du code, entourez-le d’accents graves : `\(tag)`",
        en: "write it in Markdown; to show code, put it between backticks: `\(tag)`"))
  }

  static func blockInText(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(
        fr: "le HTML « \(tag) » ne peut pas commencer au milieu d’un paragraphe",
        en: "the HTML “\(tag)” cannot begin in the middle of a paragraph"),
      help: Message(
        fr: "mettez-le au début d’une ligne, après une ligne vide",
        en: "put it at the start of a line, after a blank line"))
  }

  static func unclosedRawHTML(_ file: String, _ range: SourceRange, tag: String) -> Diagnostic {
    Diagnostic(
      .rawHTML, at: SourceLocation(file: file, range: range),
      Message(fr: "le HTML « \(tag) » n’est jamais fermé", en: "the HTML “\(tag)” is never closed"),
      help: Message(
        fr: "fermez-le dans le même passage ; un signe « < » qui n’est pas du HTML s’écrit « \\< »",
        en: "close it within the same passage; a “<” that is no HTML is written “\\<”"))
  }
}
