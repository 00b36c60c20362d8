import Diagnostics

/// Checks that ranges are inside a text.
struct PlaceCheck {
  /// The length of each line, in Unicode scalars.
  private let lengths: [Int]
  private let file: String

  init(_ source: SourceText) {
    file = source.file
    lengths = (1...source.lineCount).map { line in
      source.bytes[source.byteRange(ofLine: line)].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
  }

  /// Checks the ranges of a tree.
  func check(_ places: [SourceRange]) {
    for place in places { check(place, of: "the tree") }
  }

  /// Checks the ranges of the findings on this text.
  func check(_ diagnostics: [Diagnostic]) {
    for one in diagnostics {
      for case let place? in [one.location] + one.related.map(\.location) where place.file == file {
        if let range = place.range { check(range, of: one.id.rawValue) }
      }
    }
  }

  private func check(_ place: SourceRange, of what: String) {
    if place.end < place.start || !contains(place.start) || !contains(place.end) {
      let (start, end) = (place.start, place.end)
      fail("a place of \(what) in \(file): \(start.line):\(start.column)-\(end.line):\(end.column)")
    }
  }

  private func contains(_ position: SourcePosition) -> Bool {
    (1...lengths.count).contains(position.line) && (1...(lengths[position.line - 1] + 1)).contains(position.column)
  }
}

/// Checks that generated HTML is balanced and harmless. It has a simple parser of its own, independent of the code
/// under test: generated HTML never contains an angle bracket in an attribute.
struct HTMLCheck {
  private static let empty: Set<String> = ["br", "hr", "img", "input"]
  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "form", "link", "meta", "base", "html", "body", "svg",
  ]

  private let html: [UInt8]

  init(_ html: [UInt8]) { self.html = html }

  /// - Parameter isHarmless: whether elements and attributes that run code or load files are errors too.
  func check(isHarmless: Bool) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { fail("a tag that never ends") }
      let tag = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      let name = tag.drop { $0 == "/" }.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
      if name.isEmpty || tag.utf8.contains(UInt8(ascii: "<")) { fail("no tag of ours: <\(tag)>") }
      if tag.hasPrefix("/") {
        if open.popLast() != name { fail("<\(tag)> closes what is not open") }
      } else {
        if isHarmless { checkIsHarmless(tag, name) }
        if !Self.empty.contains(name) { open.append(name) }
      }
    }
    if let name = open.last { fail("<\(name)> is not closed") }
  }

  private func checkIsHarmless(_ tag: String, _ name: String) {
    if Self.forbidden.contains(name) { fail("<\(name)> in the output") }
    // The parts alternate: ` name=`, value, ` name=`, value…
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() where index % 2 == 0 && index + 1 < parts.count {
      let attribute = part.split(separator: " ").last?.lowercased() ?? ""
      let value = parts[index + 1].lowercased().filter { !$0.isWhitespace && $0 > " " }
      if attribute.hasPrefix("on") { fail("an event attribute: <\(tag)>") }
      if attribute == "href=" || attribute == "src=",
        ["javascript:", "vbscript:", "data:", "file:"].contains(where: value.hasPrefix)
      {
        fail("an address that runs or loads something: <\(tag)>")
      }
    }
    if parts.count % 2 == 0 { fail("a quote that never ends: <\(tag)>") }
  }
}
