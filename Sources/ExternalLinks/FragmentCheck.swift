import Addresses

/// Checks whether the fragment of a link leads to an anchor.
struct FragmentCheck: Sendable, Hashable {
  /// The forms of the anchor's name: as written, and percent-decoded. Nil if the fragment names no anchor.
  let names: [String]?
  private let isForScripts: Bool
  private let text: String

  init(_ written: String?) {
    // A text directive (`:~:`) is not part of the anchor's name. A link with a text directive works even if the page
    // lacks the text of the directive.
    let fragment = AddressFragment(written ?? "")
    text = fragment.anchor
    names = fragment.isTop ? nil : fragment.names
    isForScripts = !fragment.isTop && fragment.names.contains(where: Self.isForScripts)
  }

  /// Whether a name looks like data for the scripts of a page, for example `#/page`, `#!page`, `#L12` or `#tab=2`. The
  /// HTML of a page seldom contains such anchors.
  private static func isForScripts(_ name: String) -> Bool {
    name.hasPrefix("/") || name.hasPrefix("!") || name.contains("=")
      || name.wholeMatch(of: /L\d+(C\d+)?(-L?\d+(C\d+)?)?/) != nil
  }

  /// The problem of a link that leads to the given page with this fragment. Nil if the link has no problem.
  func problem(in page: PageSummary) -> LinkReason? {
    guard let names else { return nil }
    // GitHub and other sites add a prefix to the anchors in user content. A script of the site finds the anchor from
    // the name without the prefix.
    let isThere = names.contains { page.anchors.contains($0) || page.anchors.contains("user-content-" + $0) }
    if isThere { return nil }
    if page.isMadeByScripts || isForScripts { return .scriptedPage }
    return page.isComplete ? .missingFragment : .longPage
  }

  /// The problem of a link that leads to a PDF file with this fragment. Nil if the link has no problem. The value of
  /// the parameter `page` must be a whole number, at least 1. Other parameters are not checked, because only the PDF
  /// reader interprets them.
  var problemInPDF: LinkReason? {
    guard names != nil else { return nil }
    for parameter in text.split(separator: "&") {
      let halves = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.first?.lowercased() == "page" else { continue }
      guard halves.count == 2, let number = Int(halves[1]), number >= 1 else { return .pdfPage }
    }
    return nil
  }
}
