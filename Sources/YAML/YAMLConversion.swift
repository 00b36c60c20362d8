import Diagnostics
import Yams

/// Converts the nodes of the library Yams to values with positions. Refuses documents with too many or too deeply
/// nested values.
struct YAMLConversion {
  /// The maximum number of values in one document.
  static let valueLimit = 20_000
  /// The maximum depth of nesting. The content of a toolbox needs a depth of four.
  static let depthLimit = 32

  private let file: String
  private let places: YAMLPlaces
  private var count = 0

  init(file: String, _ places: YAMLPlaces) {
    self.file = file
    self.places = places
  }

  mutating func convert(_ node: Node, depth: Int = 0) throws(YAMLFailure) -> YAMLValue {
    let position = position(of: node.mark)
    count += 1
    guard count <= Self.valueLimit else {
      throw YAMLFailure(.tooManyValues(at: place(position), limit: Self.valueLimit))
    }
    guard depth < Self.depthLimit else { throw YAMLFailure(.yamlTooDeep(at: place(position), limit: Self.depthLimit)) }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      return YAMLValue(content: .scalar(scalar.string, isPlain: isPlain), position: position)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return YAMLValue(content: .sequence(items), position: position)
    case .mapping(let mapping):
      var pairs: [YAMLValue.Pair] = []
      for (key, item) in mapping {
        let keyPosition = self.position(of: key.mark)
        guard case .scalar(let name) = key else { throw YAMLFailure(.complexKey(at: place(keyPosition))) }
        pairs.append(
          YAMLValue.Pair(key: name.string, keyPosition: keyPosition, value: try convert(item, depth: depth + 1)))
      }
      return YAMLValue(content: .mapping(pairs), position: position)
    case .alias: throw YAMLFailure(.yamlSign(at: place(position), rightLine: nil))
    }
  }

  private func position(of mark: Mark?) -> SourcePosition {
    places.position(line: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private func place(_ position: SourcePosition) -> SourceLocation { SourceLocation(file: file, at: position) }
}
