import Diagnostics
import Toolbox

/// The labels of a theme in the language of a site, with those that the site replaces.
package struct Labels: Sendable {
  /// The start of the name of a label in a template: `{{libelles.navigation.menu}}`.
  package static let prefix = "libelles."

  private let labels: [String: Label]
  private let texts: [String: LabelText]

  /// - Parameter lists: the labels of each source. Earlier sources replace the labels of later ones.
  init(_ lists: [[Label]] = []) {
    labels = Dictionary(lists.joined().map { ($0.key, $0) }) { first, _ in first }
    texts = labels.mapValues { LabelText($0.text) }
  }

  /// The labels in the order of their keys.
  package var all: [Label] { labels.values.sorted { $0.key < $1.key } }

  /// The keys of all labels.
  package var keys: [String] { Array(labels.keys) }

  /// The place of a label; nil if there is no such label.
  package func location(of key: String) -> SourceLocation? { labels[key]?.location }

  /// A label that the program shows, with values for its variables. ``ThemeReading`` refuses a theme that lacks one.
  package func text(_ label: ProgramLabel, _ values: [String: String] = [:]) -> String {
    texts[label.key]?.filled(with: values) ?? ""
  }

  /// A template with its labels replaced by their texts, so that labels cost nothing when pages are rendered.
  func expand(_ template: String) -> String {
    TemplatePieces(template).pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .tag(let tag, let name):
        name.hasPrefix(Self.prefix) ? texts[String(name.dropFirst(Self.prefix.count))]?.template ?? "" : tag
      }
    }.joined()
  }
}
