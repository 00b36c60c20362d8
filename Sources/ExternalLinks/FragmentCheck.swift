import Addresses

/// What follows `#` in an address.
struct FragmentCheck: Sendable, Hashable {
  /// The name of an anchor, as written and decoded, or nil where no anchor is named.
  let names: [String]?
  private let isForScripts: Bool
  private let text: String

  init(_ written: String?) {
    // A text directive (`:~:`) is not part of the name, and a text that is not found breaks nothing.
    let fragment = AddressFragment(written ?? "")
    text = fragment.anchor
    names = fragment.isTop ? nil : fragment.names
    isForScripts = !fragment.isTop && fragment.names.contains(where: Self.isForScripts)
  }

  /// `#/page`, `#!page`, `#L12`, `#tab=2`: scripts read such names, and the page seldom has such anchors.
  private static func isForScripts(_ name: String) -> Bool {
    name.hasPrefix("/") || name.hasPrefix("!") || name.contains("=")
      || name.wholeMatch(of: /L\d+(C\d+)?(-L?\d+(C\d+)?)?/) != nil
  }

  /// What is wrong with this fragment in a page, or nil.
  func problem(in page: PageSummary) -> LinkReason? {
    guard let names else { return nil }
    // GitHub and other sites prefix the anchors in user content; a script resolves the short form.
    let isThere = names.contains { page.anchors.contains($0) || page.anchors.contains("user-content-" + $0) }
    if isThere { return nil }
    if page.isMadeByScripts || isForScripts { return .scriptedPage }
    return page.isComplete ? .missingFragment : .longPage
  }

  /// What is wrong with this fragment for a PDF file, or nil: `page=` needs a number from 1; the PDF reader handles
  /// other parameters.
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
