import TextSupport

/// Damages pages, as editors and bad networks do.
struct PageMutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let pieces = [
    "<", ">", "</", "/>", "\"", "'", "=", "<!--", "-->", "--!>", "<!", "<?", "</>", "&", "&amp", "&notit;", "&copy=1",
    "&#x80;",
    "&#0", "&#xD800;", "&nosuch;", "<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<textarea>",
    "<svg>", "</svg>", "<![CDATA[", "]]>", "<math>", "<p>", "</p>", "<div", "<b>", "</b>", "<li>", "<br/>", "<a href=x",
    "<P CLASS='é'", "\r\n", "\u{C}", "\u{B}", "\t", " a=b/", "<xmp>", "<noscript>", "<iframe>",
  ]

  /// A page with some damage.
  mutating func mutate(_ page: String) -> String {
    var bytes = Array(page.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      default: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &generator) ?? "").utf8, at: start)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
