import Addresses

/// Checks the fragment of an address.
struct FragmentCheck: Sendable, Hashable {
  /// The name of the anchor, as written and decoded; nil if the fragment names no anchor.
  let names: [String]?
  private let isForScripts: Bool
  private let text: String

  init(_ written: String?) {
    // A text directive (`:~:`) is not part of the name. If the page lacks the text of the directive, the link still
    // works.
    let fragment = AddressFragment(written ?? "")
    text = fragment.anchor
    names = fragment.isTop ? nil : fragment.names
    isForScripts = !fragment.isTop && fragment.names.contains(where: Self.isForScripts)
  }

  /// Whether a name is for scripts, such as `#/page`, `#!page`, `#L12`, `#tab=2`: pages seldom have such anchors.
  private static func isForScripts(_ name: String) -> Bool {
    name.hasPrefix("/") || name.hasPrefix("!") || name.contains("=")
      || name.wholeMatch(of: /L\d+(C\d+)?(-L?\d+(C\d+)?)?/) != nil
  }

  /// The problem of this fragment in a page, or nil.
  func problem(in page: PageSummary) -> LinkReason? {
    guard let names else { return nil }
    // GitHub and other sites prefix the anchors in user content; a script resolves the short form.
    let isThere = names.contains { page.anchors.contains($0) || page.anchors.contains("user-content-" + $0) }
    if isThere { return nil }
    if page.isMadeByScripts || isForScripts { return .scriptedPage }
    return page.isComplete ? .missingFragment : .longPage
  }

  /// The problem of this fragment in a PDF file, or nil. `page=` needs a number from 1; the PDF reader handles other
  /// parameters.
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
