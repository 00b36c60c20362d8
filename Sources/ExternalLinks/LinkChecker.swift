import Addresses
import Foundation

/// The progress of a check.
package struct CheckProgress: Sendable, Hashable {
  /// The number of distinct addresses that have been checked.
  package var done: Int
  /// The number of distinct addresses in the whole check.
  package var total: Int

  /// Creates a state of progress.
  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

/// Checks addresses of other sites. The result for an address does not depend on the other addresses or on their order.
package struct LinkChecker: Sendable {
  private let options: CheckOptions
  private let transport: HTTPTransport
  private let resolver: HostResolver
  private let proxies: ProxyEnvironment
  private let clock: CheckClock

  /// Creates a checker.
  package init(
    _ options: CheckOptions, transport: HTTPTransport, resolver: HostResolver = .system,
    proxies: ProxyEnvironment = .current, clock: CheckClock = .system
  ) {
    self.options = options
    self.transport = transport
    self.resolver = resolver
    self.proxies = proxies
    self.clock = clock
  }

  /// Checks each distinct address once. If the task is cancelled, the check ends early. The report then contains the
  /// results found until then, and lists the other addresses as unchecked. `progress` is called after each requested
  /// page. The calls can come from any thread, but never at the same time.
  package func check(
    _ links: [PlacedAddress], progress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) async -> LinkCheckReport {
    let work = Work(links)
    let total = work.settled.count + work.pages.reduce(0) { $0 + $1.targets.count }
    let check = addressCheck()
    let found = await withTaskGroup(of: Found.self, returning: [Found].self) { group in
      for page in work.pages { group.addTask { await Found(page, check) } }
      var found: [Found] = []
      var done = work.settled.count
      for await one in group {
        found.append(one)
        done += one.outcomes.count
        progress(CheckProgress(done: done, total: total))
      }
      return found
    }
    let outcomes = work.settled + found.flatMap(\.outcomes)
    return LinkCheckReport(
      outcomes: outcomes.sorted { $0.address < $1.address }, unchecked: found.flatMap(\.unchecked).sorted())
  }

  /// The outcomes of the links to one page. If the check ended before the page had a result, `outcomes` is empty, and
  /// `unchecked` contains the addresses of the links.
  private struct Found: Sendable {
    var outcomes: [LinkOutcome] = []
    var unchecked: [String] = []

    init(_ page: Work.Page, _ check: AddressCheck) async {
      let anchors = page.targets.contains { FragmentCheck($0.fragment).names != nil }
      if let finding = try? await check.run(page.url, readsAnchors: anchors) {
        outcomes = page.targets.map { LinkOutcome($0, page.url, finding) }
      } else {
        unchecked = page.targets.map(\.address)
      }
    }
  }

  private func addressCheck() -> AddressCheck {
    let traffic = Traffic(
      clock: clock, requests: options.requests, requestsPerHost: options.requestsPerHost,
      hostPauseLimit: options.hostPauseLimit)
    let follower = ChainFollower(
      options: options, transport: transport, proxies: proxies, names: ResolutionMemory(resolver), traffic: traffic,
      clock: clock)
    return AddressCheck(
      follower: follower, options: options, clock: clock, end: clock.now().addingTimeInterval(options.totalLimit))
  }
}

/// Groups links by address, and groups addresses by page. Addresses that differ only in their fragments belong to the
/// same page, and share one request.
struct Work: Sendable {
  struct Target: Sendable {
    var address: String
    var fragment: String?
    var places: [Int]
  }

  struct Page: Sendable {
    var url: WebAddress
    var targets: [Target]
  }

  /// The outcomes of the addresses that need no request.
  private(set) var settled: [LinkOutcome] = []
  private(set) var pages: [Page] = []

  init(_ links: [PlacedAddress]) {
    let places = Dictionary(grouping: links, by: \.address).mapValues { Set($0.map(\.place)).sorted() }
    var byURL: [WebAddress: [Target]] = [:]
    for (address, places) in places.sorted(by: { $0.key < $1.key }) {
      switch AddressForm(address) {
      case .web(let url, let fragment):
        byURL[url, default: []].append(Target(address: address, fragment: fragment, places: places))
      case .contact: settled.append(LinkOutcome(address: address, places: places, verdict: .works))
      case .refused(let reason):
        settled.append(LinkOutcome(address: address, places: places, verdict: Judgement.verdict(reason)))
      case .malformed:
        settled.append(LinkOutcome(address: address, places: places, verdict: .broken(.malformedAddress)))
      }
    }
    pages = byURL.map { Page(url: $0.key, targets: $0.value) }.sorted { $0.url.href < $1.url.href }
  }
}
