/// Matches the anchors that a document lost with new ones: a renamed heading stays between the same neighbours.
struct AnchorAlignment {
  /// Maps each lost anchor of a document to the anchor that replaced it, if the match is certain.
  private(set) var successors: [String: String] = [:]

  /// The anchors on both sides of a run of headings; nil is the beginning or the end of the document.
  private struct Gap: Hashable {
    var before: String?
    var after: String?
  }

  /// - Parameters:
  ///   - former: the former anchors of the document, in order.
  ///   - current: the current ones, in order.
  init(former: [String], current: [String]) {
    let surviving = Set(former).intersection(current)
    let vanished = Self.gaps(in: former, between: surviving)
    let new = Self.gaps(in: current, between: surviving)
    // If the number of headings in a gap changed, the match is unknown.
    for (gap, anchors) in vanished {
      guard let successors = new[gap], successors.count == anchors.count else { continue }
      self.successors.merge(zip(anchors, successors)) { first, _ in first }
    }
  }

  /// Groups the anchors that do not survive by the surviving anchors on both sides.
  private static func gaps(in anchors: [String], between surviving: Set<String>) -> [Gap: [String]] {
    var gaps: [Gap: [String]] = [:]
    var before: String?
    var stretch: [String] = []
    for anchor in anchors {
      guard surviving.contains(anchor) else {
        stretch.append(anchor)
        continue
      }
      gaps[Gap(before: before, after: anchor)] = stretch
      before = anchor
      stretch = []
    }
    gaps[Gap(before: before, after: nil)] = stretch
    return gaps
  }
}
