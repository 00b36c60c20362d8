import Foundation
import Synchronization

@testable import ExternalLinks

/// A simulated clock: a wait advances it at once.
final class TestClock: Sendable {
  private let state: Mutex<(now: Date, waits: [TimeInterval])>

  init(_ start: Date = Date(timeIntervalSince1970: 1_800_000_000)) { state = Mutex((start, [])) }

  /// The waits, in order.
  var waits: [TimeInterval] { state.withLock { $0.waits } }

  var now: Date { state.withLock { $0.now } }

  var clock: CheckClock {
    CheckClock(
      now: { self.now },
      sleep: { seconds in
        try Task.checkCancellation()
        self.state.withLock {
          $0.now += seconds
          $0.waits.append(seconds)
        }
      })
  }
}

/// The network access of all tests; it leads to loopback only.
enum Network {
  static let curl = CurlTransport()

  static var transport: HTTPTransport { curl.transport }

  /// A resolver that knows no name: tests use addresses.
  static let noNames = HostResolver { _ async throws(ResolutionFailure) in throw .noSuchHost }
}

extension CheckOptions {
  static func test(_ change: (inout CheckOptions) -> Void = { _ in }) -> CheckOptions {
    var options = CheckOptions(userAgent: "Trousse/test", requestLimit: 8)
    change(&options)
    return options
  }
}

extension LoopbackServer {
  /// Checks links to this server, which is allowed by name.
  func check(
    _ links: [String], clock: TestClock = TestClock(), _ change: (inout CheckOptions) -> Void = { _ in }
  ) async -> LinkCheckReport {
    var options = CheckOptions.test(change)
    options.allowedHosts.formUnion(hosts.map(\.address))
    let checker = LinkChecker(
      options, transport: Network.transport, resolver: Network.noNames, proxies: .none, clock: clock.clock)
    return await checker.check(links.enumerated().map { PlacedAddress($1, place: $0) })
  }

  /// Checks one path of the first host.
  func outcome(
    _ path: String, clock: TestClock = TestClock(), _ change: (inout CheckOptions) -> Void = { _ in }
  ) async -> LinkOutcome? {
    await check([url(path)], clock: clock, change).outcomes.first
  }
}

/// A transport whose responses a function gives, and a checker that uses it and looks names up in a table.
struct FakeSite: Sendable {
  var clock = TestClock()
  var options = CheckOptions.test()
  var proxies = ProxyEnvironment.none
  var names: @Sendable (String) throws(ResolutionFailure) -> [String] = { _ in ["93.184.215.14"] }
  var answer: @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse

  func check(_ links: [String]) async -> LinkCheckReport {
    let names = names
    let resolver = HostResolver { host async throws(ResolutionFailure) in
      try names(host).compactMap { IPAddress($0) }
    }
    let checker = LinkChecker(
      options, transport: HTTPTransport(send: answer), resolver: resolver, proxies: proxies, clock: clock.clock)
    return await checker.check(links.enumerated().map { PlacedAddress($1, place: $0) })
  }

  func verdict(_ link: String) async -> LinkVerdict? { await check([link]).outcomes.first?.verdict }
}

extension HTTPResponse {
  static func page(_ html: String) -> HTTPResponse {
    HTTPResponse(status: 200, headers: ["Content-Type": "text/html"], body: Array(html.utf8))
  }

  static let fine = page("<title>Fine</title><p>All is well here.")
}
