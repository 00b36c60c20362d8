import Diagnostics
import HTML
import MarkdownTree

/// Where the fault of a page was written: in a template, or in the text that the page shows.
struct FaultPlaces {
  private let templates: [SourceText]
  /// Read at the first fault: most sites have none.
  private lazy var places = TemplatePlaces(templates)
  private let texts: [String: SourceText]

  /// - Parameters:
  ///   - templates: the theme's.
  ///   - texts: the content file of each page that shows one, by the page's path.
  init(templates: [SourceText], texts: [String: SourceText]) {
    self.templates = templates
    self.texts = texts
  }

  /// The place in a template, where one has such an element.
  mutating func template(of trail: [HTMLTag]) -> SourceLocation? { places.place(of: trail) }

  /// The place in the text that the page shows, or its file; nil where the fault is outside the main content.
  func content(of fault: PageAccessibility.Fault, on page: String) -> SourceLocation? {
    guard let text = texts[page], fault.isInMain else { return nil }
    return Self.find(fault.clues, in: text) ?? SourceLocation(file: text.file)
  }

  /// The place of the first of some words that a text has.
  static func find(_ words: [String], in text: SourceText) -> SourceLocation? {
    for word in words {
      let needle = Array(word.utf8)
      guard let first = needle.first, text.bytes.count >= needle.count else { continue }
      for start in 0...(text.bytes.count - needle.count) where text.bytes[start] == first {
        let range = start..<(start + needle.count)
        if text.bytes[range].elementsEqual(needle) { return text.location(range) }
      }
    }
    return nil
  }
}
