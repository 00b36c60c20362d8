import Testing
import TextSupport

@testable import HTML
@testable import SiteVerification

/// A page as a tree.
@Suite struct PageTreeTests {
  /// The tree as text: an element, then its children in brackets.
  private func outline(_ html: String) -> String {
    let page = PageTree(Array(html.utf8))
    func write(_ place: Int) -> String {
      let inner = page.children(of: place).map(write)
      return page.elements[place].name + (inner.isEmpty ? "" : "(\(inner.joined(separator: " ")))")
    }
    return page.elements.indices.filter { page.elements[$0].parent == nil }.map(write).joined(separator: " ")
  }

  @Test(
    arguments: [
      ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li li(ul(li)) li)"),
      ("<p>a<p>b<div>c</div>", "p p div"), ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt dd dt)"),
      ("<table><tr><th>a<td>b<tr><td>c</table>", "table(tr(th td) tr(td))"),
      ("<table><thead><tr><th>a<tbody><tr><td>b</table>", "table(thead(tr(th)) tbody(tr(td)))"),
      ("<html><head><title>a</title><body><p>b</html>", "html(head(title) body(p))"),
      ("<select><option>a<option>b</select>", "select(option option)"), ("<p><b>a</b><br><img>x</p>", "p(b br img)"),
      ("<svg><path/><g><path/></g></svg><i></i>", "svg(path g(path)) i"),
    ])
  func `end tags that may be left out`(html: String, expected: String) {
    #expect(outline(html) == expected)
    #expect(PageTree(Array(html.utf8)).nestingFaults == [])
  }

  @Test(
    arguments: [
      ("<b><i></b></i>", 2), ("<div>", 1), ("</p>", 1), ("<ul><li><em>a</ul>", 1), ("<p><b>a<div></div>", 1),
      ("<span></div></span>", 1), ("<div></div>", 0),
    ])
  func `faults of nesting`(html: String, count: Int) {
    #expect(PageTree(Array(html.utf8)).nestingFaults.count == count)
  }

  @Test(
    arguments: [
      ("<a href=x> Un <b>nom</b></a>", "Un nom"), ("<a href=x aria-label=\"Nom\">x</a>", "Nom"),
      ("<a href=x title=\"Nom\"></a>", "Nom"),
      ("<a href=x aria-labelledby=\"i j\"></a><i id=i>Un</i><i id=j>deux</i>", "Un deux"),
      ("<a href=x aria-labelledby=k>Un</a>", "Un"), ("<a href=x><img alt=\"Plan\"></a>", "Plan"),
      ("<a href=x><span hidden>a</span><span aria-hidden=true>b</span><script>c</script></a>", ""),
      ("<a href=x>l&#39;&amp;</a>", "l'&"), ("<a href=x><svg role=img><title>Boîte</title></svg></a>", "Boîte"),
    ])
  func `names`(html: String, name: String) {
    let page = PageTree(Array(html.utf8))
    #expect(page.name(of: 0).trimmingBlanks() == name)
    #expect(page.isNamed(0) == !name.isEmpty)
  }

  @Test(
    arguments: [
      "<div>", "<p>", "<li>", "<ul><li>", "<a href=x>", "<b></i>", "<table><tr><td>", "<", "<svg>", "<p><button>",
      "</p>", "<!--",
    ])
  func `a deep or damaged page takes a time in proportion to its size`(piece: String) {
    let once = measure(String(repeating: piece, count: 1_000))
    let more = measure(String(repeating: piece, count: 4_000))
    // Linear time is four times as much, quadratic time sixteen times; the limit leaves room for a busy machine.
    #expect(more < once * 10 + 0.2)
  }

  private func measure(_ html: String) -> Double {
    let bytes = Array(html.utf8)
    return ProcessorTime.seconds { _ = PageAccessibility(path: "a.html", tree: PageTree(bytes)) }
  }
}
