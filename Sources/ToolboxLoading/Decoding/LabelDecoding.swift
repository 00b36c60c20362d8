import Diagnostics
import Toolbox
import YAML

extension Label {
  /// Decodes a file of labels.
  package static func decode(_ source: SourceText) -> (labels: [Label], diagnostics: [Diagnostic]) {
    var reader = YAMLReader(source: source, lines: 1..<(source.lineCount + 1))
    let (value, problems) = reader.read()
    guard let value else { return ([], problems) }
    var fields = FieldReader(value, source: source)
    let labels = all(in: &fields)
    return (labels, problems + fields.finish())
  }

  /// Decodes the labels that a site replaces.
  package static func replaced(_ fields: inout FieldReader) -> [Label] {
    guard var inner = fields.mapping("libelles") else { return [] }
    let labels = all(in: &inner)
    fields.report(inner.finish())
    return labels
  }

  /// The labels of a mapping and of the mappings in it. The reader of YAML limits their depth.
  private static func all(in fields: inout FieldReader, below prefix: String = "") -> [Label] {
    fields.keys.flatMap { key -> [Label] in
      let name = prefix + key.name
      if let value = fields.value(key.name), case .mapping = value.content, var inner = fields.mapping(key.name) {
        let labels = all(in: &inner, below: name + ".")
        fields.report(inner.finish())
        return labels
      }
      return fields.label(key.name).map { [Label(key: name, text: $0.name, location: $0.location)] } ?? []
    }
  }
}
