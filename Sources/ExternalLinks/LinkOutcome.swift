import Foundation

/// One link of the content: its address and its place.
package struct PlacedAddress: Sendable, Hashable {
  /// The address in the content, after the escapes of Markdown or YAML are decoded.
  package var address: String
  /// A number that identifies the place for the caller. The checker does not interpret the number.
  package var place: Int

  /// Creates a link.
  package init(_ address: String, place: Int) {
    self.address = address
    self.place = place
  }
}

/// The result for one address.
package enum LinkVerdict: Sendable, Hashable {
  /// The address works.
  case works
  /// The address works, but redirects permanently to the given address.
  case moved(to: String)
  /// The address does not work, for the given reason.
  case broken(LinkReason)
  /// The result is uncertain, for the given reason. So a person must check the address.
  case toCheckByHand(LinkReason)

  /// The reason why the address is broken, or why the result is uncertain. Nil for the other verdicts.
  package var reason: LinkReason? {
    switch self {
    case .works, .moved: nil
    case .broken(let reason), .toCheckByHand(let reason): reason
    }
  }
}

/// One redirect: the requested address, and the status of the response.
package struct RedirectHop: Sendable, Hashable {
  /// The requested address.
  package var address: String
  /// The status: 301, 302, 303, 307 or 308.
  package var status: Int

  /// Creates a hop.
  package init(address: String, status: Int) {
    self.address = address
    self.status = status
  }

  /// Whether the status declares the redirect permanent.
  package var isPermanent: Bool { status == 301 || status == 308 }
}

/// The result for one address, and all places of the address.
package struct LinkOutcome: Sendable, Hashable {
  /// The address in the content, after the escapes of Markdown or YAML are decoded.
  package var address: String
  /// The places of the address, in ascending order.
  package var places: [Int]
  /// The verdict.
  package var verdict: LinkVerdict
  /// The status of the last response; nil if no response arrived.
  package var status: Int?
  /// The error text of libcurl, unchanged. Nil if there is no error, or if the reason alone explains the error.
  package var detail: String?
  /// The redirects that were followed, in order; empty if there was no redirect.
  package var chain: [RedirectHop]
  /// The address where the redirects end; nil if there was no redirect.
  package var finalAddress: String?
  /// The title of the page. Nil if the page has no title, or if the page does not seem to be the intended page.
  package var title: String?
  /// The date from which the site accepts requests again. Nil if the site does not throttle requests, or gives no
  /// plausible date.
  package var retryDate: Date?

  /// Creates an outcome.
  package init(
    address: String, places: [Int] = [], verdict: LinkVerdict, status: Int? = nil, detail: String? = nil,
    chain: [RedirectHop] = [], finalAddress: String? = nil, title: String? = nil, retryDate: Date? = nil
  ) {
    self.address = address
    self.places = places
    self.verdict = verdict
    self.status = status
    self.detail = detail
    self.chain = chain
    self.finalAddress = finalAddress
    self.title = title
    self.retryDate = retryDate
  }
}

/// The results of a check, sorted by address.
package struct LinkCheckReport: Sendable, Hashable {
  /// One outcome for each distinct address that has a result.
  package var outcomes: [LinkOutcome]
  /// The addresses that were not checked, because the check was stopped or reached its time limit.
  package var unchecked: [String]

  /// Creates a report.
  package init(outcomes: [LinkOutcome], unchecked: [String]) {
    self.outcomes = outcomes
    self.unchecked = unchecked
  }
}
