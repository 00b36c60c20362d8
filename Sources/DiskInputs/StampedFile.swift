import Diagnostics
import Encodings
import Files

/// The state of an item at one moment. An item is a file or a folder.
package struct StampedFile: Sendable, Hashable {
  /// The kind of data that a build used from the item.
  package enum Use: UInt64, Sendable {
    /// The existence of the item, and whether it is a file, a folder or a symbolic link.
    case presence
    /// The list of the items in the folder.
    case listing
    /// The content of the file.
    case content
  }

  /// The absolute path of the item.
  package var path: String
  /// The data that the build used.
  package var use: Use
  /// The stamp of the item; nil if the item did not exist.
  package var stamp: FileStamp?
  /// Whether the item may change later without a change of its stamp.
  package var isInDoubt: Bool
  /// The SHA-256 of the data; nil if only the stamp is known.
  package var digest: String?

  package init(path: String, use: Use, stamp: FileStamp?, isInDoubt: Bool, digest: String?) {
    self.path = path
    self.use = use
    self.stamp = stamp
    self.isInDoubt = isInDoubt
    self.digest = digest
  }

  /// The digest of the items of a folder.
  package static func digest(of items: [FileSystem.Item]) -> String {
    Digest.sha256(Array(items.map { "\($0.name)\u{0}\($0.kind)\u{0}\($0.isLink)\u{0}" }.joined().utf8))
  }

  /// The digest of the presence of an item: its kind, whether it is a symbolic link, and its real path.
  package static func digest(ofItemAt path: String, on disk: FileSystem) -> String {
    digest(of: disk.kind(path), disk.isLink(path), disk.realPath(path))
  }

  static func digest(of kind: FileSystem.Item.Kind?, _ isLink: Bool, _ realPath: String?) -> String {
    let kind = kind.map { "\($0)" } ?? ""
    return Digest.sha256(Array("\(kind)\u{0}\(isLink)\u{0}\(realPath ?? "")".utf8))
  }

  /// The result of a comparison.
  package enum Comparison: Sendable, Equatable {
    /// The stamp and the data are unchanged.
    case same
    /// The data is unchanged, but the stamp is new. Contains the state with the new stamp.
    case renewed(StampedFile)
    /// The data changed.
    case changed
  }

  /// Compares the state with the disk.
  ///
  /// An item with a new stamp and the same digest counts as unchanged. This case is frequent, because most editors save
  /// a file by replacing it. The replacement also changes the stamp of the folder.
  ///
  /// - Parameter moment: the time before the first comparison, in nanoseconds since 1970.
  package func compared(on disk: FileSystem, at moment: UInt64) -> Comparison {
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
  /// Compares the states with the disk, and refreshes the stamps of unchanged items.
  ///
  /// - Returns: the indexes of the changed items.
  package mutating func renew(on disk: FileSystem, at moment: UInt64) -> [Int] {
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

/// The binary form of the state.
extension StampedFile {
  package func write(to writer: inout ByteWriter) {
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

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
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
