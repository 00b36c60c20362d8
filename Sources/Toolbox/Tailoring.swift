import MarkdownTree

/// Applies the one filter to what an editor wrote: to entries and to the passages in their text.
public struct Tailoring: Sendable {
  private let groups: [AudienceGroup]
  private let filter: AudienceFilter
  private let toolbox: Toolbox
  /// The edition, or nil for the general one.
  public let edition: Edition?

  /// The tailoring of an edition, or of the general one.
  public init(_ toolbox: Toolbox, edition: Edition?) {
    self.toolbox = toolbox
    self.edition = edition
    groups = toolbox.groups
    filter = toolbox.filter(for: edition)
  }

  /// What becomes of an entry.
  public func visibility(of entry: some Entry) -> AudienceFilter.Visibility {
    filter.visibility(of: toolbox.condition(of: entry))
  }

  /// The entries that the edition shows, in order.
  public func visible<T: Entry>(_ entries: [T]) -> [T] { entries.filter { visibility(of: $0) != .hidden } }

  /// A body as the edition shows it: passages that are left out are gone, those that are settled stand without their
  /// container, and those that need a label keep it. What enclosed nothing but passages that are gone is gone as well.
  ///
  /// Notes that nothing refers to any more are gone with the passage that did; the others are numbered anew, as the
  /// list at the end counts them.
  public func tailor(_ body: Body) -> Body {
    guard body.fragments.contains(where: Self.maySettle) else { return body }
    let kept = tailor(body.fragments)
    let numbers = kept.noteNumbers
    return Body(fragments: numbers.isContiguous ? kept : kept.renumberingNotes(numbers.ranks))
  }

  /// The label of a passage that the edition shows, or nil where it needs none.
  public func label(of condition: AudienceCondition) -> [[AudienceGroup.Value]]? {
    guard case .labelled(let groups) = filter.visibility(of: condition) else { return nil }
    return groups
  }

  /// Whether an edition may show a piece in another way than the next one does. Most texts have no such piece.
  private static func maySettle(_ fragment: Fragment) -> Bool {
    switch fragment {
    case .container, .footnotes, .footnoteReference: true
    case .link(_, let inner), .heading(_, let inner): inner.contains(where: maySettle)
    case .html, .anchor, .image, .figure, .calloutTitle: false
    }
  }

  /// A container with what is left of its text; not where something was, and nothing is.
  private func appendUnlessEmptied(_ header: ContainerHeader, _ inner: [Fragment], to result: inout [Fragment]) {
    let kept = tailor(inner)
    if inner.isEmpty || !kept.allSatisfy(\.isBlank) { result.append(.container(header, kept)) }
  }

  private func tailor(_ fragments: [Fragment]) -> [Fragment] {
    var result: [Fragment] = []
    result.reserveCapacity(fragments.count)
    for fragment in fragments {
      switch fragment {
      case .container(let header, let inner):
        guard case .audience(let condition)? = Directive(header, groups: groups) else {
          appendUnlessEmptied(header, inner, to: &result)
          continue
        }
        switch filter.visibility(of: condition) {
        case .hidden: break
        case .shown: result += tailor(inner)
        case .labelled: appendUnlessEmptied(header, inner, to: &result)
        }
      case .footnotes(let notes):
        result.append(.footnotes(notes.map { Fragment.Footnote(number: $0.number, body: tailor($0.body)) }))
      case .html, .anchor, .link, .image, .figure, .heading, .footnoteReference, .calloutTitle: result.append(fragment)
      }
    }
    return result
  }
}
