import Diagnostics
import Toolbox

/// The tags of all labels, for the checks of the templates that show them.
struct CheckedLabels: Sendable {
  /// Maps the key of each label to its tags. All tags have the place of the label.
  private(set) var nodes: [String: [TemplateNode]] = [:]
  /// Maps the name of each label in templates to its file.
  private(set) var files: [String: String] = [:]
  /// The findings on tags that labels cannot have.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ labels: Labels) {
    for label in labels.all {
      files[Labels.prefix + label.key] = label.location.file
      nodes[label.key] = []
      guard label.text.utf8.contains(UInt8(ascii: "{")) else { continue }
      let source = SourceText(file: label.location.file, text: label.text)
      var scanner = TemplateScanner(source, at: label.location.range)
      nodes[label.key] = scanner.nodes()
      diagnostics += scanner.diagnostics
      diagnostics += Self.refused(in: nodes[label.key] ?? [], label.location.file)
    }
  }

  private static func refused(in nodes: [TemplateNode], _ file: String) -> [Diagnostic] {
    nodes.flatMap { node -> [Diagnostic] in
      switch node {
      case .tag(let tag):
        switch tag.kind {
        case .partial, .label: [.notInLabel(tag, in: file)]
        default: []
        }
      case .section(let tag, let inner):
        switch tag.kind {
        case .parent, .block: [.notInLabel(tag, in: file)]
        default: refused(in: inner, file)
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func notInLabel(_ tag: TemplateTag, in file: String) -> Diagnostic {
    Diagnostic(
      .templateSyntax, at: SourceLocation(file: file, range: tag.range),
      Message(
        fr: "un libellé ne peut pas contenir « \(tag.name) »", en: "a label cannot contain “\(tag.name)”"),
      help: Message(
        fr: "n’y mettez que du texte, des {{noms}}, des sections {{#nom}}…{{/nom}} et des **mots forts**",
        en: "write only text, {{names}}, sections {{#name}}…{{/name}} and **strong words** in it"))
  }
}
