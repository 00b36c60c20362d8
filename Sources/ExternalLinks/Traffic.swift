import Foundation

/// Who may send a request, and when: so many at once, so many a host, and none to a host that asked for patience.
actor Traffic {
  /// What is known of one host.
  private struct Host {
    let limit: ConcurrencyLimit
    var pausedUntil: Date?
    var patienceLeft: TimeInterval
  }

  private let clock: CheckClock
  private let requestsPerHost: Int
  private let hostPatience: TimeInterval
  private let all: ConcurrencyLimit
  private var hosts: [String: Host] = [:]

  init(clock: CheckClock, requests: Int, requestsPerHost: Int, hostPatience: TimeInterval) {
    self.clock = clock
    self.requestsPerHost = requestsPerHost
    self.hostPatience = hostPatience
    all = ConcurrencyLimit(limit: requests)
  }

  /// Waits for this host's turn, then runs. A host that is slow or asks for patience fills only its own places: the
  /// common ones are taken last, and for a request only, never for a wait.
  nonisolated func pass<Answer: Sendable>(
    to host: String, _ run: @Sendable () async -> Answer
  ) async throws(CancellationError) -> Answer {
    let limit = await limit(of: host)
    guard await limit.enter() else { throw CancellationError() }
    do {
      try await waitForPatience(of: host)
    } catch {
      await limit.leave()
      throw CancellationError()
    }
    guard await all.enter() else {
      await limit.leave()
      throw CancellationError()
    }
    let answer = await run()
    await all.leave()
    await limit.leave()
    return answer
  }

  /// Leaves a host alone for some seconds, and from then on asks it one thing at a time. False where it has had all the
  /// patience there is for it.
  func pause(_ host: String, for seconds: TimeInterval) async -> Bool {
    var known = self.host(host)
    let until = clock.now().addingTimeInterval(seconds)
    // Several answers that say the same at once cost the host only once.
    let longer = until.timeIntervalSince(max(known.pausedUntil ?? .distantPast, clock.now()))
    let granted = longer <= known.patienceLeft
    if longer > 0, granted {
      known.patienceLeft -= longer
      known.pausedUntil = until
    }
    hosts[host] = known
    await known.limit.narrow(to: 1)
    return granted
  }

  private func host(_ name: String) -> Host {
    hosts[name] ?? Host(limit: ConcurrencyLimit(limit: requestsPerHost), patienceLeft: hostPatience)
  }

  private func limit(of name: String) -> ConcurrencyLimit {
    let host = host(name)
    hosts[name] = host
    return host.limit
  }

  private func pausedUntil(_ name: String) -> Date? { hosts[name]?.pausedUntil }

  private nonisolated func waitForPatience(of host: String) async throws {
    var waited: Date?
    // The pause may have grown meanwhile; a clock that stands still must not make this go on for ever.
    while let until = await pausedUntil(host), until != waited {
      let seconds = until.timeIntervalSince(clock.now())
      if seconds > 0 { try await clock.sleep(seconds) }
      waited = until
    }
  }
}
