import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

@Suite struct ConcurrencyLimitTests {
  @Test func `a cancelled task waits no longer, and the next one gets the place`() async {
    let limit = ConcurrencyLimit(limit: 1)
    #expect(await limit.enter())
    let cancelled = Task { await limit.enter() }
    cancelled.cancel()
    #expect(await cancelled.value == false)
    let next = Task { await limit.enter() }
    await limit.leave()
    #expect(await next.value)
  }

  @Test func `a limit that narrows lets those inside out first`() async {
    let limit = ConcurrencyLimit(limit: 3)
    for _ in 1...3 { #expect(await limit.enter()) }
    await limit.narrow(to: 1)
    let entered = Mutex(false)
    let waiting = Task {
      let result = await limit.enter()
      entered.withLock { $0 = true }
      return result
    }
    await limit.leave()
    await limit.leave()
    #expect(!entered.withLock { $0 })
    await limit.leave()
    #expect(await waiting.value)
  }

  @Test func `all hosts together never get more than so many requests at once`() async {
    let underWay = Mutex((now: 0, most: 0))
    var site = FakeSite { _ in
      underWay.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      for _ in 1...20 { await Task.yield() }
      underWay.withLock { $0.now -= 1 }
      return .fine
    }
    site.options.requests = 5
    let report = await site.check((0..<100).map { "https://h\($0).example/" })
    #expect(report.outcomes.count == 100)
    #expect((2...5).contains(underWay.withLock { $0.most }))
  }

  @Test func `the first answer counts`() async {
    let early = Once<Int>()
    early.give(1)
    early.give(2)
    #expect(await early.wait() == 1)
    let late = Once<Int>()
    let waiting = Task { await late.wait() }
    late.give(3)
    late.give(4)
    #expect(await waiting.value == 3)
  }

  @Test func `a check that is cancelled does not wait for a silent name server`() async {
    let gate = Gate()
    let asked = Gate()
    let checker = LinkChecker(
      .test(), transport: HTTPTransport { _ in .fine },
      resolver: HostResolver { _ in
        await asked.open()
        await gate.wait()
        return []
      }, proxies: .none, clock: TestClock().clock)
    let check = Task { await checker.check([PlacedAddress("https://a.fr/", place: 0)]) }
    await asked.wait()
    check.cancel()
    #expect(await check.value == LinkCheckReport(outcomes: [], unchecked: ["https://a.fr/"]))
    await gate.open()
  }
}
