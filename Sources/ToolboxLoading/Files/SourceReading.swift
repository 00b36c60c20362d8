import Diagnostics

/// Reads a text file: bytes that are UTF-8, no byte-order mark, not too large.
struct SourceReading {
  /// The largest text that is read, in bytes.
  static let limit = 32_000_000

  let root: String
  let fileSystem: FileSystem

  /// The text, or nil with the reason why not.
  func read(_ path: String) -> (source: SourceText?, diagnostic: Diagnostic?) {
    var bytes: [UInt8]
    do {
      bytes = try fileSystem.read(Path.join(root, path))
    } catch {
      return (nil, .unreadableFile(path, error))
    }
    guard bytes.count <= Self.limit else {
      return (nil, .fileTooLarge(path, size: bytes.count, limit: Self.limit))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let skipped = bytes.starts(with: mark) ? mark.count : 0
    bytes.removeFirst(skipped)
    let source = SourceText(file: path, bytes: bytes)
    if let offset = Self.firstInvalidByte(of: bytes) {
      return (source, .invalidUTF8(source, offset: offset, skipped: skipped))
    }
    return (source, nil)
  }

  /// The offset of the first byte that is not UTF-8, or nil.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
