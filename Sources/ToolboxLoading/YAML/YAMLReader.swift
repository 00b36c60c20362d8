import Diagnostics
import Yams

/// Reads YAML into values that keep their places. What would be slow, surprising or silent is refused beforehand.
struct YAMLReader {
  /// The most values that one document may hold.
  static let valueLimit = 20_000
  /// The largest YAML that is read, in bytes.
  static let sizeLimit = 1_000_000

  private let source: SourceText
  private let firstLine: Int
  private let bytes: ArraySlice<UInt8>
  private var valueCount = 0

  /// Prepares to read some lines of a file.
  init(source: SourceText, lines: Range<Int>) {
    self.source = source
    firstLine = lines.lowerBound
    let start = source.byteRange(ofLine: lines.lowerBound).lowerBound
    let end = lines.isEmpty ? start : source.byteRange(ofLine: lines.upperBound - 1).upperBound
    bytes = source.bytes[start..<max(start, end)]
  }

  /// The value, or what is wrong; an empty text is an empty mapping.
  mutating func read() -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    guard bytes.count <= Self.sizeLimit else {
      return (nil, [.fileTooLarge(source.file, size: bytes.count, limit: Self.sizeLimit)])
    }
    var scan = YAMLScan(bytes: bytes)
    scan.run()
    if let offset = scan.firstTab { return (nil, [.tabInYAML(at: place(offset))]) }
    if let offset = scan.firstAlias { return (nil, [.yamlAlias(at: place(offset), line: line(at: offset))]) }
    do {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let node = try Yams.compose(yaml: text, .basic) else {
        let start = SourcePosition(line: firstLine, column: 1)
        return (YAMLValue(content: .mapping([]), position: start), [])
      }
      guard let value = convert(node) else {
        return (nil, [.yamlSyntax(at: SourceLocation(file: source.file), problem: nil)])
      }
      return (value, [])
    } catch {
      return (nil, [diagnostic(for: error)])
    }
  }

  private mutating func convert(_ node: Node) -> YAMLValue? {
    valueCount += 1
    guard valueCount <= Self.valueLimit else { return nil }
    let position = position(of: node.mark)
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLValue(content: .scalar(scalar.string, isPlain: isPlain), position: position)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence {
        guard let value = convert(item) else { return nil }
        items.append(value)
      }
      return YAMLValue(content: .sequence(items), position: position)
    case .mapping(let mapping):
      var pairs: [YAMLValue.Pair] = []
      for (key, item) in mapping {
        guard case .scalar(let name) = key, let value = convert(item) else { return nil }
        pairs.append(YAMLValue.Pair(key: name.string, keyPosition: self.position(of: key.mark), value: value))
      }
      return YAMLValue(content: .mapping(pairs), position: position)
    case .alias: return nil
    }
  }

  // MARK: Places

  private func position(of mark: Mark?) -> SourcePosition {
    guard let mark else { return SourcePosition(line: firstLine, column: 1) }
    return SourcePosition(line: mark.line + firstLine - 1, column: max(mark.column, 1))
  }

  private func place(_ offset: Int) -> SourceLocation {
    SourceLocation(file: source.file, at: source.position(ofByte: offset))
  }

  private func line(at offset: Int) -> String { source.line(source.position(ofByte: offset).line) }

  // MARK: Errors

  private func diagnostic(for error: any Error) -> Diagnostic {
    guard let error = error as? YamlError else {
      return .yamlSyntax(at: SourceLocation(file: source.file), problem: nil)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let position = position(of: mark)
      let location = SourceLocation(file: source.file, at: position)
      if let line = FrenchYAMLTraps.quotingColon(source.line(position.line)) {
        return .yamlColon(at: location, rightLine: line)
      }
      return .yamlSyntax(at: location, problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return .duplicateKey(
        duplicates.first ?? "", at: SourceLocation(file: source.file, at: position(of: context.mark)))
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem), .representer(let problem):
      return .yamlSyntax(at: SourceLocation(file: source.file), problem: problem)
    case .no, .memory, .dataCouldNotBeDecoded:
      return .yamlSyntax(at: SourceLocation(file: source.file), problem: nil)
    }
  }
}
