import Encodings
import Synchronization

/// The answers of a build, as a later build needs them: their fingerprints, and on which other answers they depended.
///
/// Each answer comes after those on which it depends. Fingerprints of dependencies are not kept apart: all answers of a
/// record are of one build, so the fingerprint of a dependency is that of its own row.
struct Record: Sendable {
  struct Row: Sendable {
    var kind: Int
    var key: ArraySlice<UInt8>
    var fingerprint: Fingerprint
    /// The state of an input; empty for other answers.
    var state: ArraySlice<UInt8>
    /// The answer itself, if answers of its kind are kept.
    var kept: ArraySlice<UInt8>?
    /// The range of the sizes of its groups of dependencies, in ``Record/sizes``.
    var groups: Range<Int>
    /// The range of its dependencies, in ``Record/dependencies``.
    var dependencies: Range<Int>
  }

  private(set) var kinds: [String] = []
  private(set) var rows: [Row] = []
  /// The places of the questions that came from outside.
  private(set) var roots: Set<Int> = []
  private var sizes: [Int] = []
  private var dependencies: [Int] = []
  private let index = RecordIndex()

  /// An empty record.
  init() {}

  func kindName(at place: Int) -> String { kinds[rows[place].kind] }

  /// The places of the answers on which an answer depended.
  func dependencies(of place: Int) -> ArraySlice<Int> { dependencies[rows[place].dependencies] }

  /// The same, in the groups in which they were asked.
  func groups(of place: Int) -> [ArraySlice<Int>] {
    var start = rows[place].dependencies.lowerBound
    return sizes[rows[place].groups].map { size in
      defer { start += size }
      return dependencies[start..<(start + size)]
    }
  }

  /// The place of a question; nil if the record does not have it.
  func place(of kind: String, _ key: [UInt8]) -> Int? {
    guard let kind = kinds.firstIndex(of: kind) else { return nil }
    return index.places(RecordIndex.hash(kind, key), rows).first {
      rows[$0].kind == kind && rows[$0].key.elementsEqual(key)
    }
  }

  // MARK: The file format

  static let signature = Array("trousse engine 1\n".utf8)

  /// Decodes a record; nil if the bytes are damaged, or if they have a kind that is not among the given ones.
  init?(_ bytes: [UInt8], kinds: Set<String>) {
    do throws(DamagedBytes) {
      var reader = ByteReader(bytes[...])
      guard try reader.bytes(Self.signature.count).elementsEqual(Self.signature) else { return nil }
      let (digest, content) = (try reader.block(), try reader.block())
      guard reader.isAtEnd, Digest.sha256Bytes(content).elementsEqual(digest) else { return nil }
      try self.init(reading: content)
    } catch {
      return nil
    }
    guard kinds.isSuperset(of: self.kinds) else { return nil }
  }

  private init(reading content: ArraySlice<UInt8>) throws(DamagedBytes) {
    var reader = ByteReader(content)
    kinds = try reader.each { (reader) throws(DamagedBytes) in try reader.text() }
    roots = Set(try reader.each { (reader) throws(DamagedBytes) in try reader.count() })
    let count = try reader.count()
    // Each row takes more than one byte, so a larger count is wrong. It is refused before memory is reserved.
    guard count <= content.count else { throw DamagedBytes() }
    rows.reserveCapacity(count)
    for _ in 0..<count { rows.append(try row(&reader)) }
    guard reader.isAtEnd else { throw DamagedBytes() }
  }

  private mutating func row(_ reader: inout ByteReader) throws(DamagedBytes) -> Row {
    let kind = try reader.count()
    guard kinds.indices.contains(kind) else { throw DamagedBytes() }
    let (key, fingerprint) = (try reader.block(), try Fingerprint(&reader))
    let (state, kept) = (
      try reader.block(), try reader.optional { (reader) throws(DamagedBytes) in try reader.block() }
    )
    let (firstGroup, first) = (sizes.count, dependencies.count)
    for _ in 0..<(try reader.count()) {
      let size = try reader.count()
      guard size > 0 else { throw DamagedBytes() }
      for _ in 0..<size {
        let distance = try reader.count()
        guard distance >= 1, distance <= rows.count else { throw DamagedBytes() }
        dependencies.append(rows.count - distance)
      }
      sizes.append(size)
    }
    return Row(
      kind: kind, key: key, fingerprint: fingerprint, state: state, kept: kept, groups: firstGroup..<sizes.count,
      dependencies: first..<dependencies.count)
  }
}

/// Finds questions in a record. It is made at the first search, because a build that computes nothing searches nothing.
private final class RecordIndex: Sendable {
  private let entries = Mutex<[(hash: UInt64, place: Int)]?>(nil)

  /// The places of the questions with a hash.
  func places(_ hash: UInt64, _ rows: [Record.Row]) -> [Int] {
    entries.withLock { known in
      let entries = known ?? Self.sorted(rows)
      known = entries
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].hash < hash { low = middle + 1 } else { high = middle }
      }
      return entries[low...].prefix { $0.hash == hash }.map(\.place)
    }
  }

  private static func sorted(_ rows: [Record.Row]) -> [(hash: UInt64, place: Int)] {
    rows.indices.map { (hash(rows[$0].kind, rows[$0].key), $0) }.sorted { $0.0 < $1.0 }
  }

  /// The hash FNV-1a of a question, in 64 bits. Questions with equal hashes are compared in full.
  static func hash(_ kind: Int, _ key: some Collection<UInt8>) -> UInt64 {
    var hash = (0xcbf2_9ce4_8422_2325 ^ UInt64(truncatingIfNeeded: kind)) &* 0x100_0000_01b3
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
