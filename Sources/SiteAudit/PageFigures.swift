import Encodings
import SitePlanning

/// The figures of a page that its budget needs, apart from the files that it loads.
package struct PageFigures: Sendable, Equatable {
  /// The transferred size of the page itself, in bytes.
  package let bytes: Int
  /// See ``PageMeasure/elements``.
  let elements: Int
  /// See ``PageMeasure/commonestElement``.
  let commonestElement: String

  /// - Parameter counts: the number of elements with each name. The key is the name of the elements.
  package init(_ page: StagedFile, elements counts: [String: Int]) {
    bytes = TransferSize.of(page)
    elements = counts.values.reduce(0, +)
    // If several elements are equally frequent, takes the first name in the alphabet, so that the result is always the
    // same.
    commonestElement = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  package func write(to writer: inout ByteWriter) {
    writer.add(count: bytes)
    writer.add(count: elements)
    writer.add(commonestElement)
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    (bytes, elements, commonestElement) = (try reader.count(), try reader.count(), try reader.text())
  }
}
