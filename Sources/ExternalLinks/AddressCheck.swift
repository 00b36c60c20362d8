import Addresses
import Foundation

/// The result of requesting one address without its fragment. This result suffices to judge all links to the address,
/// even if their fragments differ.
struct AddressFinding: Sendable {
  var chain: RedirectChain
  var reason: LinkReason?
  var detail: String?
  var page: PageSummary?
  /// The date from which the site accepts requests again. This date is computed from the `Retry-After` field of the
  /// last response. Nil if the site does not throttle requests, or gives no plausible date.
  var retryDate: Date?

  var response: HTTPResponse? {
    if case .response(let response) = chain.end { response } else { nil }
  }
}

/// Requests one address until its result is final.
struct AddressCheck: Sendable {
  let follower: ChainFollower
  let options: CheckOptions
  let clock: CheckClock
  /// The date when the check of all links must end.
  let end: Date

  /// A file with one of these extensions is requested with HEAD first. Any other address is requested with GET at once,
  /// because the body of a page must be read.
  private static let fileExtensions: Set<String> = [
    "pdf", "zip", "gz", "7z", "rar", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "csv", "epub",
    "mp3", "mp4", "ogg", "webm", "mov", "png", "jpg", "jpeg", "gif", "webp", "svg", "ics", "dmg", "exe", "msi", "apk",
  ]

  static func isFile(_ url: WebAddress) -> Bool {
    guard let name = url.names.last, let dot = name.lastIndex(of: ".") else { return false }
    return fileExtensions.contains(name[name.index(after: dot)...].lowercased())
  }

  /// Requests an address, and retries the request if a retry may change the result. Returns nil if the time for the
  /// whole check ends while a request has no response yet.
  func run(_ url: WebAddress, readsAnchors: Bool) async throws(CancellationError) -> AddressFinding? {
    var method: HTTPRequest.Method = Self.isFile(url) ? .head : .get
    var tries = 0
    var attempt = 0
    var known: AddressFinding?
    var isRechecked = false
    let bodyLimit = readsAnchors ? options.pageLimit : options.headLimit
    var pace = Pace(limit: options.linkLimit, end: end)
    while true {
      let chain = try await follower.follow(url, method, bodyLimit: bodyLimit, attempt: attempt, pace: &pace)
      attempt += 1
      // If the time for the link ended before this attempt sent its next request, the finding of the previous attempt
      // is the result. But if the whole check has ended too, there is no result.
      if chain.end == .outOfTime, let known { return clock.now() >= end ? nil : known }
      let page = chain.page
      let judgement = Judgement(chain.end, method, page)
      let asked = options.retries.retryDelay(retryAfter: chain.retryAfter, now: clock.now())
      let finding = AddressFinding(chain, judgement, page, retryDate: end(afterPause: asked))
      known = finding
      // If the whole check has ended, a timeout proves nothing about the site, because the end of the check may have
      // shortened the time limit of the request.
      if judgement.reason == .timedOut, clock.now() >= end { return nil }
      let left = pace.secondsLeft(at: clock.now())
      switch judgement.next {
      case .settle:
        // The address looks like the address of a file. But if the response to HEAD announces a page, a GET must follow
        // to read this page.
        guard method == .head, judgement.reason == nil, finding.response?.isPage == true, left > 0 else {
          return finding
        }
        method = .get
        continue
      case .get:
        guard left > 0 else { return finding }
        method = .get
        continue
      case .recheck:
        guard !isRechecked, left > options.retries.recheckDelay else { return finding }
        isRechecked = true
        try await wait(options.retries.recheckDelay)
      case .retry:
        guard tries < options.retries.delays.count, left > options.retries.delays[tries] else { return finding }
        try await wait(options.retries.delays[tries])
        tries += 1
      case .pause:
        let delay = pause(asked, tries: tries)
        guard delay <= options.retries.longestDelay, await follower.traffic.pause(chain.finalHost, for: delay),
          tries < options.retries.delays.count, left > delay
        else { return finding }
        tries += 1
      }
      method = .get
    }
  }

  /// The date from which the site accepts requests again. Nil if `Retry-After` is missing, unreadable or zero. Also nil
  /// for a delay of 366 days or more, because such a delay is not plausible.
  private func end(afterPause asked: TimeInterval?) -> Date? {
    asked.flatMap { $0 > 0 && $0 < 366 * 86_400 ? clock.now().addingTimeInterval($0) : nil }
  }

  private func pause(_ asked: TimeInterval?, tries: Int) -> TimeInterval {
    // Some sites ask for a delay of zero but keep refusing requests. So each wait lasts at least as long as the delay
    // before the next retry.
    let growing = tries < options.retries.delays.count ? options.retries.delays[tries] : 0
    return max(asked ?? min(options.retries.throttleDelay, options.retries.longestDelay), growing)
  }

  private func wait(_ seconds: TimeInterval) async throws(CancellationError) {
    do { try await clock.sleep(seconds) } catch { throw CancellationError() }
  }
}

extension AddressFinding {
  init(_ chain: RedirectChain, _ judgement: Judgement, _ page: PageSummary?, retryDate: Date?) {
    self.chain = chain
    reason = judgement.reason
    detail = judgement.detail
    self.retryDate = judgement.next == .pause ? retryDate : nil
    guard case .response(var response) = chain.end else { return }
    if (200..<300).contains(response.status) { self.page = page }
    // Drops the body, because only its summary is needed.
    response.body = []
    self.chain.end = .response(response)
  }
}

extension RedirectChain {
  /// The summary of the last response. Nil if the response is not a page.
  fileprivate var page: PageSummary? {
    guard case .response(let response) = end, response.isPage else { return nil }
    return PageSummary(response)
  }

  /// The `Retry-After` field of the last response.
  fileprivate var retryAfter: String? {
    if case .response(let response) = end { response.headers["retry-after"] } else { nil }
  }
}
