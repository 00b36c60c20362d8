import Diagnostics

/// A text in the YAML of a file, with its keys and its position.
package struct YAMLText: Sendable, Hashable {
  /// The keys that lead to the text, beginning with the outermost key. A list item has the key `-`.
  package var path: [String]
  /// The text, with its quotes removed and its escapes decoded.
  package var text: String
  /// The position where the text begins, including the quotation mark.
  package var position: SourcePosition

  /// Finds all texts in the YAML of a file, in order. If the name of the file ends with `.yml`, the whole file is YAML.
  /// In any other file, the front matter is YAML. Returns no texts if the file has no YAML, or if the YAML cannot be
  /// read.
  package static func all(in source: SourceText) -> [YAMLText] {
    let lines = source.file.hasSuffix(".yml") ? 1..<(source.lineCount + 1) : FrontMatter(of: source).lines
    guard let lines else { return [] }
    var reader = YAMLReader(source: source, lines: lines)
    var texts: [YAMLText] = []
    if let value = reader.read().value { append(value, path: [], to: &texts) }
    return texts
  }

  /// Adds the texts in a value. The recursion has a limit, because ``YAMLReader`` limits the depth of values.
  private static func append(_ value: YAMLValue, path: [String], to texts: inout [YAMLText]) {
    switch value.content {
    case .scalar(let text, _): texts.append(YAMLText(path: path, text: text, position: value.position))
    case .sequence(let items): for item in items { append(item, path: path + ["-"], to: &texts) }
    case .mapping(let pairs): for pair in pairs { append(pair.value, path: path + [pair.key], to: &texts) }
    }
  }
}
