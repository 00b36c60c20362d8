import Diagnostics
import Encodings
import ToolboxLoading

/// The inputs, the outputs, the trace and the findings of a build. If nothing changed, the next build is skipped. If
/// only some texts changed, the next build is partial.
///
/// A cache beside the content: no published file depends on it. Modification times alone are not trusted. A stamp also
/// contains the inode number and the change time, which programs cannot set, and a stamp that may miss a change comes
/// with a digest.
struct BuildRecord: Sendable {
  /// The digest of the program version and the options.
  var key: String
  /// The files and folders that the build read.
  var inputs: KnownInputs
  /// The published files, except the manifest.
  var outputs: [StampedFile]
  /// The folders of the published files, to detect that one became a symbolic link.
  var folders: [StampedFile]
  /// The file of the manifest.
  var manifestFile: StampedFile
  /// The content of the manifest: a packed ``Manifest``, decoded on demand.
  var manifest: ArraySlice<UInt8>
  /// The findings and the counts of the report.
  var summary: BuildSummary
  /// An encoded ``SiteTrace``, decoded on demand.
  var trace: ArraySlice<UInt8>

  /// Compares the published files with the disk.
  ///
  /// - Returns: the record with refreshed stamps; nil if the key is another one, or if a published file or a folder
  ///   changed.
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

  /// Whether all stamps and digests equal those of another record.
  func isStamped(like other: BuildRecord) -> Bool {
    inputs == other.inputs && outputs == other.outputs && folders == other.folders && manifestFile == other.manifestFile
  }
}

/// The file format: binary, because each build reads the states of thousands of files, with a digest that detects
/// damage.
extension BuildRecord {
  private static let signature: [UInt8] = Array("trousse build 4\n".utf8)

  /// Decodes a record; nil if it is damaged.
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
