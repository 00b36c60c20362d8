import Foundation

/// One link of the content: its address and its place.
public struct PlacedAddress: Sendable, Hashable {
  /// The address as it is written, decoded from Markdown.
  public var address: String
  /// A number by which the caller finds the place again; the checker does not interpret the number.
  public var place: Int

  /// Creates a link.
  public init(_ address: String, place: Int) {
    self.address = address
    self.place = place
  }
}

/// The result for one address.
public enum LinkVerdict: Sendable, Hashable {
  /// The address works.
  case works
  /// The address works, and its site redirects it permanently to another one.
  case moved(to: String)
  /// The address leads nowhere.
  case broken(LinkReason)
  /// Only a person can decide.
  case toCheckByHand(LinkReason)

  /// Why the address is broken or uncertain; nil for the other verdicts.
  public var reason: LinkReason? {
    switch self {
    case .works, .moved: nil
    case .broken(let reason), .toCheckByHand(let reason): reason
    }
  }
}

/// One redirect: the requested address, and the status of the response.
public struct RedirectHop: Sendable, Hashable {
  /// The requested address.
  public var address: String
  /// The status: 301, 302, 303, 307 or 308.
  public var status: Int

  /// Creates a hop.
  public init(address: String, status: Int) {
    self.address = address
    self.status = status
  }

  /// Whether the status declares the redirect permanent.
  public var isPermanent: Bool { status == 301 || status == 308 }
}

/// The result for one address, with all places of the address.
public struct LinkOutcome: Sendable, Hashable {
  /// The address as written.
  public var address: String
  /// The places of the address, in ascending order.
  public var places: [Int]
  /// The verdict.
  public var verdict: LinkVerdict
  /// The status of the last response, or nil if there was none.
  public var status: Int?
  /// The error text of the network library, unchanged; nil if it does not help.
  public var detail: String?
  /// The redirects on the way.
  public var chain: [RedirectHop]
  /// The address where the redirects end, or nil if there are none.
  public var finalAddress: String?
  /// The title of the page, if the link reaches the intended page.
  public var title: String?
  /// When the site accepts requests again, if that is later than this check waits.
  public var patience: Date?

  /// Creates an outcome.
  public init(
    address: String, places: [Int] = [], verdict: LinkVerdict, status: Int? = nil, detail: String? = nil,
    chain: [RedirectHop] = [], finalAddress: String? = nil, title: String? = nil, patience: Date? = nil
  ) {
    self.address = address
    self.places = places
    self.verdict = verdict
    self.status = status
    self.detail = detail
    self.chain = chain
    self.finalAddress = finalAddress
    self.title = title
    self.patience = patience
  }
}

/// The results of a check, in the order of the addresses.
public struct LinkCheckReport: Sendable, Hashable {
  /// One outcome for each distinct address that has a result.
  public var outcomes: [LinkOutcome]
  /// The addresses that were not checked, because the check was stopped or reached its time limit.
  public var unchecked: [String]

  /// Creates a report.
  public init(outcomes: [LinkOutcome], unchecked: [String]) {
    self.outcomes = outcomes
    self.unchecked = unchecked
  }
}
