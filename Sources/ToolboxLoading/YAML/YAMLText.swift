import Diagnostics

/// A text in the YAML of a file: what it says, the keys that lead to it, and where it begins.
public struct YAMLText: Sendable, Hashable {
  /// The keys from the outermost on; an item of a list counts as `-`.
  public var path: [String]
  /// The text, quotes and escapes undone.
  public var text: String
  /// Where it begins, its quote included.
  public var position: SourcePosition

  /// Every text in the YAML of a file, in order: all of a `.yml` file, the front matter of any other. None where there
  /// is no YAML, or where it cannot be read.
  public static func all(in source: SourceText) -> [YAMLText] {
    let lines = source.file.hasSuffix(".yml") ? 1..<(source.lineCount + 1) : FrontMatter(of: source).lines
    guard let lines else { return [] }
    var reader = YAMLReader(source: source, lines: lines)
    var texts: [YAMLText] = []
    if let value = reader.read().value { append(value, path: [], to: &texts) }
    return texts
  }

  /// How deep this goes is bounded by the reader.
  private static func append(_ value: YAMLValue, path: [String], to texts: inout [YAMLText]) {
    switch value.content {
    case .scalar(let text, _): texts.append(YAMLText(path: path, text: text, position: value.position))
    case .sequence(let items): for item in items { append(item, path: path + ["-"], to: &texts) }
    case .mapping(let pairs): for pair in pairs { append(pair.value, path: path + [pair.key], to: &texts) }
    }
  }
}
