import Diagnostics
import Encodings
import Toolbox

/// The content as it was loaded, without the texts. The outline contains the files with their roles, and the entries
/// without their texts. For each text, it contains a digest of the parts that affect other texts and pages.
///
/// With the outline, a later load of the same content skips most files. The later load also detects whether a change
/// affects only the pages that show the changed text.
package struct ContentOutline: Sendable {
  package struct File: Sendable {
    /// The path, relative to the root of the toolbox.
    package var path: String
    package var role: ContentTree.Role
    /// The result of reading the file; nil for a file without front matter.
    package var reading: Reading?
  }

  /// The result of reading a text with front matter.
  package struct Reading: Sendable {
    /// The digest that ``TextInterface`` computes.
    package var interface: ArraySlice<UInt8>
    /// Whether the text was read without any finding.
    package var isPlain: Bool
    /// The binary form of the entry; nil if the file has `masque: oui`.
    package var entry: ArraySlice<UInt8>?
  }

  /// The files. Files without an entry come first. Files with an entry follow, in the order of their entries.
  package private(set) var files: [File] = []

  package init() {}

  package init(_ files: [File], inOrderOf toolbox: Toolbox) {
    let places = Dictionary(files.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let entries = toolbox.entries.compactMap { places[$0.core.file] }
    let isEntry = Set(entries)
    self.files = files.indices.filter { !isEntry.contains($0) }.map { files[$0] } + entries.map { files[$0] }
  }

  /// The paths of the files that have front matter.
  package var texts: [String] { files.filter { $0.reading != nil }.map(\.path) }
}

/// Encodes and decodes the outline.
extension ContentOutline {
  package func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.add(each: files) { writer, file in
      writer.add(file.path)
      file.role.write(to: &writer)
      writer.add(optional: file.reading) { writer, reading in
        writer.add(block: reading.interface)
        writer.add(reading.isPlain)
        writer.add(optional: reading.entry) { $0.add(block: $1) }
      }
    }
    return writer.bytes
  }

  package init(_ bytes: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(bytes)
    files = try reader.each { (reader) throws(DamagedBytes) in
      let path = try reader.text()
      let role = try ContentTree.Role(&reader)
      let reading = try reader.optional { (reader) throws(DamagedBytes) in
        let (interface, isPlain) = (try reader.block(), try reader.flag())
        let entry = try reader.optional { (reader) throws(DamagedBytes) in try reader.block() }
        return Reading(interface: interface, isPlain: isPlain, entry: entry)
      }
      return File(path: path, role: role, reading: reading)
    }
    guard reader.isAtEnd else { throw DamagedBytes() }
  }
}
