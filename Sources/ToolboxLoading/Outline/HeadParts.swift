import Diagnostics
import Encodings

/// The parts of which the heads of entries consist.
extension ByteWriter {
  mutating func add(_ text: String?) { add(optional: text) { $0.add($1) } }

  mutating func add(_ reference: Reference) {
    add(reference.name)
    add(reference.location)
  }

  /// Writes the range of a location. The path is omitted, because the location is always in the file of the entry.
  mutating func add(_ location: SourceLocation) {
    add(optional: location.range) { writer, range in
      for number in [range.start.line, range.start.column, range.end.line, range.end.column] {
        writer.add(count: number)
      }
    }
  }
}

extension ByteReader {
  mutating func optionalText() throws(DamagedBytes) -> String? { try flag() ? try text() : nil }

  mutating func references(in file: String) throws(DamagedBytes) -> [Reference] {
    try each { (reader) throws(DamagedBytes) in
      Reference(name: try reader.text(), location: try reader.location(in: file))
    }
  }

  mutating func location(in file: String) throws(DamagedBytes) -> SourceLocation {
    guard try flag() else { return SourceLocation(file: file) }
    let start = SourcePosition(line: try count(), column: try count())
    return SourceLocation(
      file: file, range: SourceRange(start: start, end: SourcePosition(line: try count(), column: try count())))
  }
}
