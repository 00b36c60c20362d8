/// What the HTML standard says of elements, as far as checks need it.
public enum HTMLForms {
  /// Elements that never have an end tag.
  public static let void: Set<String> = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]
  /// Elements of which the end tag may be left out.
  public static let endsByItself: Set<String> = [
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
    "colgroup", "caption", "rt", "rp",
  ]
  /// Elements that begin other languages.
  public static let foreign: Set<String> = ["svg", "math"]
  /// Elements of other languages that hold HTML.
  static let integrationPoints: Set<String> = [
    "foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext",
  ]
  /// Elements of HTML that end a drawing or a formula which they stand in.
  private static let outsideForeignContent: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s",
    "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
  ]
  /// What is on no screen.
  public static let neverShown: Set<String> = ["script", "style", "template", "head", "title", "noscript"]
  /// Elements that may stand in a head.
  public static let ofHead: Set<String> = [
    "base", "link", "meta", "noscript", "script", "style", "template", "title",
  ]
  /// Elements before which an open paragraph ends.
  public static let endsParagraph: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main",
    "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
  ]
  /// What an open paragraph is not looked for beyond.
  public static let paragraphScope: Set<String> = [
    "button", "td", "th", "caption", "table", "html", "template", "object", "marquee", "foreignobject",
  ]
  /// What the start of an element ends that stands open beside it, and where that is not looked for.
  public static let siblings: [String: (ends: Set<String>, scope: Set<String>)] = [
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
  /// Elements that hold text and what stands in a line of text only.
  public static let lineOnly: Set<String> = [
    "h1", "h2", "h3", "h4", "h5", "h6", "span", "em", "strong", "b", "i", "small", "sub", "sup", "q", "cite", "abbr",
    "code", "kbd", "mark", "label", "button", "pre", "samp", "var", "time", "data", "dfn", "u", "bdi", "bdo",
  ]
  /// Elements that stand in no line of text.
  public static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table",
    "ul",
  ]
  /// Elements that take the place of what they stand in.
  public static let transparent: Set<String> = ["a", "ins", "del", "map"]
  /// What elements must stand in.
  public static let parents: [String: Set<String>] = [
    "td": ["tr"], "th": ["tr"], "tr": ["table", "thead", "tbody", "tfoot"], "thead": ["table"], "tbody": ["table"],
    "tfoot": ["table"], "caption": ["table"], "colgroup": ["table"], "col": ["colgroup", "table"],
    "figcaption": ["figure"], "summary": ["details"], "legend": ["fieldset"], "head": ["html"], "body": ["html"],
    "option": ["select", "optgroup", "datalist"], "optgroup": ["select"], "source": ["picture", "audio", "video"],
    "track": ["audio", "video"], "area": ["map"], "param": ["object"],
  ]
  /// Headings, by their level.
  public static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements that a keyboard reaches, whatever their attributes.
  public static let controls: Set<String> = ["button", "select", "textarea", "summary", "iframe"]
  /// Kinds of `input` that are buttons.
  public static let buttonTypes: Set<String> = ["submit", "button", "reset", "image"]

  /// Whether a start tag ends a drawing or a formula which it stands in.
  static func endsForeignContent(_ tag: HTMLTag) -> Bool {
    if tag.name == "font" { return tag.attributes.contains { ["color", "face", "size"].contains($0.name) } }
    return outsideForeignContent.contains(tag.name)
  }

  /// Whether a declaration says that a page is HTML.
  public static func isDoctype(_ declaration: ArraySlice<UInt8>) -> Bool {
    let start = declaration.prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return start.elementsEqual("<!doctype html".utf8)
  }
}
