import Diagnostics
import TextSupport
import Testing

/// Anchors, aliases, tags and complex keys, and texts that only look like them.
@Suite struct YAMLSignTests {
  @Test(arguments: [
    ("resume: 1️⃣**gras** et le reste", "resume: \"**gras** et le reste\""), ("resume: 1️⃣&ancre", "resume: \"&ancre\""),
    ("resume: 1️⃣*ancre", "resume: \"*ancre\""), ("resume: 1️⃣!Attention au départ", "resume: \"!Attention au départ\""),
    ("resume: 1️⃣? non", "resume: \"? non\""), ("mots-cles:\n  - 1️⃣*a", "- \"*a\""),
    ("mots-cles:\n  - 1️⃣* un", "- \"* un\""),
  ])
  func `a sign at the start of a value needs quotes`(line: String, right: String) {
    expectFinding(.yamlAlias, chapter(line), help: "écrivez « \(right) »")
  }

  @Test(arguments: [
    "mots-cles: [a, 1️⃣*b]", "mots-cles: {a: 1️⃣&b c}", "mots-cles: {\"a\":1️⃣*b}", "mots-cles: [[x], 1️⃣*b]",
    "1️⃣? a", "1️⃣&a resume: b", "mots-cles:\n  - a: b\n    c: 1️⃣*d", "mots-cles:\n  - |\n   a\n  - 1️⃣*d",
    "resume: |\n  a\nlicence: 1️⃣*d", "resume: 'a'\nlicence: 1️⃣*d", "resume: 'l''un'\nlicence: 1️⃣*d",
    "resume: \"a\\\"b\"\nlicence: 1️⃣*d", "resume: a # b\nlicence: 1️⃣*d", "mots-cles: [a,\n  1️⃣*b]",
  ])
  func `a sign is found wherever a value begins`(lines: String) {
    let text = MarkedText(chapter(lines))
    let found = Content(["guide/a.md": text.text]).load().diagnostics
    #expect(found.first?.id == .yamlAlias)
    #expect(found.first?.location?.range?.start == text.points[1])
  }

  @Test(arguments: [
    "un, *deux*, trois", "un - *deux*", "un [*deux*]", "un & deux", "2 * 3", "Pourquoi ? Comment ?", "Attention !",
    "\"*deux*\"", "'l''un, *l''autre*'", "|\n  *deux* &a !b\n  ? c", ">\n\n  *deux*", "Un texte\n  *en deux lignes*",
    "\n  Un texte\n  *en deux lignes*", "\"en\n  *deux* lignes\"",
  ])
  func `a sign anywhere else is text`(value: String) {
    let summary = loadWithoutFinding("guide/a.md", chapter("resume: \(value)"))?.chapters.first?.summary
    #expect(summary?.isEmpty == false)
  }

  @Test func `aliases that would grow without end are refused before they are read`() {
    let levels = (1...30).map { "  a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    let found = Content(["guide/a.md": "---\nx:\n  a0: &a0 [lol]\n\(levels)\n? *a30\n---\n"]).load().diagnostics
    #expect(found.first?.id == .yamlAlias)
  }
}
