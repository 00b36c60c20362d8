/// Texts of one form and any length. A form whose cost grows faster than its length is found by doubling the length.
///
/// The tests hold each known form to the limits. `make fuzz` starts its search for other forms from them; its findings
/// are added here.
package struct CostFamily: Sendable, CustomStringConvertible {
  /// Written once, before the repeated piece.
  package let prefix: String
  /// The repeated piece.
  package let piece: String
  /// Written once, after the repeated piece.
  package let suffix: String

  /// Creates a family from its repeated piece.
  package init(_ piece: String, after prefix: String = "", before suffix: String = "") {
    self.prefix = prefix
    self.piece = piece
    self.suffix = suffix
  }

  /// A text of about `size` bytes.
  package func text(of size: Int) -> String {
    let room = max(0, size - prefix.utf8.count - suffix.utf8.count)
    return prefix + String(repeating: piece, count: max(1, room / max(1, piece.utf8.count))) + suffix
  }

  /// The form as source code, as in the list below.
  package var description: String {
    let before = prefix.isEmpty ? "" : ", after: \(prefix.debugDescription)"
    let behind = suffix.isEmpty ? "" : ", before: \(suffix.debugDescription)"
    return "CostFamily(\(piece.debugDescription)\(before)\(behind))"
  }

  /// Every form that once cost too much, and similar ones.
  package static let known: [CostFamily] =
    [
      "[", "*a ", "`", "<", "!", "&", "]", "![", "[a](", "_", "~a ", "[^a]", "[a][b]", "a|", "\\", "<!--", "<?", "<!a ",
      "a@b.fr ", "é", "a\n", "> a\n", "- a\n", "# a\n", "> ", "- ", "*a* [b](c) ", "a\n|-|-|\n", "|a|\n|-|\n",
      "[a]: b\n", "[^a]: b\n", "::: a\n", ":::\n", "\r", "\0", "<br>", "<a>", "&amp;", "\"a\" ", "[a]{lang=fr} ",
      "*a_ ", "## a\n", "![[]()", "[[]()", "_www.a", "_www._", "*www.a_b", "www.a.b&a;", "@a", "a@", "a.a@",
      "xmpp:a@b.c ",
      "http://a.b)", "http://", "w", ":", "[a]: b \"", "[a]: b (", "[a]:\n", "a**b ", "*_", "**a*_", "``a`", "~~a~",
      "a\n=\n",
      "a\n\n", "1. a\n", "- a\n  - b\n", "<q>a", "<kbd>", "<details>\n\n", "</", "|a|\n|-|\n\n", "> [!a]\n\n",
      ":: pour a\n",
      "a\\\n", "\\*", "à compléter ", "* * *\n", "```\n", "## a {#b}\n", "« ", "'", "...", "\u{A0}",
    ].map { CostFamily($0) } + [
      CostFamily("a\n", before: "|-|"), CostFamily("|a", before: "\n-|-\n"), CostFamily("a|", before: "\n-\n"),
      CostFamily(")", after: "http://a.b"), CostFamily(").", after: "www.a.b"), CostFamily("&a;", after: "http://a.b"),
      CostFamily("a.", before: "@b.c"), CostFamily("b.", after: "a@"), CostFamily("<![CDATA[", after: "x "),
      CostFamily("<?", after: "x "), CostFamily("[x] ", after: "[x]: \(String(repeating: "a", count: 2_000))\n\n"),
      CostFamily("![x] ", before: "\n\n[x]: a '\(String(repeating: "b\n", count: 1_000))'"),
      CostFamily("[x][] ", after: "[x]: a\n\n"), CostFamily("[^x] ", after: "[^x]: a\n\n"),
      CostFamily("a\n", after: "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n"), CostFamily("(", after: "[a]("),
      CostFamily("[a](b)", after: "[", before: "]"), CostFamily("\\]", after: "[", before: "]: b\n"),
      CostFamily("b=c ", after: "<a ", before: ">"), CostFamily("a ", after: "::: ", before: "\n:::\n"),
      CostFamily("\n", after: "<a "), CostFamily("  b\n\n", after: "- a\n\n"), CostFamily("a {#", after: "## "),
    ]
}
