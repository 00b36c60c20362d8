import Diagnostics
import Foundation
import SiteSupport
import Testing

@testable import Theming
@testable import Toolbox

/// The words of the default theme, in both languages.
@Suite struct ShippedLabelTests {
  private func labels(_ language: String) throws -> [Label] {
    let path = FixtureSite.shippedThemes + "/default/libelles/\(language).yml"
    let source = SourceText(file: path, text: try String(contentsOfFile: path, encoding: .utf8))
    let (labels, diagnostics) = Label.decode(source)
    #expect(diagnostics == [])
    return labels
  }

  /// The variables whose values a label shows. Conditions are left out: each language has its own plurals.
  private func variables(_ label: Label) -> Set<String> {
    let tags = TemplatePieces(label.text).pieces.compactMap { if case .tag(_, let name) = $0 { name } else { nil } }
    return Set(tags.filter { name in !"#^/".contains { name.hasPrefix(String($0)) } })
  }

  @Test func `both languages have the same labels, in the same order`() throws {
    #expect(try labels("fr").map(\.key) == labels("en").map(\.key))
  }

  @Test func `both languages use the same variables`() throws {
    let english = Dictionary(try labels("en").map { ($0.key, $0) }) { first, _ in first }
    for label in try labels("fr") {
      #expect(english[label.key].map(variables) == variables(label), "\(label.key)")
    }
  }

  @Test func `the program's own labels are all there`() throws {
    let keys = Set(try labels("fr").map(\.key))
    #expect(ProgramLabel.all.map(\.key).filter { !keys.contains($0) } == [])
  }
}
