/// The rules of the HTML standard for elements. Only the rules that the parser and the checks need are listed.
package enum HTMLForms {
  /// Void elements, which have no end tag.
  package static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]
  /// Elements whose end tag may be omitted.
  package static let endTagIsOptional: Set<String> = [
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
    "colgroup", "caption", "rt", "rp",
  ]
  /// The roots of SVG and MathML, which the standard calls foreign content.
  package static let foreign: Set<String> = ["svg", "math"]
  /// Elements of SVG and MathML that contain HTML (“integration points” in the standard).
  static let integrationPoints: Set<String> = [
    "foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext",
  ]
  /// HTML elements that end SVG or MathML. If such an element begins inside SVG or MathML, browsers first close the SVG
  /// or MathML.
  private static let outsideForeignContent: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s",
    "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
  ]
  /// Elements that are never displayed.
  package static let neverShown: Set<String> = ["script", "style", "template", "head", "title", "noscript"]
  /// Elements that may be children of `head`.
  package static let ofHead: Set<String> = [
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
  ]
  /// Elements whose start tag closes an open paragraph.
  package static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
    "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
  ]
  /// Elements at which the search for an open paragraph stops.
  package static let paragraphScope: Set<String> = [
    "button", "td", "th", "caption", "table", "html", "template", "object", "marquee", "foreignobject",
  ]
  /// The key is the name of a start tag. The start tag closes the open siblings whose names are in `ends`. The search
  /// for these siblings stops at the elements in `scope`.
  package static let siblings: [String: (ends: Set<String>, scope: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "menu", "table", "template"]),
    "dt": (["dt", "dd"], ["dl", "table", "template"]),
    "dd": (["dt", "dd"], ["dl", "table", "template"]),
    "option": (["option"], ["select", "datalist", "optgroup"]),
    "optgroup": (["option", "optgroup"], ["select"]),
    "td": (["td", "th"], ["tr", "table", "template"]),
    "th": (["td", "th"], ["tr", "table", "template"]),
    "tr": (["tr", "td", "th"], ["thead", "tbody", "tfoot", "table", "template"]),
    "thead": (["caption", "colgroup"], ["table", "template"]),
    "tbody": (["thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup"], ["table", "template"]),
    "tfoot": (["thead", "tbody", "tr", "td", "th", "caption", "colgroup"], ["table", "template"]),
    "body": (["head"], ["html"]),
  ]
  /// Elements that contain phrasing content only.
  package static let phrasingContentOnly: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "span", "em", "strong", "b", "i", "small", "sub", "sup", "q", "cite", "abbr",
    "code", "kbd", "mark", "label", "button", "pre", "samp", "var", "time", "data", "dfn", "u", "bdi", "bdo",
  ]
  /// Elements that are not phrasing content.
  package static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table",
    "ul",
  ]
  /// Elements with a transparent content model. They may contain what their parent may contain.
  package static let transparent: Set<String> = ["a", "ins", "del", "map"]
  /// Elements that are valid only in certain parents. The key is the name of the element. The value contains the names
  /// of its valid parents.
  package static let parents: [String: Set<String>] = [
    "td": ["tr"], "th": ["tr"], "tr": ["table", "thead", "tbody", "tfoot"], "thead": ["table"], "tbody": ["table"],
    "tfoot": ["table"], "caption": ["table"], "colgroup": ["table"], "col": ["colgroup", "table"],
    "figcaption": ["figure"], "summary": ["details"], "legend": ["fieldset"], "head": ["html"], "body": ["html"],
    "option": ["select", "optgroup", "datalist"], "optgroup": ["select"], "source": ["picture", "audio", "video"],
    "track": ["audio", "video"], "area": ["map"], "param": ["object"],
  ]
  /// Headings, from level 1 to level 6.
  package static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements that are always focusable with the keyboard.
  package static let controls: Set<String> = ["button", "select", "textarea", "summary", "iframe"]
  /// The values of `type` that make an `input` a button.
  package static let buttonTypes: Set<String> = ["submit", "button", "reset", "image"]

  /// Whether a start tag inside SVG or MathML ends the SVG or MathML.
  static func endsForeignContent(_ tag: HTMLTag) -> Bool {
    if tag.name == "font" { return tag.attributes.contains { ["color", "face", "size"].contains($0.name) } }
    return outsideForeignContent.contains(tag.name)
  }

  /// Whether a declaration is the doctype of HTML.
  package static func isDoctype(_ declaration: ArraySlice<UInt8>) -> Bool {
    let start = declaration.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return start.elementsEqual("<!doctype html".utf8)
  }
}
