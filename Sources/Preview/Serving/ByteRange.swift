/// The part of a file that a request asks for (RFC 9110, section 14).
enum ByteRange: Hashable {
  /// The whole file, because the request has no range, several ranges, or an invalid range.
  case whole
  /// A part of the file.
  case part(Range<Int>)
  /// A range outside the file.
  case unsatisfiable

  /// - Parameters:
  ///   - header: the value of the field `Range`. Nil if the request has no such field.
  ///   - length: the length of the file, in bytes.
  init(_ header: String?, length: Int) {
    let pieces = header?.split(separator: "=", omittingEmptySubsequences: false) ?? []
    guard pieces.count == 2, pieces[0].lowercased() == "bytes" else {
      self = .whole
      return
    }
    let ends = pieces[1].split(separator: "-", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      self = .whole
      return
    }
    self = Self.between(ends[0], ends[1], length)
  }

  private static func between(_ first: String, _ last: String, _ length: Int) -> ByteRange {
    // A number too large for `Int` is beyond the end of any file, so it is replaced by the largest `Int`.
    switch (first.isEmpty ? nil : Int(first) ?? .max, last.isEmpty ? nil : Int(last) ?? .max) {
    case (nil, nil): .whole
    case (nil, let count?): count == 0 || length == 0 ? .unsatisfiable : .part(max(length - count, 0)..<length)
    case (let start?, let end):
      if let end, end < start {
        .whole
      } else {
        start >= length ? .unsatisfiable : .part(start..<min(end ?? .max, length - 1) + 1)
      }
    }
  }
}
