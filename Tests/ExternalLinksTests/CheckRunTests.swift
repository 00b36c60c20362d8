import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

/// Whole checks: order, limits, cancellation, speed.
@Suite struct CheckRunTests {
  /// A simulated network: a response depends on the address alone, and redirects lead from host to host.
  private static func world(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    let number = request.url.names.last.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
    switch number % 11 {
    case 0: return .page("<title>Page \(number)</title><p id=a>")
    case 1: return HTTPResponse(status: 301, headers: ["Location": "https://h\(number % 7).example/\(number - 1)"])
    case 2: return HTTPResponse(status: 302, headers: ["Location": "https://h\(number % 5).example/\(number - 1)"])
    case 3: return HTTPResponse(status: 404)
    case 4: return HTTPResponse(status: 301, headers: ["Location": "/\(number)"])
    case 5: throw .certificate("expired")
    case 6:
      return HTTPResponse(status: request.method == .head ? 405 : 200, headers: ["Content-Type": "application/pdf"])
    case 7: throw .timedOut
    case 8: return HTTPResponse(status: 410)
    case 9: return HTTPResponse(status: 429, headers: ["Retry-After": "1"])
    default: return HTTPResponse(status: 403)
    }
  }

  private static func site() -> FakeSite {
    var site = FakeSite { request throws(HTTPFailure) in try world(request) }
    // All waits advance the one clock of the test; no time limit may interfere.
    site.options.linkLimit = 1e9
    site.options.totalLimit = 1e9
    return site
  }

  @Test func `the verdict never depends on the order`() async {
    let links = (0..<220).map { "https://h\($0 % 9).example/\($0)\($0 % 3 == 0 ? ".pdf" : "#a")" }
    let first = await Self.site().check(links).outcomes.map { LinkOutcome(address: $0.address, verdict: $0.verdict) }
    #expect(first.count == links.count)
    #expect(Set(first.map(\.verdict.reason)).count >= 7)
    for seed in 1...5 {
      var order = SplitMix(state: UInt64(seed))
      let again = await Self.site().check(links.shuffled(using: &order)).outcomes
      #expect(again.map { LinkOutcome(address: $0.address, verdict: $0.verdict) } == first)
    }
  }

  @Test func `one address on many pages is asked once, and its places are told`() async {
    let sent = Mutex(0)
    let site = FakeSite { _ in
      sent.withLock { $0 += 1 }
      return .fine
    }
    let report = await site.check([
      "https://a.fr/x", "https://b.fr", "https://a.fr/x", "https://a.fr/x", "https://B.fr/",
    ])
    #expect(report.outcomes.map(\.address) == ["https://B.fr/", "https://a.fr/x", "https://b.fr"])
    #expect(report.outcomes.map(\.places) == [[4], [0, 2, 3], [1]])
    #expect(sent.withLock { $0 } == 2)
    #expect(
      Work([PlacedAddress("https://a.fr/", place: 3), PlacedAddress("https://a.fr/", place: 3)]).pages.first?.targets
        .first?.places == [3]
    )
  }

  @Test func `a link that takes too long ends with what is known`() async {
    var site = FakeSite { _ in HTTPResponse(status: 503) }
    site.options.linkLimit = 3
    #expect(await site.verdict("https://a.fr/") == .toCheckByHand(.serverError))
    // One wait of one second; the next wait, of four seconds, exceeds the limit.
    #expect(site.clock.waits == [1])
  }

  @Test func `when the time for all is over, the rest is told as not checked`() async {
    let clock = TestClock()
    var site = FakeSite(clock: clock) { _ throws(HTTPFailure) in
      try? await clock.clock.sleep(10)
      return .fine
    }
    site.options.totalLimit = 25
    let report = await site.check((0..<10).map { "https://a.fr/\($0)" })
    #expect(!report.outcomes.isEmpty)
    #expect(report.outcomes.allSatisfy { $0.verdict == .works })
    #expect(!report.unchecked.isEmpty)
    #expect(report.outcomes.count + report.unchecked.count == 10)
  }

  @Test func `a check that is cancelled tells what is known`() async throws {
    try await LoopbackServer.run(hosts: 2, { $0.host.hasSuffix(".2") ? .silence : .page("x") }) { server in
      let fast = (0..<20).map { server.url("/\($0)") }
      let silent = (0..<20).map { server.url("/\($0)", host: 1) }
      let (done, signal) = AsyncStream.makeStream(of: Int.self)
      let links = (fast + silent).map { PlacedAddress($0, place: 0) }
      let checker = LinkChecker(
        .test { $0.allowedHosts = ["127.0.0.1", "127.0.0.2"] }, transport: Network.transport, proxies: .none)
      let check = Task { await checker.check(links) { signal.yield($0.done) } }
      for await count in done where count == fast.count { break }
      check.cancel()
      let report = await check.value
      #expect(report.outcomes.map(\.address) == fast.sorted())
      #expect(report.unchecked == silent.sorted())
    }
  }

  @Test func `progress is told once for each address`() async {
    let told = Mutex<[CheckProgress]>([])
    let checker = LinkChecker(
      .test(), transport: HTTPTransport { _ in .fine },
      resolver: HostResolver { _ in [IPAddress("1.1.1.1")].compactMap { $0 } }, proxies: .none, clock: TestClock().clock
    )
    _ = await checker.check((0..<30).map { PlacedAddress("https://a.fr/\($0)", place: $0) }) { now in
      told.withLock { $0.append(now) }
    }
    #expect(told.withLock { $0.map(\.done) } == Array(1...30))
    #expect(told.withLock { $0.allSatisfy { $0.total == 30 } })
  }

  /// The promise is 3 seconds on an idle machine. It depends on many requests running at once, which this test can
  /// check on a busy machine too.
  @Test func `a thousand links over a hundred hosts are asked many at a time, each once`() async throws {
    try await LoopbackServer.run(hosts: 100, { _ in .late(50, .page("<title>T</title><p id=a>")) }) { server in
      let links = (0..<1000).map { server.url("/\($0)#a", host: $0 % 100) }
      let report = await server.check(links)
      #expect(report.outcomes.count == 1000)
      #expect(report.outcomes.allSatisfy { $0.verdict == .works })
      #expect(server.requests.count == 1000)
      #expect((24...64).contains(server.mostInAll), "\(server.mostInAll)")
    }
  }
}

/// A random number generator with a seed, so that a shuffle can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
