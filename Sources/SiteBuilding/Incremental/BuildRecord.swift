import Diagnostics
import DiskInputs
import Encodings
import Files

/// The inputs, the outputs, the trace and the findings of a build. If nothing changed, the next build is skipped. If
/// only some texts changed, the next build is partial.
///
/// The record is only a cache, so no published file depends on it. The modification time alone does not prove that a
/// file is unchanged, because programs can set it. So a stamp also contains the inode number and the change time, which
/// programs cannot set. If a file may change without a new stamp, the record contains its digest too.
package struct BuildRecord: Sendable {
  /// The digest of the program version, the outputs and the options.
  var key: String
  /// The files and folders that the build read, with their states.
  var inputs: KnownInputs
  /// The published files, except the manifest.
  var outputs: [StampedFile]
  /// The folders of the published files. Their states show whether a symbolic link replaced a folder.
  var folders: [StampedFile]
  /// The state of the manifest file.
  var manifestFile: StampedFile
  /// The manifest in the form of ``Manifest/packed()``. It is decoded only if a build needs it.
  var manifest: ArraySlice<UInt8>
  /// The findings and the counts of the report.
  var summary: BuildSummary
  /// An encoded ``SiteTrace``. It is decoded only if a build needs it.
  var trace: ArraySlice<UInt8>

  /// Compares the published files with the disk.
  ///
  /// - Returns: the record with refreshed stamps; nil if `key` differs from the key of the record, or if a published
  ///   file or a folder changed.
  func renewed(for key: String, on disk: FileSystem) -> BuildRecord? {
    guard key == self.key else { return nil }
    let moment = disk.now()
    var record = self
    var own = [manifestFile]
    guard own.renew(on: disk, at: moment).isEmpty, record.folders.renew(on: disk, at: moment).isEmpty,
      record.outputs.renew(on: disk, at: moment).isEmpty, let manifestFile = own.first
    else { return nil }
    record.manifestFile = manifestFile
    return record
  }

  /// Whether this record and another record have the same stamps and digests.
  func isStamped(like other: BuildRecord) -> Bool {
    inputs == other.inputs && outputs == other.outputs && folders == other.folders && manifestFile == other.manifestFile
  }
}

/// The file format. It is binary, because each build reads the states of thousands of files, and a binary form is fast
/// to decode. The file contains a digest of its content. With this digest, the decoder detects damage.
extension BuildRecord {
  private static let signature: [UInt8] = Array("trousse build 5\n".utf8)

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
    summary = try BuildSummary(&reader)
    inputs = KnownInputs(try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) })
    outputs = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    folders = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    manifestFile = try StampedFile(&reader)
    manifest = try reader.block()
    trace = try reader.block()
    guard reader.isAtEnd else { throw DamagedBytes() }
  }

  /// Encodes the record.
  func encoded() -> [UInt8] {
    var content = ByteWriter()
    content.add(key)
    summary.write(to: &content)
    content.add(each: inputs.files) { $1.write(to: &$0) }
    content.add(each: outputs) { $1.write(to: &$0) }
    content.add(each: folders) { $1.write(to: &$0) }
    manifestFile.write(to: &content)
    content.add(block: manifest)
    content.add(block: trace)
    var writer = ByteWriter(Self.signature)
    writer.add(block: Digest.sha256Bytes(content.bytes))
    writer.add(block: content.bytes)
    return writer.bytes
  }
}
