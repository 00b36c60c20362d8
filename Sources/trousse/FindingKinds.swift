import Diagnostics
import Preview
import Printing

extension DiagnosticID {
  /// All kinds of findings, by subject.
  static let all = onMachine + onPrinting + onPreview + onSite

  /// The kind with a name; nil if there is no such kind.
  static func named(_ name: String) -> DiagnosticID? { all.first { $0.rawValue == name } }

  /// The kind that a user probably meant by a word. The word may be a misspelt name (`broken-lnk`, `Broken link`), or a
  /// title in French or English (`lien brisé`). Nil if no name or title is near enough.
  static func nearest(to word: String) -> DiagnosticID? {
    let hyphenated = String(word.map { $0 == " " || $0 == "_" ? "-" : $0 })
    if let name = NearestMatch.find(hyphenated, among: all.map(\.rawValue)) { return named(name) }
    var titles: [String: DiagnosticID] = [:]
    for kind in all {
      for language in Language.allCases { titles[kind.explanation.title.text(in: language)] = kind }
    }
    return NearestMatch.find(word, among: titles.keys).flatMap { titles[$0] }
  }
}
