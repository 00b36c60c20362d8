import Encodings

/// The binary form of a file of the content. The path decides the role of the file.
extension ContentTree.File {
  func write(to writer: inout ByteWriter) { writer.add(path) }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    guard let file = ContentTree.File(try reader.text()) else { throw DamagedBytes() }
    self = file
  }
}
