import Encodings
import Files
import Foundation
import Toolbox

/// The anchors of the headings of each content file at the last publication, in the order of the headings. With these
/// anchors, a check recognises a heading that was renamed.
///
/// The record is a cache in the folder of the toolbox. No published file depends on the record. If the file of the
/// record is missing, damaged or unreadable, it is ignored without a finding.
package struct AnchorRecord: Sendable, Decodable, Equatable {
  private static let path = ToolboxFolder.cache + "/anchors.json"

  /// The version of the file format.
  private var format = 1
  /// The anchors of the headings in each file. The key is the path of the file. Files without headings are left out.
  package private(set) var files: [String: [String]]

  /// Collects the current anchors of a toolbox.
  package init(_ toolbox: Toolbox) {
    let anchors = toolbox.outlines.map { ($0.file, $0.outline.fragments.headings.map(\.anchor)) }
    files = Dictionary(anchors.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  /// Whether the file of the record exists in a toolbox and is not larger than the size limit.
  package static func isThere(root: String, fileSystem: FileSystem) -> Bool {
    let place = Path.join(root, path)
    let size = fileSystem.stamp(place)?.size ?? 0
    return fileSystem.kind(place) == .file && size <= UInt64(SizeLimit.record.bytes)
  }

  /// Reads the record of a toolbox; nil if the file does not exist, is damaged or cannot be read.
  package init?(root: String, fileSystem: FileSystem) {
    let folder = Path.join(root, ToolboxFolder.cache)
    guard let bytes = try? fileSystem.read(Path.join(root, Self.path), .record, .none(below: folder)),
      let record = try? JSONDecoder().decode(AnchorRecord.self, from: Data(bytes)), record.format == 1
    else { return nil }
    self = record
  }

  /// Writes the record, if it differs from the file on the disk. Writes atomically, and never through a symbolic link.
  /// Ignores a failure.
  package func write(root: String, fileSystem: FileSystem) {
    let root = fileSystem.resolved(root)
    let folder = Path.join(root, ToolboxFolder.cache)
    let place = Path.join(root, Self.path)
    let bytes = encoded()
    guard !fileSystem.isLink(folder), !fileSystem.isLink(place),
      (try? fileSystem.read(place, .record, .none(below: folder))) != bytes
    else { return }
    do throws(FileSystemError) {
      try fileSystem.createFolder(folder)
      try fileSystem.replace(place, with: bytes, .none(below: folder))
    } catch {
      // A build works without this cache.
    }
  }

  private func encoded() -> [UInt8] {
    let files = JSONValue.object(sorted: files.mapValues(JSONValue.strings))
    return JSONValue.object([("files", files), ("format", .integer(format))]).file(.wide)
  }
}
