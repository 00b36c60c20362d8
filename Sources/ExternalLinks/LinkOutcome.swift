import Foundation

/// One link of the content: an address, and the place where it stands.
public struct PlacedAddress: Sendable, Hashable {
  /// The address as it is written, decoded from Markdown.
  public var address: String
  /// A number by which the caller finds the place again; it means nothing here.
  public var place: Int

  /// Creates a link.
  public init(_ address: String, place: Int) {
    self.address = address
    self.place = place
  }
}

/// What is to be thought of one address.
public enum LinkVerdict: Sendable, Hashable {
  /// It leads where it says.
  case works
  /// It works, and its site says for good that this is the address to write.
  case moved(to: String)
  /// It leads nowhere.
  case broken(LinkReason)
  /// Nobody but a person can say.
  case toCheckByHand(LinkReason)

  /// Why the address does not simply work.
  public var reason: LinkReason? {
    switch self {
    case .works, .moved: nil
    case .broken(let reason), .toCheckByHand(let reason): reason
    }
  }
}

/// One redirect: the address that was asked for, and the status that sent elsewhere.
public struct RedirectHop: Sendable, Hashable {
  /// The address that was asked for.
  public var address: String
  /// The status: 301, 302, 303, 307 or 308.
  public var status: Int

  /// Creates a hop.
  public init(address: String, status: Int) {
    self.address = address
    self.status = status
  }

  /// Whether the site says that the redirect is for good.
  public var isPermanent: Bool { status == 301 || status == 308 }
}

/// What was found at one address, with all the places that it stands at.
public struct LinkOutcome: Sendable, Hashable {
  /// The address as written.
  public var address: String
  /// The places where it stands, in ascending order.
  public var places: [Int]
  /// The verdict.
  public var verdict: LinkVerdict
  /// The status of the last answer, or nil where there was none.
  public var status: Int?
  /// What the network or the page said, word for word, where that helps.
  public var detail: String?
  /// The redirects on the way.
  public var chain: [RedirectHop]
  /// Where the redirects end, or nil where there are none.
  public var finalAddress: String?
  /// The title of the page, where the page is what the link was made for.
  public var title: String?
  /// Until when the site asks to be left alone, where it is longer than this check waits.
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

/// What a check found, in the order of the addresses.
public struct LinkCheckReport: Sendable, Hashable {
  /// One outcome for each distinct address about which something is known.
  public var outcomes: [LinkOutcome]
  /// The addresses that there was no time to check: the check was stopped, or its time limit came.
  public var unchecked: [String]

  /// Creates a report.
  public init(outcomes: [LinkOutcome], unchecked: [String]) {
    self.outcomes = outcomes
    self.unchecked = unchecked
  }
}
