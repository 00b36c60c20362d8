import Diagnostics
import TextSupport
import Testing

@Suite struct HumanReportTests {
  /// The line of carets for a one-line text with a marked range.
  private func carets(_ marked: String) -> String {
    let text = MarkedText(marked)
    let lines = report(.human, [finding(at: text.onlyRange())], text: text.text).split(separator: "\n")
    return String(lines.last?.dropFirst("     | ".count) ?? "")
  }

  @Test func `a finding shows the place, the line, a caret and what to do`() {
    let text = MarkedText(String(repeating: "\n", count: 11) + "Voir [la charge](⟦chareg.md⟧).\n")
    let one = finding(
      at: text.onlyRange(), Message(fr: "le lien « chareg.md » ne mène à aucun fichier", en: "no file"),
      help: Message(fr: "écrivez « charge.md »", en: "write “charge.md”")
    )
    #expect(
      report(.human, [one], text: text.text, language: .french) == """
        content/guide/charge.md:12:18: erreur: le lien « chareg.md » ne mène à aucun fichier [broken-link]
           12 | Voir [la charge](chareg.md).
              |                  ^^^^^^^^^
           aide\u{A0}: écrivez « charge.md »

        """
    )
  }

  @Test func `what is not known is left out`() {
    #expect(report(.human, []) == "")
    #expect(report(.human, [finding(.note, in: nil)]) == "note: the link leads to no file [broken-link]\n")
    #expect(report(.human, [finding(.warning, at: nil)]).hasPrefix("\(file): warning: the link"))
    #expect(report(.human, [finding()], text: nil) == "\(file):1:1: error: the link leads to no file [broken-link]\n")
  }

  @Test func `a blank line stands between findings, and second places follow`() {
    let other = Diagnostic.Related(SourceLocation(file: "a.md", range: SourceRange(3, 1)), Message("first here"))
    #expect(
      report(.human, [finding(in: nil, Message("one"), related: [other]), finding(in: nil, Message("two"))]) == """
        error: one [broken-link]
        a.md:3:1: note: first here

        error: two [broken-link]

        """
    )
  }

  @Test(arguments: [
    ("⟦abc⟧", "^^^"), ("ab⟦⟧c", "  ^"), ("abc⟦⟧", "   ^"), ("e\u{301}t⟦e\u{301}⟧", "  ^"), ("日本⟦語⟧x", "    ^^"),
    ("👍🏽👩‍🚀⟦x⟧", "    ^"), ("🇫🇷⟦x⟧", "  ^"), ("❤️⟦x⟧", "  ^"), ("\té\t⟦x⟧", "\t \t^"), ("œ\u{A0}⟦:⟧", "  ^"),
    ("\u{1B}⟦x⟧", "      ^"), ("⟦\u{1B}⟧", "^^^^^^"), ("⟦un\ndeux⟧", "^^"), ("u⟦n\n⟧deux", " ^"),
  ])
  func `carets stand under what they mean`(marked: String, expected: String) {
    #expect(carets(marked) == expected)
  }

  @Test func `a long line is cut around the place`() {
    let far = carets(String(repeating: "é", count: 5_000) + "⟦ici⟧" + String(repeating: "à", count: 5_000))
    #expect(far == String(repeating: " ", count: 61) + "^^^")
    let text = String(repeating: "a", count: 5_000)
    let lines = report(.human, [finding(at: SourceRange(1, 5_001))], text: text).split(separator: "\n")
    #expect(lines[1] == "   1 | …" + String(repeating: "a", count: 160))
    #expect(lines[2].hasSuffix(" ^") && lines[2].count == lines[1].count + 1)
    #expect(report(.human, [finding(at: SourceRange(1, 1, to: 9_999))], text: text).count < 500)
  }

  @Test func `a line of many megabytes costs no more than a short one to show`() {
    let text = String(repeating: "é", count: 5_000_000)
    #expect(report(.human, [finding(at: SourceRange(1, 4_000_000, to: 4_000_003))], text: text).contains("^^^\n"))
  }

  @Test func `nothing that a terminal would obey is sent to it`() {
    let text = "\u{1B}]0;titre\u{7}\u{202E}x\u{0}\u{9B}31m"
    let oddlyNamed = finding(at: SourceRange(1, 1, to: 3), in: "a\u{1B}\n.md")
    let output = report(.human, hostileFindings + [oddlyNamed], text: text)
    #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    #expect(!output.contains("\u{202E}"))
    #expect(output.contains(#"a\u{1B}\u{A}.md:1:1: error"#))
  }

  @Test func `a second line of a message cannot pass for a finding`() {
    let output = report(.human, [finding(in: nil, Message("one\nb.md:1:1: error: forged"))])
    #expect(output == "error: one\n   b.md:1:1: error: forged [broken-link]\n")
  }

  @Test func `colours come only when asked for`() {
    let plain = report(.human, [finding()], text: "x")
    let colored = report(.human, [finding()], text: "x", coloring: .ansi)
    #expect(!plain.contains("\u{1B}") && colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    for format in DiagnosticFormat.allCases where format != .human {
      #expect(!report(format, [finding()], coloring: .ansi).contains("\u{1B}"))
    }
  }
}
