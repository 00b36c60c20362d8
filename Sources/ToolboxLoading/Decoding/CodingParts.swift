import Diagnostics
import Encodings

/// The parts of which the heads of entries consist.
extension ByteWriter {
  mutating func add(_ text: String?) { add(optional: text) { $0.add($1) } }

  /// Writes a number with all its digits.
  mutating func add(_ number: Double) { add(fixed: number.bitPattern) }

  mutating func add(_ reference: Reference) {
    add(reference.name)
    add(reference.location)
  }

  /// Writes the range of a location. The path is omitted, because the location is always in the file of the entry.
  mutating func add(_ location: SourceLocation) {
    add(optional: location.range) { $1.write(to: &$0) }
  }
}

extension ByteReader {
  mutating func optionalText() throws(DamagedBytes) -> String? { try flag() ? try text() : nil }

  mutating func double() throws(DamagedBytes) -> Double { Double(bitPattern: try fixed()) }

  mutating func reference(in file: String) throws(DamagedBytes) -> Reference {
    Reference(name: try text(), location: try location(in: file))
  }

  mutating func references(in file: String) throws(DamagedBytes) -> [Reference] {
    try each { (reader) throws(DamagedBytes) in try reader.reference(in: file) }
  }

  mutating func location(in file: String) throws(DamagedBytes) -> SourceLocation {
    SourceLocation(
      file: file, range: try optional { (reader) throws(DamagedBytes) in try SourceRange(&reader) })
  }
}
