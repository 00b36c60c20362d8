import Diagnostics
import Encodings
import ToolboxLoading

/// A file or a folder as it was at some moment.
struct StampedFile: Sendable, Hashable {
  /// What a build asked of it.
  enum Use: UInt64 {
    /// Whether it is there, and whether it is a file, a folder or a link.
    case presence
    /// What the folder holds.
    case listing
    /// What the file holds.
    case content
  }

  /// Its absolute path.
  var path: String
  /// What was asked of it.
  var use: Use
  /// Its stamp; nil where there was nothing.
  var stamp: FileStamp?
  /// Whether its stamp might be the same after a change.
  var isInDoubt: Bool
  /// The SHA-256 of what was learnt; nil where nothing can be told but by the stamp.
  var digest: String?

  /// The digest of what a folder holds.
  static func digest(of items: [FileSystem.Item]) -> String {
    Digest.sha256(Array(items.map { "\($0.name)\u{0}\($0.kind)\u{0}\($0.isLink)\u{0}" }.joined().utf8))
  }

  /// The digest of what can be said of an item without opening it.
  static func digest(ofItemAt path: String, on disk: FileSystem) -> String {
    let kind = disk.kind(path).map { "\($0)" } ?? ""
    return Digest.sha256(Array("\(kind)\u{0}\(disk.isLink(path))\u{0}\(disk.realPath(path) ?? "")".utf8))
  }

  /// What came of a file.
  enum Comparison: Sendable, Equatable {
    /// It is what it was.
    case same
    /// It is what it was, under another stamp.
    case renewed(StampedFile)
    /// It is something else.
    case changed
  }

  /// Compares the file with what is there now.
  ///
  /// A folder has another stamp whenever something in it is replaced, as most editors do to save, and a file whenever it is
  /// saved: what was learnt may be the same all the same.
  ///
  /// - Parameter moment: when all this began, in nanoseconds since 1970.
  func compared(on disk: FileSystem, at moment: UInt64) -> Comparison {
    let present = disk.stamp(path)
    if present == stamp, !isInDoubt || present == nil { return .same }
    guard let present, let stamp, let digest, use != .content || present.size == stamp.size,
      learn(on: disk) == digest
    else { return .changed }
    let file = StampedFile(
      path: path, use: use, stamp: present, isInDoubt: present.isInDoubt(at: moment), digest: digest)
    return file == self ? .same : .renewed(file)
  }

  private func learn(on disk: FileSystem) -> String? {
    switch use {
    case .presence: Self.digest(ofItemAt: path, on: disk)
    case .listing: (try? disk.list(path, .all)).map { Self.digest(of: $0) }
    case .content: (try? disk.read(path, .made, .all)).map { Digest.sha256($0) }
    }
  }
}

extension [StampedFile] {
  /// Compares files with what is there now, and takes over their stamps where that is all that is other.
  ///
  /// - Returns: the places of those that are something else.
  mutating func renew(on disk: FileSystem, at moment: UInt64) -> [Int] {
    let comparisons = concurrentMap(self) { $0.compared(on: disk, at: moment) }
    var changed: [Int] = []
    for (place, comparison) in comparisons.enumerated() {
      switch comparison {
      case .same: break
      case .renewed(let file): self[place] = file
      case .changed: changed.append(place)
      }
    }
    return changed
  }
}

/// The file as bytes.
extension StampedFile {
  func write(to writer: inout ByteWriter) {
    writer.add(path)
    writer.add(use.rawValue)
    writer.add(isInDoubt)
    writer.add(optional: digest) { $0.add($1) }
    writer.add(optional: stamp) { writer, stamp in
      for number in [stamp.device, stamp.number, stamp.size, stamp.modified, stamp.changed, stamp.linkChanged] {
        writer.add(number)
      }
    }
  }

  init(_ reader: inout ByteReader) throws(DamagedBytes) {
    path = try reader.text()
    guard let use = Use(rawValue: try reader.number()) else { throw DamagedBytes() }
    self.use = use
    isInDoubt = try reader.flag()
    digest = try reader.optional { (reader) throws(DamagedBytes) in try reader.text() }
    stamp = try reader.optional { (reader) throws(DamagedBytes) in
      FileStamp(
        device: try reader.number(), number: try reader.number(), size: try reader.number(),
        modified: try reader.number(), changed: try reader.number(), linkChanged: try reader.number())
    }
  }
}
