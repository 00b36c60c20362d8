import Diagnostics
import HTML

/// Locates the source of a fault: in a template, or in the text that the page shows.
package struct FaultPlaces {
  private let templates: [SourceText]
  /// Created only if a fault is found, because most sites have no faults.
  private lazy var places = TemplatePlaces(templates)
  private let text: (String) -> SourceText?

  /// - Parameters:
  ///   - templates: the templates of the theme.
  ///   - text: the content file that a page shows, given by the path of the page; nil if the page has none.
  package init(templates: [SourceText], text: @escaping (_ page: String) -> SourceText?) {
    self.templates = templates
    self.text = text
  }

  /// The location of the template tag that produced the element of a fault; nil if no template contains such a tag.
  ///
  /// A tag without a fixed value, such as `<p><a href="{{href}}">`, also resembles elements that a text contains. So the
  /// text of the page comes first if it contains a clue of the fault.
  mutating func template(of fault: PageAccessibility.Fault, on page: String) -> SourceLocation? {
    guard let found = places.place(of: fault.trail) else { return nil }
    return found.isCertain || clue(of: fault, on: page) == nil ? found.location : nil
  }

  /// Searches the text of the page for the clues of a fault, and returns the location of the first clue that occurs. If
  /// no clue occurs, returns the file of the text, without a position. Returns nil if the page shows no text, or if the
  /// fault is outside the main content.
  package func content(of fault: PageAccessibility.Fault, on page: String) -> SourceLocation? {
    guard let text = text(page), fault.isInMain else { return nil }
    return clue(of: fault, on: page) ?? SourceLocation(file: text.file)
  }

  private func clue(of fault: PageAccessibility.Fault, on page: String) -> SourceLocation? {
    guard let text = text(page), fault.isInMain else { return nil }
    return Self.find(fault.clues, in: text)
  }

  /// The location of the first word that the text contains; nil if the text contains none of the words.
  package static func find(_ words: [String], in text: SourceText) -> SourceLocation? {
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
