/// Checks the bytes of a PDF without a full parse of the file.
enum PDFFile {
  /// The start of the creator's name in a PDF that Trousse made. The version of Trousse follows.
  static let maker = "Trousse/"

  /// Whether the file begins and ends like a PDF. If the browser is interrupted, the file has no end marker.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    // A few bytes may follow the end marker (ISO 32000-1, annex H.3).
    bytes.starts(with: "%PDF-".utf8) && bytes.suffix(1024).holds("%%EOF")
  }

  /// Whether the file is a PDF whose creator is Trousse.
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
