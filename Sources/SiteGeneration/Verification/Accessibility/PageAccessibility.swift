import Diagnostics
import MarkdownTree

/// What is to be said of one page: its faults, and what checks on the whole site compare.
struct PageAccessibility: Sendable {
  /// A fault, with what tells where it was written.
  struct Fault: Sendable {
    /// The rule's place among all.
    let rule: Int
    let message: Message
    let clues: [String]
    /// The start tags of the element at fault and of what it stands in, from the element outwards; empty where the page is at
    /// fault.
    let trail: [HTMLTagScanner.Tag]
  }

  let path: String
  let faults: [Fault]
  let title: String?
  /// The landmarks outside the main content, and that content, in reading order.
  let landmarks: [String]
  /// The texts of the links of the menu in the header.
  let menu: [String]
  let hasSearch: Bool

  init(path: String, tree: PageTree) {
    self.path = path
    faults = AccessibilityRules.all.enumerated().flatMap { index, rule in
      rule.find(tree).map { fault in
        let trail = fault.element.map { place in [place] + tree.ancestors(of: place) } ?? []
        return Fault(
          rule: index, message: fault.message, clues: fault.clues, trail: trail.map { tree.elements[$0].tag })
      }
    }
    title = tree.title
    landmarks = tree.landmarksInOrder()
    let menus = tree.landmarks(.navigation).filter { nav in
      tree.landmarks(.banner).contains { tree.inside($0).contains(nav) }
    }
    menu = menus.flatMap { nav in
      tree.inside(nav).filter { tree.elements[$0].name == "a" }.map { tree.name(of: $0).trimmingBlanks() }
    }
    hasSearch = !tree.landmarks(.search).isEmpty
  }
}

extension PageTree {
  /// The names of the landmarks that pages share, in reading order.
  fileprivate func landmarksInOrder() -> [String] {
    let main = landmarks(.main).first
    let found = Landmark.allCases.flatMap { landmark in landmarks(landmark).map { (place: $0, landmark: landmark) } }
    let shared = found.filter { one in main.map { !inside($0).contains(one.place) } ?? true }
    return shared.sorted { $0.place < $1.place }.map { one in
      let label = label(of: one.place)?.trimmingBlanks() ?? ""
      return label.isEmpty ? one.landmark.element : "\(one.landmark.element) (\(label))"
    }
  }
}
