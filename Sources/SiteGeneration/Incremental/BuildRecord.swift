import Diagnostics
import Encodings
import Foundation
import ToolboxLoading

/// What a build depended on, what it published, how, and what it said: whoever finds all of it as it was need not build
/// again, and whoever finds that some texts changed need not build all.
///
/// A cache beside the content, which nothing that is published depends on. Times alone decide nothing: a stamp holds the
/// file's number and the moment that programs cannot set, and one that is too fresh to be trusted goes with a digest.
struct BuildRecord: Sendable {
  /// The program, and all that it was asked for.
  var key: String
  /// What the build read.
  var inputs: KnownInputs
  /// What it published, but for the manifest.
  var outputs: [StampedFile]
  /// The folders that all that stands in: none is reached through a link.
  var folders: [StampedFile]
  /// The manifest of what it published, as a file.
  var manifestFile: StampedFile
  /// What that says: a ``Manifest``, read where it is needed.
  var manifest: ArraySlice<UInt8>
  /// What it said.
  var summary: BuildSummary
  /// How the site was made: a ``SiteTrace``, read where it is needed.
  var trace: ArraySlice<UInt8>

  /// Looks at what the build published.
  ///
  /// - Returns: the same record, stamped as the disk is now; nil where the program or what it is asked for is another one, or
  ///   where what it published is not what it was.
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

  /// Whether nothing is known of files otherwise than another record knows it.
  func isStamped(like other: BuildRecord) -> Bool {
    inputs == other.inputs && outputs == other.outputs && folders == other.folders && manifestFile == other.manifestFile
  }
}

/// The record as it is kept: binary, since thousands of files are read again at each build, and closed by its own digest.
extension BuildRecord {
  private static let signature: [UInt8] = Array("trousse build 3\n".utf8)

  /// Reads a record; nil where it is damaged.
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
    let summary = try reader.block()
    guard let decoded = try? JSONDecoder().decode(BuildSummary.self, from: Data(summary)) else { throw DamagedBytes() }
    self.summary = decoded
    inputs = KnownInputs(try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) })
    outputs = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    folders = try reader.each { (reader) throws(DamagedBytes) in try StampedFile(&reader) }
    manifestFile = try StampedFile(&reader)
    manifest = try reader.block()
    trace = try reader.block()
    guard reader.isAtEnd else { throw DamagedBytes() }
  }

  /// The record as bytes.
  func encoded() -> [UInt8] {
    var content = ByteWriter()
    content.add(key)
    content.add(block: summary.encoded())
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
