import Diagnostics
import Yams

/// Reads YAML into values with their positions. First refuses input that the YAML library would parse slowly, misread,
/// or lose without an error.
///
/// If the reader can correct a wrong line, it reports the corrected line. It then continues with the corrected line. So
/// one run reports all errors.
package struct YAMLReader {
  /// The maximum size of YAML, in bytes.
  static let sizeLimit = 1_000_000
  /// The maximum number of corrected lines in one document.
  private static let repairLimit = 20

  private let file: String
  private let firstLine: Int
  private var text: SourceText

  package init(source: SourceText, lines: Range<Int>) {
    file = source.file
    firstLine = lines.lowerBound
    let start = source.byteRange(ofLine: lines.lowerBound).lowerBound
    let end = lines.isEmpty ? start : source.byteRange(ofLine: lines.upperBound - 1).upperBound
    text = SourceText(file: source.file, bytes: Self.withoutRareLineEnds(source.bytes[start..<max(start, end)]))
  }

  /// Returns the value and the findings. The value is nil if the YAML cannot be read. An empty text is read as an empty
  /// mapping.
  package mutating func read() -> (value: YAMLValue?, diagnostics: [Diagnostic]) {
    guard text.bytes.count <= Self.sizeLimit else {
      return (nil, [.yamlTooLarge(at: SourceLocation(file: file), size: text.bytes.count, limit: Self.sizeLimit)])
    }
    var diagnostics: [Diagnostic] = []
    var mended: Set<Int> = []
    while true {
      do throws(YAMLFailure) {
        return (try readOnce(), diagnostics)
      } catch {
        diagnostics.append(error.diagnostic)
        guard let repair = error.repair, mended.count < Self.repairLimit, mended.insert(repair.line).inserted else {
          return (nil, diagnostics)
        }
        mend(repair)
      }
    }
  }

  private func readOnce() throws(YAMLFailure) -> YAMLValue {
    var scan = YAMLScan(bytes: text.bytes)
    scan.run()
    if let offset = scan.firstTab { throw YAMLFailure(.tabInYAML(at: place(ofByte: offset))) }
    if let sign = scan.firstSign { throw failure(for: sign) }
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(decoding: text.bytes, as: UTF8.self), .basic, .default, .utf8)
    } catch {
      throw failure(for: error)
    }
    let start = SourcePosition(line: firstLine, column: 1)
    guard let node else { return YAMLValue(content: .mapping([]), position: start) }
    var conversion = YAMLConversion(file: file, YAMLPlaces(text, firstLine: firstLine))
    return try conversion.convert(node)
  }

  // MARK: Repairs

  private mutating func mend(_ repair: YAMLFailure.Repair) {
    var bytes = text.bytes
    bytes.replaceSubrange(text.byteRange(ofLine: repair.line - firstLine + 1), with: repair.text.utf8)
    text = SourceText(file: file, bytes: bytes)
  }

  /// YAML treats three rare characters as line ends, but text editors do not. So each of these characters is replaced
  /// by one space. Line and column numbers then stay correct. The bytes are U+0085, U+2028 and U+2029 in UTF-8.
  private static let rareLineEnds: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]

  private static func withoutRareLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard hasRareLineEnd(bytes) else { return Array(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes
    while let first = rest.first {
      if let end = rareLineEnds.first(where: { rest.starts(with: $0) }) {
        text.append(UInt8(ascii: " "))
        rest = rest.dropFirst(end.count)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// Whether a text contains one of ``rareLineEnds``. Nearly no text does, so this scan spares the slower replacement.
  private static func hasRareLineEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { place in
        switch bytes[place] {
        case 0xC2: place + 1 < bytes.count && bytes[place + 1] == 0x85
        case 0xE2: place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0xA8...0xA9).contains(bytes[place + 2])
        default: false
        }
      }
    }
  }

  // MARK: Failures

  private func place(ofByte offset: Int) -> SourceLocation {
    let position = text.position(ofByte: offset)
    return place(line: position.line, column: position.column)
  }

  private func place(_ mark: Mark) -> SourceLocation { place(line: mark.line, column: mark.column) }

  private func place(line: Int, column: Int) -> SourceLocation {
    let places = YAMLPlaces(text, firstLine: firstLine)
    return SourceLocation(file: file, at: places.position(ofFailureAt: line, column: column))
  }

  private func repair(line: Int, _ right: String) -> YAMLFailure.Repair {
    YAMLFailure.Repair(line: line + firstLine - 1, text: right)
  }

  private func failure(for sign: YAMLScan.Sign) -> YAMLFailure {
    let position = text.position(ofByte: sign.offset)
    let right =
      sign.isInBrackets ? nil : FrenchYAMLTraps.quotingRest(text.line(position.line), from: position.column)
    return YAMLFailure(
      .yamlSign(at: place(ofByte: sign.offset), rightLine: right), repair: right.map { repair(line: position.line, $0) }
    )
  }

  private func failure(for error: any Error) -> YAMLFailure {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return failure(YAMLProblem(problem), at: mark, context: context?.mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicate(duplicates.first ?? "", first: context.mark)
    case .reader:
      return YAMLFailure(.yamlControlCharacter(at: firstForbidden.map(place(ofByte:)) ?? SourceLocation(file: file)))
    case .writer, .emitter, .representer, .no, .memory, .dataCouldNotBeDecoded, nil:
      return YAMLFailure(.yamlSyntax(at: SourceLocation(file: file), problem: .unknown("")))
    }
  }

  private func failure(_ problem: YAMLProblem, at mark: Mark, context: Mark?) -> YAMLFailure {
    if let line = indentedKey(at: mark.line, problem) {
      let written = text.line(line)
      let column = min(indent(ofLine: line), indent(ofLine: keyLine(above: line) ?? line + 1)) + 1
      let right = String(written.prefix(column - 1)) + written.drop { $0 == " " }
      return YAMLFailure(
        .yamlSyntax(at: place(line: line, column: column), problem: .indentedKey, rightLine: right),
        repair: repair(line: line, right))
    }
    if let line = lostColor(upTo: mark.line), let right = FrenchYAMLTraps.quotingColors(text.line(line)) {
      let place = place(line: line, column: FrenchYAMLTraps.firstDifference(text.line(line), right))
      return YAMLFailure(.yamlLostColor(at: place, rightLine: right), repair: repair(line: line, right))
    }
    for line in [mark.line, context?.line].compactMap({ $0 }) {
      let written = text.line(line)
      if let right = FrenchYAMLTraps.quotingColon(written) {
        let place = line == mark.line ? place(mark) : place(line: line, column: 1)
        return YAMLFailure(.yamlColon(at: place, rightLine: right), repair: repair(line: line, right))
      }
      if let right = FrenchYAMLTraps.quotingOddValue(written), right != written {
        let place = place(line: line, column: FrenchYAMLTraps.valueColumn(written))
        return YAMLFailure(
          .yamlSyntax(at: place, problem: problem, rightLine: right), repair: repair(line: line, right))
      }
    }
    if let line = keyWithoutSpace(above: mark.line) {
      let right = FrenchYAMLTraps.spacingKey(text.line(line)) ?? ""
      let column = FrenchYAMLTraps.firstDifference(text.line(line), right)
      return YAMLFailure(
        .yamlSyntax(at: place(line: line, column: column), problem: .missingColon, rightLine: right),
        repair: repair(line: line, right))
    }
    if case .colonInText = problem { return YAMLFailure(.yamlColon(at: place(mark), rightLine: nil)) }
    // An unclosed quotation or bracket is reported where it opens, not at the end of the text.
    if problem == .unclosed || problem == .listNotClosed, let context {
      return YAMLFailure(.yamlSyntax(at: place(context), problem: problem))
    }
    return YAMLFailure(.yamlSyntax(at: place(mark), problem: problem))
  }

  /// Finds a line on which a colour without quotes hides a closing bracket from YAML, as in `{clair: #fff}`. Returns
  /// the last such line that is not below a given line. Nil if there is no such line.
  private func lostColor(upTo line: Int) -> Int? {
    (1...max(1, min(line, text.lineCount))).last { line in
      let before = text.line(line).prefix { $0 != "#" }
      return before.count { $0 == "{" || $0 == "[" } > before.count { $0 == "}" || $0 == "]" }
        && FrenchYAMLTraps.quotingColors(text.line(line)) != nil
    }
  }

  /// Finds the line of a key that has no space after its colon. YAML reads this line as text, and reports an error only
  /// at the next key.
  private func keyWithoutSpace(above line: Int) -> Int? {
    let indent = indent(ofLine: line)
    return (max(1, line - 1)...max(1, line)).reversed().first { candidate in
      self.indent(ofLine: candidate) == indent
        && FrenchYAMLTraps.spacingKey(text.line(candidate)) != nil
    }
  }

  /// Finds the line of a key that is indented too much. There are two such cases. The key may be indented more than the
  /// key above, which already has a value. Or the key is the first key, and is indented more than the next keys.
  private func indentedKey(at line: Int, _ problem: YAMLProblem) -> Int? {
    switch problem {
    case .colonInText, .missingKey:
      guard isKey(line), let above = keyLine(above: line), indent(ofLine: line) > indent(ofLine: above),
        FrenchYAMLTraps.valueColumn(text.line(above)) > 1
      else { return nil }
      return line
    case .severalDocuments:
      let first = (1...max(line, 1)).first { !text.line($0).allSatisfy(\.isWhitespace) }
      return first.flatMap { $0 < line && isKey($0) && indent(ofLine: $0) > indent(ofLine: line) ? $0 : nil }
    case .missingColon, .unclosed, .forbiddenStart, .listNotClosed, .itemNotExpected, .indentedKey, .unknownEscape,
      .unknown:
      return nil
    }
  }

  /// The nearest line above that is not empty. Nil if that line does not begin with a key.
  private func keyLine(above line: Int) -> Int? {
    let above = (1..<max(line, 1)).last { !text.line($0).allSatisfy(\.isWhitespace) }
    return above.flatMap { isKey($0) ? $0 : nil }
  }

  private func isKey(_ line: Int) -> Bool {
    let written = text.line(line).drop { $0 == " " }
    let key = written.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    let rest = written.dropFirst(key.count)
    return key.first?.isLetter == true && (rest == ":" || rest.hasPrefix(": "))
  }

  private func indent(ofLine line: Int) -> Int { text.line(line).prefix { $0 == " " }.count }

  /// The finding on a key that occurs twice, located at the second occurrence.
  private func duplicate(_ key: String, first mark: Mark) -> YAMLFailure {
    let again = (mark.line + 1..<max(text.lineCount, mark.line) + 1).first { line in
      let scalars = text.line(line).unicodeScalars
      guard let start = scalars.index(scalars.startIndex, offsetBy: mark.column - 1, limitedBy: scalars.endIndex),
        scalars[..<start].allSatisfy({ $0 == " " || $0 == "-" })
      else { return false }
      let rest = String(scalars[start...])
      return [key, "\"\(key)\"", "'\(key)'"].contains { form in
        rest.hasPrefix(form) && rest.dropFirst(form.count).first { $0 != " " } == ":"
      }
    }
    let second = again.map { place(line: $0, column: mark.column) } ?? place(mark)
    return YAMLFailure(.duplicateKey(key, at: second, first: again == nil ? nil : place(mark)))
  }

  /// The offset of the first character that YAML forbids, in bytes. Nil if the text has no such character.
  private var firstForbidden: Int? {
    var offset = 0
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x10000...: offset += scalar.utf8.count
      default: return offset
      }
    }
    return nil
  }
}

/// The reason why YAML could not be read, and the corrected line if it is known.
struct YAMLFailure: Error {
  /// A line number and the corrected text of the line.
  struct Repair {
    var line: Int
    var text: String
  }

  var diagnostic: Diagnostic
  var repair: Repair?

  init(_ diagnostic: Diagnostic, repair: Repair? = nil) {
    self.diagnostic = diagnostic
    self.repair = repair
  }
}
