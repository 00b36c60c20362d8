/// What is asked of the bytes of a PDF, without reading all of its structure.
enum PDFFile {
  /// How the document names what made it, before the version.
  static let maker = "Trousse/"

  /// Whether it begins and ends as a PDF does: a browser that was cut short leaves no end.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    // A few bytes may follow the mark of the end, says ISO 32000-1, annex H.3.
    bytes.starts(with: "%PDF-".utf8) && bytes.suffix(1024).holds("%%EOF")
  }

  /// Whether it is a PDF that names Trousse as what made it.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "%PDF-".utf8) && bytes[...].holds("/Creator (\(maker)")
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ words: String) -> Bool {
    let words = Array(words.utf8)
    guard let first = words.first else { return true }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: words) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
