import Foundation
import TextSupport

/// The initial inputs that no real content contains: unusual bytes, deep nesting, all pairs of constructs.
enum Seeds {
  private static let texts = [
    "a\0b\n\0", "a\rb\r\rc", "a\r\nb\r\n\r\n## c\r\n", "\u{FEFF}---\ntitre: A\n---\n## B\n",
    "---\r\ntitre: A\r\n---\r\nb\r\n",
    "::: a\n:::: b\n::::: c\n## T\n:::::\n::::\n:::\n", ":::a\n:::\n:::\n:::: \n::: b=c d=\"e f\"\n",
    "> ::: a\n> - b\n>   :::\n> c\n\n::::::::::::\n", "- ::: pour binome\n  texte\n  :::\n- b\n",
    "::: langue en\nText\n:::\n[text]{lang=en} [x]{lang=} []{lang=fr}\n",
    "| a | b |\n|:--|--:|\n| `\\|` | ![i](j.png \"k\") |\n| c |\n::: a\n| d |\n:::\n",
    "Table : légende\n\n| a |\n|---|\n",
    "a[^1] b[^2] a[^1]\n\n[^1]: c[^2]\n\n    d\n[^2]: e\n[^3]: f\n",
    "[a][b] [b][] [b]\n\n[b]: c.md 'd'\n[e]: <f g>\n[b]:\n  h\n", "[a\nb][c\nd]\n\n[C D]: e.md#f\n",
    "<details>\n<summary>a</summary>\n\n<kbd>b\n\n</details>\n</kbd><script>c</script><a name=d onclick=e>",
    "<abbr title=\"a\">b</abbr> <span lang=fr>c <br/> <!-- d --> <![CDATA[e]]> <?f?> <!g>",
    "> [!NOTE]\n> a\n> > [!WARNING]\n> > b\n", "- [ ] a\n- [x] b\n  1. [X] c\n     - d\n",
    "« a »  \"b\" 'c' l'd ... 1 000 € 10:30 ! ? ; : « e “f” g » -- --- 5 % n° 1 M. 3e",
    "## a {#b}\n## a\n## a\n### c {#}\nd\n===\ne\n---\n", "à compléter, à confirmer : TODO ****a****_b_ ~~c~~ ~d~\n",
    "https://a.fr/b. www.c.fr/(d) e@f.fr <g:h> [i](javascript:j) [k](guide:l.md#m) [n](%41%) [o](//p/q?r#s)\n",
    "---\ntitre: a : b\nordre: 01000\nheures: 12:30\nx: &a [*a]\ny: {z: [}\n---\n",
    "---\n? a\n: !!b |\n  c\n\td\n---\n",
    "---\ntitre: \"a\nb\"\nc: 'd''e'\nf: >-\n  g\n\n  h\ni: - j\n---\n",
    "&amp;&#0;&#x110000;&nbsp;&hellip; \\&\\*\\\\ `` a`b `` ```c\n~~~ d\ne\n~~~\n    f\n",
    "e\u{301}\u{200D}\u{202E}<\u{338}>\u{A0}\u{2028}",
  ]

  private static let repeated = [
    ">", "> - ", "- ", "1. ", "*", "**a ", "_", "[", "![", "](b)", "[a](", "<", "<kbd>", "<a ", "<!--", "&", "`",
    "``a`",
    "::: a\n", ":::\n", ":::: a\n:::\n", "|", "| a ", "|-", "[^1]", "[^1]: a\n\n", "[a]: b\n", "[a]", "\\", "~", "~~a",
    "\"", "« ", "'", "...", "\r", "\0", "## a\n", "## a {#b}\n", "[a](b.md)\n", "https://a.fr ", "a@b.fr ", "- [ ] a\n",
    "à compléter ", "[a]{lang=en}", "---\n", "a: ", "{a: ", "- a\n", "Table : a\n\n|a|\n|-|\n\n", "<details>\n\n",
  ]

  private static let bytes: [[UInt8]] = [
    [0xED, 0xA0, 0x80, 0x20, 0xED, 0xB0, 0x80], [0xC3], [0x5B, 0x61, 0x5D, 0x28, 0xFF, 0x29, 0xF0, 0x9F],
    [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0x3A, 0x3A, 0x3A, 0xC3, 0x0A, 0xC0, 0x80],
  ]

  /// Writes the seeds to a folder.
  ///
  /// - Parameter forCost: whether to write inputs of ``CostTrial``.
  static func write(to folder: String, forCost: Bool) {
    let long = repeated.map { String(repeating: $0, count: 4_000 / $0.utf8.count) }
    let all = (texts + repeated + long).map { Array($0.utf8) } + bytes
    let forms = CostFamily.known.map(CostTrial.input) + repeated.map { CostTrial.input(of: CostFamily($0)) }
    for (number, seed) in (forCost ? forms : all).enumerated() {
      let file = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "seed-\(number)")
      do { try Data(seed).write(to: file) } catch { fail("\(error)") }
    }
  }
}
