import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

/// Sites that throttle requests.
@Suite struct PatienceTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)  // Fri, 15 Jan 2027 08:00:00 GMT

  @Test(
    arguments: [
      (nil, nil), ("", nil), ("7", 7), (" 7 ", 7), ("0", 0), ("90000", 90_000), ("99999999999999999999999999", 1e26),
      ("-3", nil), ("soon", nil), ("1.5", nil), ("7 s", nil), ("Fri, 15 Jan 2027 08:00:12 GMT", 12),
      ("Friday, 15-Jan-27 08:00:12 GMT", 12),
      ("Fri Jan 15 08:00:12 2027", 12), ("Fri, 15 Jan 2027 07:00:00 GMT", 0), ("Fri, 15 Jan 2027 09:00:00 GMT", 3600),
      ("Fri, 32 Jan 2027 08:00:12 GMT", nil), ("Fri, 15 Jan 2027 08:00:12 CET", nil), ("Fri, 15 Jan 2027", nil),
      ("Fri, 30 Feb 2027 08:00:12 GMT", nil), ("Fri Jan 15 25:00:12 2027", nil), (",,,,,", nil), (":::: -- ,", nil),
    ] as [(String?, TimeInterval?)])
  func `what a site asks for`(header: String?, seconds: TimeInterval?) {
    #expect(RetryPolicy().retryDelay(retryAfter: header, now: Self.now) == seconds)
  }

  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Wed, 09-Jun-2027 10:18:14 GMT", 1_812_536_294),
    ] as [(String, TimeInterval)])
  func `the three forms of date, and that of cookies`(text: String, seconds: TimeInterval) {
    #expect(HTTPDate.parse(text, now: Self.now)?.timeIntervalSince1970 == seconds)
  }

  @Test(
    arguments: [
      ("7", [7]), ("Fri, 15 Jan 2027 08:00:09 GMT", [9]), ("Friday, 15-Jan-27 08:00:09 GMT", [9]),
      ("Fri Jan 15 08:00:09 2027", [9]), ("never", [5]), ("30", [30]), ("0", [1]),
    ] as [(String, [TimeInterval])])
  func `a server that asks for patience gets it, then answers`(header: String, waits: [TimeInterval]) async throws {
    try await LoopbackServer.run({ $0.earlier == 0 ? .answer(429, ["Retry-After": header]) : .page("x") }) { server in
      let clock = TestClock(Self.now)
      #expect(await server.outcome("/a", clock: clock)?.verdict == .works)
      #expect(clock.waits == waits)
    }
  }

  @Test(
    arguments: [
      (429, "7200", 7200), (429, "31", 31), (503, "Fri, 15 Jan 2027 10:00:00 GMT", 7200),
      (429, "99999999999999999", nil),
    ] as [(Int, String, TimeInterval?)])
  func `a site that asks for more patience than there is is left at once, and it is said until when`(
    status: Int, header: String, seconds: TimeInterval?
  ) async throws {
    try await LoopbackServer.run({ _ in .answer(status, ["Retry-After": header]) }) { server in
      let clock = TestClock(Self.now)
      let outcome = await server.outcome("/a", clock: clock)
      #expect(outcome?.verdict == .toCheckByHand(status == 429 ? .tooManyRequests : .serverError))
      #expect(outcome?.retryDate == seconds.map { Self.now + $0 })
      #expect(server.asked == ["GET /a"])
      #expect(clock.waits == [])
    }
  }

  @Test func `a service that says when it is back is waited for`() async throws {
    try await LoopbackServer.run({ $0.earlier == 0 ? .answer(503, ["Retry-After": "20"]) : .page("x") }) { server in
      let clock = TestClock()
      #expect(await server.outcome("/a", clock: clock)?.verdict == .works)
      #expect(clock.waits == [20])
    }
  }

  @Test func `patience has an end`() async throws {
    try await LoopbackServer.run({ _ in .answer(429) }) { server in
      let clock = TestClock()
      #expect(await server.outcome("/a.pdf", clock: clock)?.verdict == .toCheckByHand(.tooManyRequests))
      #expect(server.asked == ["HEAD /a.pdf", "GET /a.pdf", "GET /a.pdf"])
      #expect(clock.waits.reduce(0, +) == 10)
    }
  }

  @Test func `a host that never relents costs no more than its patience, and each link is asked about`() async throws {
    let clock = TestClock()
    let site = FakeSite(clock: clock) { _ in HTTPResponse(status: 429, headers: ["Retry-After": "30"]) }
    let report = await site.check((0..<40).map { "https://slow.example/\($0)" })
    #expect(report.unchecked == [])
    #expect(report.outcomes.allSatisfy { $0.verdict == .toCheckByHand(.tooManyRequests) })
    #expect(clock.waits.reduce(0, +) <= 120)
  }

  @Test func `a host that throttles holds up no other`() async throws {
    let order = Mutex<[String]>([])
    // The throttling host's waits end only when the other hosts are done: if they were held up, the test would not end.
    let gate = Gate()
    let site = FakeSite { request async throws(HTTPFailure) in
      let host = request.url.hostName
      if host == "slow.example" { await gate.wait() }
      let done = order.withLock {
        $0.append(host)
        return $0.count { $0 != "slow.example" }
      }
      if done == 200 { await gate.open() }
      return .fine
    }
    let slow = (0..<100).map { "https://slow.example/\($0)" }
    let others = (0..<200).map { "https://h\($0 % 20).example/\($0)" }
    let report = await site.check(slow + others)
    #expect(report.outcomes.count == 300)
    #expect(order.withLock { $0.prefix(200) }.allSatisfy { $0 != "slow.example" })
  }
}

/// Suspends its callers until it is opened.
actor Gate {
  private var isOpen = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func wait() async {
    if isOpen { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  func open() {
    isOpen = true
    waiting.forEach { $0.resume() }
    waiting = []
  }
}
