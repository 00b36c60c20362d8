import Toolbox

/// The contents of the guide in one edition: the chapters that the edition shows, in order, with their numbers.
struct GuideContents: Sendable {
  /// A chapter, or the opening of a part.
  struct Item: Sendable {
    let chapter: Chapter
    /// The number, such as `2` or, for a chapter of a part, `2.1`. Numbers count only what the edition shows.
    let number: String
    /// The chapters of the part, if the item opens a part.
    var chapters: [Item] = []
  }

  /// A chapter and what readers find around it.
  struct Place {
    let item: Item
    /// The part of the chapter; nil if the chapter belongs to no part.
    let part: Item?
    let previous: Item?
    let next: Item?
    /// Whether the guide has parts. If so, pages show the numbers of chapters.
    let isInParts: Bool
  }

  /// The chapters of the first level, among them the openings of parts.
  let items: [Item]
  /// Whether the guide has parts. If so, pages show the numbers of chapters.
  let hasParts: Bool
  /// All chapters, in order.
  let chapters: [Chapter]
  /// The positions of an item. The key is the identity of its chapter.
  private let positions: [EntryID: Position]

  private struct Position {
    /// The position among all chapters.
    var overall: Int
    /// The position of the item, or of its part, among the items of the first level.
    var top: Int
    /// The position in the part; nil if the item is of the first level.
    var inside: Int?
  }

  /// Numbers the chapters of an edition.
  ///
  /// - Parameter chapters: the chapters, in order. The chapters of a part follow the opening of the part.
  init(_ chapters: [Chapter]) {
    var items: [Item] = []
    var positions: [EntryID: Position] = [:]
    for (overall, chapter) in chapters.enumerated() {
      let position: Position
      if let top = items.indices.last, items[top].chapter.place == .part, items[top].chapter.id == chapter.parent {
        position = Position(overall: overall, top: top, inside: items[top].chapters.count)
        items[top].chapters.append(
          Item(chapter: chapter, number: "\(items[top].number).\(items[top].chapters.count + 1)"))
      } else {
        position = Position(overall: overall, top: items.count)
        items.append(Item(chapter: chapter, number: "\(items.count + 1)"))
      }
      if positions[chapter.id] == nil { positions[chapter.id] = position }
    }
    self.items = items
    self.positions = positions
    self.chapters = chapters
    hasParts = items.contains { $0.chapter.place == .part }
  }

  /// The place of a chapter; nil if the edition leaves the chapter out.
  func place(of id: EntryID) -> Place? {
    guard let position = positions[id] else { return nil }
    return Place(
      item: item(at: position), part: position.inside == nil ? nil : items[position.top],
      previous: item(at: position.overall - 1), next: item(at: position.overall + 1), isInParts: hasParts)
  }

  private func item(at position: Position) -> Item {
    let top = items[position.top]
    return position.inside.map { top.chapters[$0] } ?? top
  }

  /// The item at a position among all chapters; nil if there is none.
  private func item(at overall: Int) -> Item? {
    guard chapters.indices.contains(overall) else { return nil }
    return positions[chapters[overall].id].map { item(at: $0) }
  }
}
