import Diagnostics
import Foundation
import ToolboxLoading

/// What a build depended on, what it published, and what it said: whoever finds all of it as it was need not build again.
///
/// A cache beside the content, which nothing that is published depends on. Times alone decide nothing: a stamp holds the
/// file's number and the moment that programs cannot set, and one that is too fresh to be trusted goes with a digest.
struct BuildRecord: Sendable {
  /// What a build said, without what only a full one has.
  struct Summary: Sendable, Codable, Equatable {
    var diagnostics: [Diagnostic]
    var siteLanguage: String?
    var pages: Int
    var editions: Int
    var links: Int
    var placeholders: Int
    var toComplete: Int
  }

  /// The program, and all that it was asked for.
  var key: String
  /// What the build read.
  var inputs: [StampedFile]
  /// What it published.
  var outputs: [StampedFile]
  /// What it said.
  var summary: Summary

  /// Whether nothing changed: neither what the build depends on nor what it published.
  func holds(for key: String, on disk: FileSystem) -> Bool {
    key == self.key && !concurrentMap(inputs + outputs) { $0.isSame(on: disk) }.contains(false)
  }

  /// The same record once its doubts are settled: to be used where ``holds(for:on:)``. Nil where it had none, or still has.
  func settled(at moment: UInt64) -> BuildRecord? {
    var record = self
    var isOther = false
    func settle(_ file: StampedFile) -> StampedFile {
      guard file.isInDoubt, file.stamp?.isInDoubt(at: moment) == false else { return file }
      isOther = true
      return StampedFile(path: file.path, use: file.use, stamp: file.stamp, isInDoubt: false, digest: nil)
    }
    record.inputs = inputs.map(settle)
    record.outputs = outputs.map(settle)
    return isOther ? record : nil
  }
}

/// The record as it is kept: binary, since thousands of files are read again at each build, and closed by its own digest.
extension BuildRecord {
  private static let signature: [UInt8] = Array("trousse build 1\n".utf8)
  private static let digestLength = 64

  /// Reads a record; nil where it is damaged.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > Self.digestLength,
      Digest.sha256(Array(bytes.dropLast(Self.digestLength))).utf8.elementsEqual(bytes.suffix(Self.digestLength))
    else { return nil }
    var reader = ByteReader(bytes.dropLast(Self.digestLength))
    guard reader.bytes(Self.signature.count).map({ $0.elementsEqual(Self.signature) }) == true,
      let key = reader.text(), let summary = reader.block(),
      let decoded = try? JSONDecoder().decode(Summary.self, from: Data(summary)),
      let inputs = Self.files(&reader), let outputs = Self.files(&reader), reader.isAtEnd
    else { return nil }
    self.init(key: key, inputs: inputs, outputs: outputs, summary: decoded)
  }

  /// The record as bytes.
  func encoded() -> [UInt8] {
    var writer = ByteWriter(Self.signature)
    writer.add(key)
    writer.add(block: StableJSON.encode(summary))
    for files in [inputs, outputs] {
      writer.add(UInt64(files.count))
      for file in files {
        writer.add(file.path)
        writer.add(file.digest ?? "")
        writer.add(file.use.rawValue)
        writer.add(file.isInDoubt ? 1 : 0)
        let stamp = file.stamp
        let fields = [
          stamp?.device, stamp?.number, stamp?.size, stamp?.modified, stamp?.changed, stamp?.linkChanged,
        ]
        writer.add(stamp == nil ? 0 : 1)
        for field in fields { writer.add(field ?? 0) }
      }
    }
    return writer.bytes + Digest.sha256(writer.bytes).utf8
  }

  private static func files(_ reader: inout ByteReader) -> [StampedFile]? {
    guard let count = reader.number() else { return nil }
    var files: [StampedFile] = []
    for _ in 0..<count {
      guard let path = reader.text(), let digest = reader.text(),
        let use = reader.number().flatMap({ StampedFile.Use(rawValue: $0) }), let doubt = reader.number(),
        let presence = reader.number(), let device = reader.number(), let number = reader.number(),
        let size = reader.number(), let modified = reader.number(), let changed = reader.number(),
        let linkChanged = reader.number()
      else { return nil }
      let stamp = FileStamp(
        device: device, number: number, size: size, modified: modified, changed: changed, linkChanged: linkChanged)
      files.append(
        StampedFile(
          path: path, use: use, stamp: presence == 1 ? stamp : nil, isInDoubt: doubt == 1,
          digest: digest.isEmpty ? nil : digest))
    }
    return files
  }
}
