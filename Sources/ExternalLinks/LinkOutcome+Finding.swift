import Addresses

extension LinkOutcome {
  /// Creates the outcome of one link from the finding for its page and from the fragment of the link.
  init(_ target: Work.Target, _ url: WebAddress, _ finding: AddressFinding) {
    self.init(
      address: target.address, places: target.places, verdict: .works, status: finding.response?.status,
      detail: finding.detail, chain: finding.chain.hops, retryDate: finding.retryDate)
    let final = Self.address(finding.chain.finalURL, fragment: target.fragment)
    if !chain.isEmpty { finalAddress = final }
    if let reason = finding.reason {
      verdict = Judgement.verdict(reason)
      return
    }
    if let sign = finding.sign(asked: url) {
      verdict = .toCheckByHand(sign)
      return
    }
    // The title is assigned only after the checks above. A robot wall, an error page or a parking page has a title, too,
    // but it is not the title of the wanted page.
    title = finding.page?.title
    if let reason = Self.fragmentProblem(finding, target.fragment) {
      verdict = Judgement.verdict(reason)
    } else if finding.hasMoved(from: url), final != target.address {
      verdict = .moved(to: final)
    }
  }

  /// Adds to an address the fragment that a browser uses: the fragment of the redirect's target, or else the link's
  /// fragment.
  private static func address(_ url: WebAddress, fragment: String?) -> String {
    let text = url.href
    guard let fragment, !text.contains("#") else { return text }
    return "\(text)#\(fragment)"
  }

  private static func fragmentProblem(_ finding: AddressFinding, _ written: String?) -> LinkReason? {
    let redirected = finding.chain.finalURL.fragment
    let fragment = FragmentCheck(redirected ?? written)
    if let page = finding.page { return fragment.problem(in: page) }
    return finding.response?.mediaType == "application/pdf" ? fragment.problemInPDF : nil
  }
}
