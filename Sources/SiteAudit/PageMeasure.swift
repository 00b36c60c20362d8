import Toolbox

/// The cost of loading a page.
package struct PageMeasure: Sendable, Hashable {
  /// A file that a browser fetches to show the page.
  package struct Part: Sendable, Hashable {
    /// The path of the file in the output.
    package var path: String
    /// The transferred size, in bytes.
    package var bytes: Int
    /// Whether the file is a picture that an editor placed on this page; false for the logo.
    package var isOwnPicture: Bool

    /// Creates a value from its parts.
    package init(path: String, bytes: Int, isOwnPicture: Bool) {
      self.path = path
      self.bytes = bytes
      self.isOwnPicture = isOwnPicture
    }
  }

  /// The path of the page in the output.
  package let path: String
  /// Whether the page is the print page of an edition.
  package let isPrintEdition: Bool
  /// The files that a browser fetches, beginning with the page itself.
  package let parts: [Part]
  /// The number of elements, as EcoIndex counts them: elements inside SVG drawings do not count.
  package let elements: Int
  /// The name of the most frequent element.
  package let commonestElement: String
  /// The EcoIndex of these measures.
  package let ecoIndex: EcoIndex
  /// The criteria of the RGAA, such as `8.5`, that the page certainly or possibly fails.
  package private(set) var missedCriteria: [String] = []

  package init(path: String, isPrintEdition: Bool, parts: [Part], elements: Int, commonestElement: String) {
    self.path = path
    self.isPrintEdition = isPrintEdition
    self.parts = parts
    self.elements = elements
    self.commonestElement = commonestElement
    let bytes = parts.reduce(0) { $0 + $1.bytes }
    ecoIndex = EcoIndex(elements: elements, requests: parts.count, bytes: bytes)
  }

  /// Returns a copy of this measure that lists the given criteria of the RGAA as missed.
  package func missing(_ criteria: [String]) -> PageMeasure {
    var page = self
    page.missedCriteria = criteria
    return page
  }

  /// The transferred size of all files, in bytes.
  package var bytes: Int { parts.reduce(0) { $0 + $1.bytes } }

  /// The number of requests.
  package var requests: Int { parts.count }

  /// The files that budgets count: all except the page's own pictures.
  package var sharedParts: [Part] { parts.filter { !$0.isOwnPicture } }
}
