/// The cost of loading a page.
public struct PageMeasure: Sendable, Hashable {
  /// A file that a browser fetches to show the page.
  public struct Part: Sendable, Hashable {
    /// Its path in the output.
    public var path: String
    /// How many bytes cross the network.
    public var bytes: Int
    /// Whether an editor placed it on this page: it belongs to the content and is not the logo.
    public var isOwnPicture: Bool
  }

  /// Its path in the output.
  public let path: String
  /// Whether it is the print page of an edition.
  public let isPrintEdition: Bool
  /// The files that are fetched, the page itself first.
  public let parts: [Part]
  /// Its elements, without those within drawings, as EcoIndex counts them.
  public let elements: Int
  /// The most frequent element.
  let commonestElement: String
  /// The EcoIndex of these measures.
  public let ecoIndex: EcoIndex
  /// The criteria of the RGAA that the page does not meet, or may not meet, such as `8.5`.
  public private(set) var missedCriteria: [String] = []

  init(path: String, isPrintEdition: Bool, parts: [Part], elements counts: [String: Int]) {
    // Of equally frequent elements the choice is always the same.
    let commonest = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    self.init(
      path: path, isPrintEdition: isPrintEdition, parts: parts, elements: counts.values.reduce(0, +),
      commonestElement: commonest)
  }

  init(path: String, isPrintEdition: Bool, parts: [Part], elements: Int, commonestElement: String) {
    self.path = path
    self.isPrintEdition = isPrintEdition
    self.parts = parts
    self.elements = elements
    self.commonestElement = commonestElement
    let bytes = parts.reduce(0) { $0 + $1.bytes }
    ecoIndex = EcoIndex(elements: elements, requests: parts.count, bytes: bytes)
  }

  /// The same page, with the criteria of the RGAA that it does not meet.
  func missing(_ criteria: [String]) -> PageMeasure {
    var page = self
    page.missedCriteria = criteria
    return page
  }

  /// How many bytes cross the network.
  public var bytes: Int { parts.reduce(0) { $0 + $1.bytes } }

  /// How many requests it takes.
  public var requests: Int { parts.count }

  /// The files that are fetched, without the page's own pictures: budgets count these.
  public var sharedParts: [Part] { parts.filter { !$0.isOwnPicture } }
}
