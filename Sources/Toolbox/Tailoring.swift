import CompiledBody
import MarkdownTree

/// Applies the audience filter to entries and to the passages in their texts.
package struct Tailoring: Sendable {
  private let groups: [AudienceGroup]
  private let filter: AudienceFilter
  private let toolbox: any ToolboxContent
  /// The edition; nil for the general edition.
  package let edition: Edition?

  /// Creates the tailoring of an edition. If `edition` is nil, creates the tailoring of the general edition.
  package init(_ toolbox: some ToolboxContent, edition: Edition?) {
    self.toolbox = toolbox
    self.edition = edition
    groups = toolbox.groups
    filter = AudienceFilter(groups: toolbox.groups, edition: edition)
  }

  /// How the edition shows an entry.
  package func visibility(of entry: some Entry) -> AudienceFilter.Visibility {
    filter.visibility(of: toolbox.condition(of: entry))
  }

  /// The entries that the edition shows, in order.
  package func visible<T: Entry>(_ entries: [T]) -> [T] { entries.filter { visibility(of: $0) != .hidden } }

  /// A body as the edition shows it. Passages for other readers are removed. Passages for all readers of the edition
  /// lose their container. Passages that need a label keep their container, which shows the label. If the whole content
  /// of a container is removed, the container is removed too.
  ///
  /// If all references to a footnote are removed, the footnote is removed. The remaining footnotes keep their order and
  /// are numbered again from 1.
  package func tailor(_ body: Body) -> Body {
    guard body.fragments.contains(where: Self.maySettle) else { return body }
    let kept = tailor(body.fragments)
    let numbers = kept.noteNumbers
    return Body(fragments: numbers.isContiguous ? kept : kept.renumberingNotes(numbers.ranks))
  }

  /// The label of a passage with this condition: one list of situations per group. Nil if the passage is hidden or
  /// needs no label.
  package func label(of condition: AudienceCondition) -> [[AudienceGroup.Value]]? {
    guard case .labelled(let groups) = filter.visibility(of: condition) else { return nil }
    return groups
  }

  /// Whether an edition possibly changes this fragment. Most texts have no such fragment and are therefore not copied.
  private static func maySettle(_ fragment: Fragment) -> Bool {
    switch fragment {
    case .container, .footnotes, .footnoteReference: true
    case .link(_, let inner), .heading(_, let inner): inner.contains(where: maySettle)
    case .html, .anchor, .image, .figure, .calloutTitle: false
    }
  }

  /// Appends a container with the content that remains after tailoring. A container that loses all its content is not
  /// appended.
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
