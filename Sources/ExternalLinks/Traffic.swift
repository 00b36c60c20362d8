import Foundation

/// Schedules requests. Limits the number of concurrent requests, in total and for each host, and delays requests to
/// hosts that ask for a pause.
actor Traffic {
  private struct Host {
    let limit: ConcurrencyLimit
    var pausedUntil: Date?
    var pauseLeft: TimeInterval
  }

  private let clock: CheckClock
  private let requestsPerHost: Int
  private let hostPauseLimit: TimeInterval
  private let all: ConcurrencyLimit
  private var hosts: [String: Host] = [:]

  init(clock: CheckClock, requests: Int, requestsPerHost: Int, hostPauseLimit: TimeInterval) {
    self.clock = clock
    self.requestsPerHost = requestsPerHost
    self.hostPauseLimit = hostPauseLimit
    all = ConcurrencyLimit(limit: requests)
  }

  /// Waits until a request to the host may start, then runs the function. The request first waits for its host, and
  /// then takes one of the places that all hosts share. So requests that wait for one host do not block requests to
  /// other hosts.
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

  /// Delays further requests to a host by the given number of seconds. From then on, the host gets one request at a
  /// time. Returns false, and adds no delay, if the pause exceeds the time that remains for pauses of this host.
  func pause(_ host: String, for seconds: TimeInterval) async -> Bool {
    var known = self.host(host)
    let until = clock.now().addingTimeInterval(seconds)
    // If several concurrent responses ask for the same pause, the pause counts only once.
    let longer = until.timeIntervalSince(max(known.pausedUntil ?? .distantPast, clock.now()))
    let granted = longer <= known.pauseLeft
    if longer > 0, granted {
      known.pauseLeft -= longer
      known.pausedUntil = until
    }
    hosts[host] = known
    await known.limit.narrow(to: 1)
    return granted
  }

  private func host(_ name: String) -> Host {
    hosts[name] ?? Host(limit: ConcurrencyLimit(limit: requestsPerHost), pauseLeft: hostPauseLimit)
  }

  private func limit(of name: String) -> ConcurrencyLimit {
    let host = host(name)
    hosts[name] = host
    return host.limit
  }

  private func pausedUntil(_ name: String) -> Date? { hosts[name]?.pausedUntil }

  private nonisolated func waitForPatience(of host: String) async throws {
    var waited: Date?
    // Another response may have made the pause longer during the wait, so the loop reads the end of the pause again.
    // The second condition ends the loop even if the clock does not advance.
    while let until = await pausedUntil(host), until != waited {
      let seconds = until.timeIntervalSince(clock.now())
      if seconds > 0 { try await clock.sleep(seconds) }
      waited = until
    }
  }
}
