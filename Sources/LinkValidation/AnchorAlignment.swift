/// Which anchors of a document took the place of those that it had: a heading that was renamed stands where it stood,
/// between the same neighbours.
struct AnchorAlignment {
  /// The anchors that a document had and has no more, each with the one in its place, where one clearly is.
  private(set) var successors: [String: String] = [:]

  /// What stands on both sides of a stretch of headings; nil is the beginning, or the end.
  private struct Gap: Hashable {
    var before: String?
    var after: String?
  }

  /// - Parameters:
  ///   - former: the anchors that the document had, in order.
  ///   - current: those that it has, in order.
  init(former: [String], current: [String]) {
    let surviving = Set(former).intersection(current)
    let vanished = Self.gaps(in: former, between: surviving)
    let new = Self.gaps(in: current, between: surviving)
    // Where one of several went away, or came, nobody knows which is which.
    for (gap, anchors) in vanished {
      guard let successors = new[gap], successors.count == anchors.count else { continue }
      self.successors.merge(zip(anchors, successors)) { first, _ in first }
    }
  }

  /// The anchors that do not survive, by what stands on both sides of them.
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
