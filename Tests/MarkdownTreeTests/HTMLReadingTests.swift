import MarkdownTree
import Testing

@Suite("Reading tags")
struct HTMLTagScannerTests {
  private func tags(_ html: String) -> [HTMLTagScanner.Tag] { Array(HTMLTagScanner(Array(html.utf8))) }

  @Test(
    "Names",
    arguments: [
      ("<p>x</P>", ["p", "/p"]), ("a < b <3 </ x <é>", []), ("<br/>", ["br"]), ("<!-- <b> --><i>", ["", "i"]),
      ("<!DOCTYPE html><p>", ["", "p"]),
      ("<!--><p>", ["", "p"]), ("<!-- a --!><p>", ["", "p"]),
      ("<script><b></scripty></script><p>", ["script", "/script", "p"]),
      ("<TITLE>a<b</TITLE ><p>", ["title", "/title", "p"]), ("<style></STYLE>", ["style", "/style"]), ("<", []),
      ("<a", ["a"]),
    ])
  func names(html: String, names: [String]) {
    #expect(tags(html).map { ($0.isEnd ? "/" : "") + $0.name } == names)
  }

  @Test(
    "Attributes",
    arguments: [
      ("<a href=x>", ["href=x"]), ("<a HREF = 'x y'>", ["href=x y"]), ("<a b c=\"\">", ["b=", "c="]),
      ("<a b=\"c>d\" e>", ["b=c>d", "e="]),
      ("<a b=1 b=2>", ["b=1", "b=2"]), ("<a/b/c=d/>", ["b=", "c=d/"]), ("<a =b=c>", ["=b=c"]),
      ("<a b=\"&amp;&#233;&#xE9;\">", ["b=&éé"]),
      ("<a\nb\t=\n'c'>", ["b=c"]), ("<a b='é\"'>", ["b=é\""]),
    ])
  func attributes(html: String, attributes: [String]) {
    #expect(tags(html).first?.attributes.map { "\($0.name)=\($0.value)" } == attributes)
  }

  @Test("A tag that the text cuts short is not complete", arguments: ["<a b=\"c>", "<a b", "<!-- a ->", "<a b='c"])
  func incomplete(html: String) {
    #expect(tags(html).map(\.isComplete) == [false])
  }

  @Test func eachTellsItsBytes() {
    #expect(tags("é<b>x</b>").map(\.range) == [2..<5, 6..<10])
  }

  @Test(
    "The work grows with the text alone",
    arguments: ["<", "<!--", "<a b='", "<script></", "</script", "<a =", "<b ", "&"])
  func linear(piece: String) {
    // Reading as many tags as there are pieces at most, each once: a scanner that went back would not come to the end.
    let html = Array(String(repeating: piece, count: 50_000).utf8)
    #expect(HTMLTagScanner(html).reduce(0) { count, _ in count + 1 } <= 50_000)
  }
}

@Suite("Escaping")
struct HTMLTextTests {
  @Test func escapesWhatMeansSomething() {
    #expect(HTMLText.escape("<a href=\"x\">&amp;'") == "&lt;a href=&quot;x&quot;&gt;&amp;amp;'")
  }

  @Test func leavesTheRest() {
    #expect(HTMLText.escape("été 😀 '") == "été 😀 '")
  }

  @Test("Undoes what it did", arguments: ["<&>\"", "&amp;", "&&", "é&", "a&b;c", ""])
  func inverse(text: String) {
    #expect(HTMLText.unescape(HTMLText.escape(text)) == text)
  }

  @Test(
    "Reads references",
    arguments: [
      ("&apos;&nbsp;", "'\u{A0}"), ("&#x1F600;", "😀"), ("&#xD800;&inconnu;", "&#xD800;&inconnu;"), ("&", "&"),
      ("&#;", "&#;"),
    ])
  func references(html: String, text: String) {
    #expect(HTMLText.unescape(html) == text)
  }
}
