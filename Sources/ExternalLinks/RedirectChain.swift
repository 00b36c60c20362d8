import Addresses
import Foundation

/// The result at the end of a chain of redirects.
enum ChainEnd: Sendable, Hashable {
  case response(HTTPResponse)
  case failure(HTTPFailure)
  /// The time for the link ended before the next request was sent.
  case outOfTime
  /// The lookup of a host name failed. A later lookup may succeed.
  case nameLookupFailed
  /// The checker ended the chain for the given reason, for example a private address or a redirect loop.
  case refused(LinkReason)
}

/// The result of a request and its redirects.
struct RedirectChain: Sendable, Hashable {
  var hops: [RedirectHop]
  /// The last address in the chain. This address has a fragment only if the target of the last redirect has a fragment.
  var finalURL: WebAddress
  var end: ChainEnd

  var finalHost: String { finalURL.hostName }

  /// Whether the chain has redirects and all redirects are permanent. If the result is false, the address in the
  /// content must not be replaced.
  var isPermanent: Bool { !hops.isEmpty && hops.allSatisfy(\.isPermanent) }
}

/// Follows redirects. Each chain of redirects has a separate cookie jar.
struct ChainFollower: Sendable {
  let options: CheckOptions
  let transport: HTTPTransport
  let proxies: ProxyEnvironment
  let names: ResolutionMemory
  let traffic: Traffic
  let clock: CheckClock

  private struct Step: Hashable {
    var url: WebAddress
    var cookies: String?
  }

  /// Requests one address and follows its redirects. `attempt` is the number of the attempt. `pace` limits the time for
  /// the link.
  func follow(
    _ start: WebAddress, _ method: HTTPRequest.Method, bodyLimit: Int, attempt: Int, pace: inout Pace
  ) async throws(CancellationError) -> RedirectChain {
    var chain = RedirectChain(hops: [], finalURL: start, end: .outOfTime)
    var jar = CookieJar()
    var seen: Set<Step> = []
    while true {
      let url = chain.finalURL.withoutFragment
      // A second request to the same address with other cookies is not a loop. Some sites redirect a new visitor once
      // to set cookies.
      let step = Step(url: url, cookies: jar.header(for: url))
      guard seen.insert(step).inserted else {
        chain.end = .refused(.redirectLoop)
        return chain
      }
      let way = await way(to: url, attempt: attempt)
      if Task.isCancelled { throw CancellationError() }
      guard case .open(let route) = way else {
        if case .closed(let end) = way { chain.end = end }
        return chain
      }
      let request = HTTPRequest(
        method, url, by: route, headers: headers(cookies: step.cookies), bodyLimit: bodyLimit,
        timeLimit: options.requestLimit)
      guard let result = try await ask(request, pace: &pace) else { return chain }
      guard case .success(let response) = result, [301, 302, 303, 307, 308].contains(response.status) else {
        chain.end = ChainEnd(result)
        return chain
      }
      jar.take(response.headers["set-cookie"], from: url, now: clock.now())
      guard let target = Self.target(response, from: url) else {
        chain.end = .refused(.redirectWithoutTarget)
        return chain
      }
      chain.hops.append(RedirectHop(address: url.href, status: response.status))
      if chain.hops.count > options.redirectLimit {
        chain.end = .refused(.tooManyRedirects)
        return chain
      }
      chain.finalURL = target
    }
  }

  /// The target of a redirect, or nil if the response gives no valid target. The target may have spaces around it, and
  /// may contain non-ASCII letters, because sites often send such targets.
  static func target(_ response: HTTPResponse, from url: WebAddress) -> WebAddress? {
    guard let location = response.headers["location"], !AddressReference(location).text.isEmpty else { return nil }
    return WebAddress(location, base: url)
  }

  /// Contains the route of a request to an address. If the address cannot be requested, contains the result with which
  /// the chain ends.
  private enum Way {
    case open(HTTPRoute)
    case closed(ChainEnd)
  }

  private func way(to url: WebAddress, attempt: Int) async -> Way {
    if let reason = AddressForm.check(url) { return .closed(.refused(reason)) }
    guard AddressForm.hasHost(url) else { return .closed(.refused(.malformedAddress)) }
    let host = url.hostName
    let isAllowed = options.allowedHosts.contains(host)
    let address = url.ipAddress
    let isPublic = address?.isPublic ?? (host != "localhost" && !host.hasSuffix(".localhost"))
    guard isPublic || isAllowed else { return .closed(.refused(.privateAddress)) }
    // If there is a proxy, the proxy looks up the name. The checker does not look up the name, because many closed
    // networks do not resolve public names.
    if let proxy = proxies.proxy(for: url) { return .open(.proxy(proxy)) }
    if let address { return .open(.direct([address], mayBePrivate: isAllowed)) }
    switch await names.addresses(of: host, attempt: attempt) {
    case .success(let addresses):
      // The connection may use any of the addresses, so all addresses must be public.
      guard isAllowed || addresses.allSatisfy(\.isPublic) else { return .closed(.refused(.privateAddress)) }
      return .open(.direct(addresses, mayBePrivate: isAllowed))
    case .failure(.noSuchHost): return .closed(.refused(.noSuchHost))
    case .failure(.temporary): return .closed(.nameLookupFailed)
    }
  }

  private func headers(cookies: String?) -> [String: String] {
    var headers = [
      "User-Agent": options.userAgent, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
      "Accept-Language": "fr,en;q=0.5",
    ]
    headers["Cookie"] = cookies
    return headers
  }

  /// Makes one request as soon as ``Traffic`` allows it. Returns nil if the time for the link ends before the request
  /// starts.
  private func ask(
    _ waiting: HTTPRequest, pace: inout Pace
  ) async throws(CancellationError) -> Result<HTTPResponse, HTTPFailure>? {
    let paceBefore = pace
    let (transport, clock) = (transport, clock)
    let answer = try await traffic.pass(to: waiting.url.hostName) { () -> Answer in
      let now = clock.now()
      let left = paceBefore.secondsLeft(at: now)
      guard left > 0 else { return Answer(began: now) }
      var request = waiting
      request.timeLimit = min(request.timeLimit, left)
      do throws(HTTPFailure) {
        return Answer(began: now, result: .success(try await transport.send(request)))
      } catch {
        return Answer(began: now, result: .failure(error))
      }
    }
    if answer.result == .failure(.cancelled) || Task.isCancelled { throw CancellationError() }
    if answer.result != nil { pace.begin(at: answer.began) }
    return answer.result
  }

  private struct Answer: Sendable {
    var began: Date
    var result: Result<HTTPResponse, HTTPFailure>?
  }
}

/// The time left for one link. The time starts when the first request is sent. So the wait until ``Traffic`` allows the
/// first request does not count.
struct Pace: Sendable {
  private(set) var began: Date?
  /// The maximum time for the link, in seconds.
  let limit: TimeInterval
  /// The date when the check of all links must end.
  let end: Date

  init(limit: TimeInterval, end: Date) {
    self.limit = limit
    self.end = end
  }

  mutating func begin(at date: Date) { began = began ?? date }

  func secondsLeft(at now: Date) -> TimeInterval {
    min(end, (began ?? now).addingTimeInterval(limit)).timeIntervalSince(now)
  }
}

extension ChainEnd {
  fileprivate init(_ result: Result<HTTPResponse, HTTPFailure>) {
    switch result {
    case .success(let response): self = .response(response)
    case .failure(let failure): self = .failure(failure)
    }
  }
}
