import Diagnostics

/// Reads text files in UTF-8, up to a size limit, and removes the byte-order mark.
package struct SourceReading: Sendable {
  private let root: String
  private let links: LinkRule
  private let fileSystem: FileSystem

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - root: the folder that paths are relative to.
  ///   - links: the symbolic links that are followed.
  package init(root: String, _ links: LinkRule, fileSystem: FileSystem = .disk) {
    self.root = root
    self.links = links
    self.fileSystem = fileSystem
  }

  /// Creates a reader for the content of a toolbox. The reader refuses symbolic links that lead out of the content
  /// folder.
  package static func content(of root: String, _ fileSystem: FileSystem) -> SourceReading {
    SourceReading(root: root, .within(Path.join(root, ToolboxFolder.content)), fileSystem: fileSystem)
  }

  /// Reads the text of a file. Returns the text, or nil and a finding. If the text is not UTF-8, returns both the text
  /// and a finding, so that reports can show the text.
  package func read(_ path: String, _ limit: SizeLimit = .text) -> (source: SourceText?, diagnostic: Diagnostic?) {
    do {
      return Self.check(try fileSystem.read(Path.join(root, path), limit, links), named: path, limit)
    } catch {
      return (nil, .unreadableFile(path, error))
    }
  }

  /// Checks bytes that were not read from a file, for example the bytes of the standard input.
  package static func check(
    _ bytes: [UInt8], named path: String, _ limit: SizeLimit = .text
  ) -> (source: SourceText?, diagnostic: Diagnostic?) {
    guard bytes.count <= limit.bytes else { return (nil, .fileTooLarge(path, size: bytes.count, limit: limit)) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let skipped = bytes.starts(with: mark) ? mark.count : 0
    let source = SourceText(file: path, bytes: skipped == 0 ? bytes : Array(bytes.dropFirst(skipped)))
    if let offset = firstInvalidByte(of: source.bytes) {
      return (source, .invalidUTF8(source, offset: offset, skipped: skipped))
    }
    return (source, nil)
  }

  /// The offset of the first byte that is not UTF-8. Nil if all bytes are UTF-8.
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
