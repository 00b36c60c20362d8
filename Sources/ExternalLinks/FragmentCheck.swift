import Addresses

/// What follows `#` in an address.
struct FragmentCheck: Sendable, Hashable {
  /// The name of an anchor, as written and decoded, or nil where no anchor is named.
  let names: [String]?
  private let isForScripts: Bool
  private let text: String

  init(_ written: String?) {
    // What a browser is to highlight is no part of the name, and its absence breaks nothing.
    let fragment = AddressFragment(written ?? "")
    text = fragment.anchor
    names = fragment.isTop ? nil : fragment.names
    isForScripts = !fragment.isTop && fragment.names.contains(where: Self.isForScripts)
  }

  /// `#/page`, `#!page`, `#L12`, `#tab=2`: such names are read by scripts and seldom stand in the page.
  private static func isForScripts(_ name: String) -> Bool {
    name.hasPrefix("/") || name.hasPrefix("!") || name.contains("=")
      || name.wholeMatch(of: /L\d+(C\d+)?(-L?\d+(C\d+)?)?/) != nil
  }

  /// What is wrong with this fragment in a page, or nil.
  func problem(in page: PageSummary) -> LinkReason? {
    guard let names else { return nil }
    // GitHub and others prefix the anchors of what their users write, and let a script find them.
    let isThere = names.contains { page.anchors.contains($0) || page.anchors.contains("user-content-" + $0) }
    if isThere { return nil }
    if page.isMadeByScripts || isForScripts { return .scriptedPage }
    return page.isComplete ? .missingFragment : .longPage
  }

  /// What is wrong with this fragment for a PDF file: `page=` wants a number from 1; other parameters are the reader's.
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
