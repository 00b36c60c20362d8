import Diagnostics
import DiskInputs
import Encodings
import Files
import SitePublication

/// What a build leaves for the next one: the answers to its questions, and the state of the published files.
///
/// The record is only a cache, so no published file depends on it. The modification time alone does not prove that a
/// file is unchanged, because programs can set it. So a stamp also contains the inode number and the change time, which
/// programs cannot set. If a file may change without a new stamp, the record contains its digest too.
package struct BuildRecord: Sendable {
  /// The digest of the program version, the outputs and the options.
  var key: String
  /// The record of the engine.
  var answers: [UInt8]
  /// The content files on which every page depends.
  var shared: Set<String>
  /// The published files, except the manifest.
  var outputs: [StampedFile]
  /// The folders of the published files. Their states show whether a symbolic link replaced a folder.
  var folders: [StampedFile]
  /// The state of the manifest file.
  var manifestFile: StampedFile
  /// The manifest.
  var manifest: Manifest

  /// Compares the published files with the disk.
  ///
  /// - Returns: the record with refreshed stamps; nil if a published file or a folder changed.
  func renewed(on disk: FileSystem) -> BuildRecord? {
    let moment = disk.now()
    var record = self
    var own = [manifestFile]
    guard own.renew(on: disk, at: moment).isEmpty, record.folders.renew(on: disk, at: moment).isEmpty,
      record.outputs.renew(on: disk, at: moment).isEmpty, let manifestFile = own.first
    else { return nil }
    record.manifestFile = manifestFile
    return record
  }

  /// Whether the published files have the same stamps and digests in this record and in another one.
  func isStamped(like other: BuildRecord) -> Bool {
    outputs == other.outputs && folders == other.folders && manifestFile == other.manifestFile
  }
}

/// The file format. It is binary, because each build reads the states of thousands of files, and a binary form is fast
/// to decode. The file contains a digest of its content. With this digest, the decoder detects damage.
extension BuildRecord {
  private static let signature: [UInt8] = Array("trousse build 6\n".utf8)

  /// Decodes a record; nil if the bytes are damaged.
  init?(_ bytes: [UInt8]) {
    do throws(DamagedBytes) {
      var reader = ByteReader(bytes[...])
      guard try reader.bytes(Self.signature.count).elementsEqual(Self.signature) else { return nil }
      let (digest, content) = (try reader.block(), try reader.block())
      guard reader.isAtEnd, Digest.sha256Bytes(content).elementsEqual(digest) else { return nil }
      try self.init(reading: content)
    } catch {
      return nil
    }
  }

  private init(reading content: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(content)
    key = try reader.text()
    shared = Set(try reader.each { (reader) throws(DamagedBytes) in try reader.text() })
    outputs = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    folders = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    manifestFile = try StampedFile(&reader)
    manifest = try Manifest(&reader)
    answers = Array(try reader.block())
    guard reader.isAtEnd else { throw DamagedBytes() }
  }

  /// Encodes the record.
  func encoded() -> [UInt8] {
    var content = ByteWriter()
    content.add(key)
    content.add(each: shared.sorted()) { $0.add($1) }
    content.add(each: outputs) { $1.write(to: &$0) }
    content.add(each: folders) { $1.write(to: &$0) }
    manifestFile.write(to: &content)
    manifest.write(to: &content)
    content.add(block: answers)
    var writer = ByteWriter(Self.signature)
    writer.add(block: Digest.sha256Bytes(content.bytes))
    writer.add(block: content.bytes)
    return writer.bytes
  }
}

/// The binary form of a manifest. It is not JSON, because JSON is slower to decode.
extension Manifest {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add(each: files.sorted { $0.key < $1.key }) { writer, file in
      writer.add(file.key)
      writer.add(file.value)
      writer.add(former.contains(file.key))
    }
  }

  fileprivate init(_ reader: inout ByteReader) throws(DamagedBytes) {
    let listed = try reader.each { (reader) throws(DamagedBytes) in
      (path: try reader.text(), digest: try reader.text(), isFormer: try reader.flag())
    }
    self.init(
      files: Dictionary(listed.map { ($0.path, $0.digest) }) { first, _ in first },
      former: Set(listed.filter(\.isFormer).map(\.path)))
  }
}
