import HTML
import Testing

@Suite struct HTMLReaderTests {
  /// The elements of a page as names, with their children in parentheses. `!` marks a missing end tag.
  private func outline(_ html: String) -> String {
    var words = ""
    for event in HTMLReader(Array(html.utf8)) {
      switch event {
      case .open(let opening): words += opening.tag.name + (opening.isEmpty ? " " : "(")
      case .close(_, let closing): words += closing == .missing ? "!)" : ")"
      case .strayEnd(let name, _): words += "/\(name)"
      case .text, .comment, .doctype: break
      }
    }
    return words
  }

  @Test(arguments: [
    ("<ul><li>a<li>b</ul>", "ul(li()li())"), ("<p>a<p>b<div>c</div>", "p()p()div()"),
    ("<p><b>a</b><br><img>x</p>", "p(b()br img )"), ("<b><i></b></i>", "b(i(!))/i"), ("<div>", "div(!)"),
    ("</p>", "/p"),
  ])
  func `elements are closed in the order of the standard`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }

  @Test(arguments: [
    ("<svg><path/><g><path/></g></svg><i></i>", "svg(path g(path ))i()"),
    ("<svg><title><b></b></title></svg>", "svg(title(b()))"), ("<svg><style><a></style></svg>", "svg(style(a(!)))"),
    ("<svg><g><p>a</svg>", "svg(g(!)!)p(/svg)"),
    ("<svg><foreignObject><p>a<p>b</foreignObject></svg>", "svg(foreignobject(p()p()))"),
    ("<math><mi>x</mi></math>", "math(mi())"), ("<svg/><i></i>", "svg i()"), ("<div/>a</div>", "div()"),
  ])
  func `drawings and formulas have rules of their own`(html: String, expected: String) {
    #expect(outline(html) == expected)
  }

  @Test func `CDATA is text in a drawing`() {
    let bytes = Array("<svg><![CDATA[<b>&amp;]]></svg>".utf8)
    let texts = HTMLReader(bytes).compactMap { event in
      if case .text(let range, false) = event { String(decoding: bytes[range], as: UTF8.self) } else { nil }
    }
    #expect(texts == ["<b>&amp;"])
  }
}
