/// A landmark: a region of a page to which assistive technology can move directly.
package enum Landmark: Sendable, CaseIterable {
  case banner, navigation, main, contentInfo, search

  package var role: String {
    switch self {
    case .banner: "banner"
    case .navigation: "navigation"
    case .main: "main"
    case .contentInfo: "contentinfo"
    case .search: "search"
    }
  }

  package var element: String {
    switch self {
    case .banner: "header"
    case .navigation: "nav"
    case .main: "main"
    case .contentInfo: "footer"
    case .search: "search"
    }
  }
}

extension PageTree {
  /// Elements whose `header` and `footer` descendants are not landmarks of the page.
  private static let sections: Set<String> = ["article", "aside", "main", "nav", "section", "blockquote", "figure"]

  /// Finds the landmarks of this kind, in reading order.
  func findLandmarks(_ landmark: Landmark) -> [Int] {
    let byElement = all(landmark.element).filter { place in
      guard elements[place].role == nil || elements[place].role == landmark.role else { return false }
      guard landmark == .banner || landmark == .contentInfo else { return true }
      return nearestAncestor(of: place) { Self.sections.contains(elements[$0].name) } == nil
    }
    let byRole = all(with: "role").filter { elements[$0].role == landmark.role }
    return Set(byElement + byRole).sorted().filter {
      !elements[$0].isNotShown && !elements[$0].isHiddenFromAssistance
    }
  }
}
