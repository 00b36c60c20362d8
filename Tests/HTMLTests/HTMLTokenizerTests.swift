import HTML
import Testing

@Suite struct HTMLTokenizerTests {
  /// The tokens of a text, one string each.
  private func tokens(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    return HTMLTokenizer(bytes).map { token in
      switch token {
      case .text(let range, let decodes):
        decodes ? HTMLText.decode(bytes[range]) : "raw:" + String(decoding: bytes[range], as: UTF8.self)
      case .start(let tag): "<\(tag.name)>"
      case .end(let name, _): "</\(name)>"
      case .comment(_, let isClosed): isClosed ? "comment" : "open comment"
      case .doctype: "doctype"
      case .unfinishedTag: "unfinished"
      }
    }
  }

  private func attributes(_ html: String) -> [String]? {
    var tokens = HTMLTokenizer(Array(html.utf8))
    return tokens.firstStartTag()?.attributes.map { "\($0.name)=\($0.value)" }
  }

  @Test(arguments: [
    ("<p>x</P>", ["<p>", "x", "</p>"]), ("a < b <3 <é>", ["a < b <3 <é>"]), ("<br/>", ["<br>"]),
    ("<!DOCTYPE html><p>", ["doctype", "<p>"]), ("<", ["<"]), ("</", ["</"]), ("a</>b", ["a", "b"]),
  ])
  func `names, and what is no tag`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(arguments: [
    ("<!-- <b> --><i>", ["comment", "<i>"]), ("<!--><p>", ["comment", "<p>"]), ("<!---><p>", ["comment", "<p>"]),
    ("<!-- a --!><p>", ["comment", "<p>"]), ("<?xml?><p>", ["comment", "<p>"]), ("<!x><p>", ["comment", "<p>"]),
    ("</ x><p>", ["comment", "<p>"]), ("<!-- a ->", ["open comment"]), ("<![CDATA[a]]>b", ["comment", "b"]),
  ])
  func comments(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(arguments: [
    ("<script><b></scripty></script><p>", ["<script>", "raw:<b></scripty>", "</script>", "<p>"]),
    ("<TITLE>a<b&amp;</TITLE ><p>", ["<title>", "a<b&", "</title>", "<p>"]),
    ("<title>a</titlebar>b</title>", ["<title>", "a</titlebar>b", "</title>"]),
    ("<style></STYLE>", ["<style>", "</style>"]), ("<textarea><b>&lt;", ["<textarea>", "<b><"]),
    ("<plaintext><b></plaintext>", ["<plaintext>", "raw:<b></plaintext>"]),
    (
      "<script><!--<script></script>--></script><p>",
      ["<script>", "raw:<!--<script></script>-->", "</script>", "<p>"]
    ),
    ("<script><!--></script><p>", ["<script>", "raw:<!-->", "</script>", "<p>"]),
    ("<script><!-- <script </script>", ["<script>", "raw:<!-- <script </script>"]),
  ])
  func `raw text ends at its own end tag`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(arguments: [
    ("<a href=x>", ["href=x"]), ("<a HREF = 'x y'>", ["href=x y"]), ("<a b c=\"\">", ["b=", "c="]),
    ("<a b=\"c>d\" e>", ["b=c>d", "e="]), ("<a b=1 b=2>", ["b=1", "b=2"]), ("<a/b/c=d/>", ["b=", "c=d/"]),
    ("<a =b=c>", ["=b=c"]), ("<a b=\"&amp;&#233;&#xE9;\">", ["b=&éé"]), ("<a\nb\t=\n'c'>", ["b=c"]),
    ("<a b='é\"'>", ["b=é\""]), ("<a b=>", ["b="]), ("<a b=c\r\nd='e\r\nf'>", ["b=c", "d=e\nf"]),
    ("<a b\u{B}c>", ["b\u{B}c="]), ("<a b=\0>", ["b=\u{FFFD}"]),
  ])
  func attributes(html: String, expected: [String]) {
    #expect(attributes(html) == expected)
  }

  @Test(arguments: [("<a/>", true), ("<a b/>", true), ("<a b=c/>", false), ("<a b=\"c\"/>", true), ("<a / >", false)])
  func `a slash at the end closes, but not where it belongs to a value`(html: String, isSelfClosing: Bool) {
    var tokens = HTMLTokenizer(Array(html.utf8))
    #expect(tokens.firstStartTag()?.isSelfClosing == isSelfClosing)
  }

  @Test(arguments: ["<a b=\"c>", "<a b", "<a b='c", "</a", "<a b=\"c\""])
  func `a tag that is cut short is no tag`(html: String) {
    #expect(tokens(html) == ["unfinished"])
  }

  @Test func `each token tells its bytes`() {
    let ranges = HTMLTokenizer(Array("é<b>x</b>".utf8)).map { token in
      switch token {
      case .text(let range, _), .end(_, let range), .comment(let range, _), .doctype(let range),
        .unfinishedTag(let range):
        range
      case .start(let tag): tag.range
      }
    }
    #expect(ranges == [0..<2, 2..<5, 5..<6, 6..<10])
  }

  @Test(arguments: [
    "<", "<!--", "<a b='", "<script></", "</script", "<a =", "<b ", "&", "</>", "<title>", "<script><!--<script>",
    "</ ",
    "<svg><![CDATA[",
  ])
  func `there are no more tokens than pieces`(piece: String) {
    let html = Array(String(repeating: piece, count: 50_000).utf8)
    #expect(HTMLTokenizer(html).reduce(0) { count, _ in count + 1 } <= 100_000)
    #expect(HTMLReader(html).reduce(0) { count, _ in count + 1 } <= 300_000)
  }
}
