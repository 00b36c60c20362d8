import Diagnostics
import HTML

/// The faults of one page, and the data that the checks of the whole site compare between pages.
package struct PageAccessibility: Sendable {
  /// A fault, with the data to locate its source.
  package struct Fault: Sendable {
    /// The index of the rule in ``AccessibilityRules/all``.
    let rule: Int
    let message: Message
    let clues: [String]
    /// The start tags of the element and its ancestors, from the element outwards; empty if the fault concerns the
    /// whole page.
    let trail: [HTMLTag]
    /// Whether the element is in the main content, where pages show their texts.
    let isInMain: Bool
  }

  package let path: String
  package let faults: [Fault]
  package let title: String?
  /// The names of the main content and of the landmarks outside it, in reading order.
  package let landmarks: [String]
  /// The names of the links in the header menu.
  package let menu: [String]
  package let hasSearch: Bool

  /// The maximum number of ancestors in a trail. No template is nested that deep.
  private static let trailLength = 24

  package init(path: String, tree: PageTree) {
    self.path = path
    let main = tree.landmarks(.main).first.map { tree.inside($0) }
    faults = AccessibilityRules.all.enumerated().flatMap { index, rule in
      // Without this limit, each page of each edition would keep all faults of a text, and these faults could fill the
      // memory.
      rule.find(tree).prefix(FindingList.limit).map { fault in
        let trail = fault.element.map { [$0] + tree.ancestors(of: $0).prefix(Self.trailLength) } ?? []
        return Fault(
          rule: index, message: fault.message, clues: fault.clues, trail: trail.map { tree.elements[$0].tag },
          isInMain: fault.element.flatMap { main?.contains($0) } ?? false)
      }
    }
    title = tree.title
    landmarks = tree.landmarksInOrder()
    let banners = tree.landmarks(.banner).map { tree.inside($0) }
    let menus = tree.landmarks(.navigation).filter { nav in banners.contains { $0.contains(nav) } }
    menu = menus.flatMap { nav in
      tree.inside(nav).filter { tree.elements[$0].name == "a" }.map { tree.name(of: $0).trimmingBlanks() }
    }
    hasSearch = !tree.landmarks(.search).isEmpty
  }
}

extension PageTree {
  /// The names of the landmarks outside the main content, and of the main content itself, in reading order.
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
