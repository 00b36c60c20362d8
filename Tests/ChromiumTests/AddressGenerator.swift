import TextSupport

/// Random pairs of an address and a base: schemes in any case, control characters, escapes, dot segments, host forms,
/// ports and fragments.
struct AddressGenerator {
  struct Pair: Codable {
    var address: String
    var base: String
  }

  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func pair() -> Pair { Pair(address: address(), base: pick(Self.bases)) }

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }

  /// True with a probability of 1 in `times`.
  private mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }

  private mutating func address() -> String {
    var text = pick(Self.edges)
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<11:
      text += withScheme()
    case 11, 12:
      text += pick(["//", "\\\\", "/\\"]) + pick(Self.hosts) + pick(Self.ports) + path()
    default:
      text += path()
    }
    text += pick(Self.queries) + pick(Self.fragments) + pick(Self.edges)
    guard once(in: 20) else { return text }
    let place = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
    return text[..<place] + pick(["\t", "\n", "\\", "/", "%", "#", "?", ":", "@", "[", "é", "\0", " "]) + text[place...]
  }

  private mutating func withScheme() -> String {
    var scheme = pick(Self.schemes)
    if once(in: 10) { scheme = scheme.prefix(2) + pick(["\t", "\n", "\r"]) + scheme.dropFirst(2) }
    let slashes = pick(["//", "//", "//", "//", "/", "\\\\", "/\\", "", "///", "\\/"])
    let host = (once(in: 4) ? pick(Self.credentials) : "") + pick(Self.hosts) + (once(in: 2) ? pick(Self.ports) : "")
    return scheme + ":" + slashes + host + (once(in: 3) ? "" : pick(Self.separators) + path())
  }

  private mutating func path() -> String {
    var text = once(in: 3) ? "" : pick(["", "/", "\\", "//", "./", "../", "/\\", "///"])
    for index in 0..<Int.random(in: 0...4, using: &random) {
      text += (index > 0 ? pick(Self.separators) : "") + pick(Self.parts)
    }
    return text
  }

  private static let schemes = [
    "http", "https", "HTTP", "hTTps", "ftp", "ws", "wss", "file", "FILE", "mailto", "tel", "javascript", "data",
    "guide",
    "urn", "a+b-c.1", "x", "1a", "blob", "about",
  ]
  private static let hosts = [
    "exemple.fr", "EXEMPLE.fr", "www.a-b.fr", "été.fr", "FAß.de", "☃.net", "127.0.0.1", "127.1", "0x7f.1", "2130706433",
    "0177.0.0.1", "1.2.3.4.5", "256.1.1.1", "1..2", "[::1]", "[::ffff:127.0.0.1]", "[1:2:3:4:5:6:7:8]", "[1::8]",
    "[::1",
    "[1:2]", "[fe80::1%25eth0]", "localhost", "a_b.fr", "a b.fr", "a%20b.fr", "a%41.fr", "ex%C3%A9.fr", "１２７。0．0.1",
    "xn--caf-dma.fr", "xn--a.fr", "a..b", "a.", "-a.fr", "a\u{AD}b.fr", "", "a<b", "a^b", "a|b", "é\u{200D}.fr",
    "℡.com",
    "ﷺ.fr", "0", "0x", "1.0x", "4294967296", "4294967295", "a.0x1", "1e3", "[1:2:0:0:3:0:0:4]", "[0:0::]",
    "[::1.2.3.4]",
    "[::1.2.3]", "[::01.2.3.4]", "שלום.fr", "a%", "a%zz", "é%41.fr", "C:", "C|", "c:", "ö!b",
  ]
  private static let ports = [
    "", ":", ":80", ":443", ":8080", ":0", ":65535", ":65536", ":00080", ":a", ":-1", ": 80", ":8\t0",
  ]
  private static let credentials = ["a@", "a:b@", ":b@", "@", "a@b@", "é:ù@", "a%40:@", "a b:c|d^@", "a:b:c@"]
  private static let parts = [
    "a", "b.html", "", ".", "..", "%2e", "%2E%2e", ".%2e", "%2e.", "...", "é", "a b", "a%20b", "a%2Fb", "100%", "%zz",
    "a;b",
    "a:b", "C:", "C|", "c:", "'", "\"", "<x>", "`", "{}", "^", "|", "~", "\u{A0}", "\u{200B}", "日本", "a\tb", "a\nb",
    "\r",
    "\u{1}", "\u{7F}", "@", "a@b.fr", "www.exemple.fr",
  ]
  private static let separators = ["/", "/", "/", "/", "\\", "//", "/\\"]
  private static let queries = [
    "", "", "", "?", "?a=b", "?a=b&c='d'", "?é", "?a b", "?<>\"`", "?a?b", "?a/../b", "?%zz", "?u=https://exemple.fr/",
    "?\u{1}",
  ]
  private static let fragments = [
    "", "", "", "#", "#a", "#é", "#a b", "#<>\"`", "#a#b", "#:~:text=x", "#a:~:text=x,y", "#%41", "#a%3A", "#\u{1}",
  ]
  /// Prefixes and suffixes; browsers remove most of them.
  private static let edges = ["", "", "", "", "", " ", "\t", "\n ", "\u{1}", "\0", " \u{A0}"]
  private static let bases = [
    "https://exemple.fr/guide/a.html", "http://exemple.fr:8080/guide/a.html?q=1#f", "https://exemple.fr",
    "file:///home/x/site/guide/a.html", "file:///C:/site/a.html", "http://u:p@exemple.fr/a/b/", "mailto:a@b.fr",
    "about:blank", "guide://x/y/z", "urn:a:b", "ftp://f.fr/a/b", "data:text/html,x", "web+x:/a/b", "file://host/a/b",
  ]
}
