/// Finds the new anchors of renamed headings. A renamed heading stays between the same two headings. Therefore the old
/// anchor and the new anchor of the heading lie between the same two anchors.
struct AnchorAlignment {
  /// The new anchors of the document. The key is a lost anchor. The value is the anchor that replaced the lost anchor.
  /// Lost anchors without a certain match are absent.
  private(set) var successors: [String: String] = [:]

  /// The anchor before and the anchor after some consecutive headings. The document had these two anchors earlier, and
  /// still has them. A nil anchor stands for the beginning or the end of the document.
  private struct Gap: Hashable {
    var before: String?
    var after: String?
  }

  /// - Parameters:
  ///   - former: the anchors that the document had earlier, in order.
  ///   - current: the anchors that the document has now, in order.
  init(former: [String], current: [String]) {
    let surviving = Set(former).intersection(current)
    let vanished = Self.gaps(in: former, between: surviving)
    let new = Self.gaps(in: current, between: surviving)
    // If the number of headings in a gap changed, no match in this gap is certain.
    for (gap, anchors) in vanished {
      guard let successors = new[gap], successors.count == anchors.count else { continue }
      self.successors.merge(zip(anchors, successors)) { first, _ in first }
    }
  }

  /// The anchors in the gaps. The key is a gap. The value contains the anchors in the same gap, in order.
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
