import Foundation

/// Schedules requests: limits their number, in total and for each host, and pauses the hosts that throttle.
actor Traffic {
  /// The state of one host.
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

  /// Waits for a turn of this host, then runs the function. The place in the common limit is taken last, for the
  /// request alone, so that a slow or throttling host fills only its own places.
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

  /// Pauses a host for some seconds; from then on it gets one request at a time. False if the pause exceeds the time
  /// that is left for pauses of this host.
  func pause(_ host: String, for seconds: TimeInterval) async -> Bool {
    var known = self.host(host)
    let until = clock.now().addingTimeInterval(seconds)
    // Several concurrent responses that ask for the same pause count once.
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
    // The pause may have grown meanwhile. The loop must end even if the clock does not advance.
    while let until = await pausedUntil(host), until != waited {
      let seconds = until.timeIntervalSince(clock.now())
      if seconds > 0 { try await clock.sleep(seconds) }
      waited = until
    }
  }
}
