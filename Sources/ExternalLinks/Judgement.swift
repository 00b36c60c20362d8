import Foundation

/// What one look at an address says, and what is to be done next. A table, so that it can be read and tested as one.
struct Judgement: Sendable, Hashable {
  /// What to do next.
  enum Next: Sendable, Hashable {
    /// Nothing: this is the answer.
    case settle
    /// Ask for the page itself: many servers refuse or botch HEAD.
    case get
    /// Ask again later, since this may pass.
    case retry
    /// Ask again later, and leave the host alone until then.
    case pause
    /// Look once more before saying that something is broken.
    case lookAgain
  }

  /// Why the address does not work, or nil where it does.
  var reason: LinkReason?
  var next: Next
  var detail: String?

  private init(_ reason: LinkReason?, _ next: Next, _ detail: String? = nil) {
    self.reason = reason
    self.next = next
    self.detail = detail
  }

  /// Judges how a chain ended.
  ///
  /// - Parameter page: the page that came, whatever its status.
  init(_ end: ChainEnd, _ method: HTTPRequest.Method, _ page: PageSummary? = nil) {
    if case .response(let response) = end, RobotWall.stands(in: response, page) {
      self.init(.robotWall, .settle)
      return
    }
    switch end {
    case .response(let response): self = Self.response(response)
    case .failure(let failure): self = Self.failure(failure)
    case .outOfTime: self.init(.timedOut, .settle)
    case .nameLookupFailed: self.init(.nameLookupFailed, .retry)
    case .refused(.noSuchHost): self.init(.noSuchHost, .lookAgain)
    case .refused(let reason): self.init(reason, .settle)
    }
    guard method == .head, reason != nil, next != .pause else { return }
    switch reason {
    // What does not hang on the method is the same for a GET.
    case .noSuchHost, .nameLookupFailed, .privateAddress, .credentialsInAddress, .unsupportedScheme, .malformedAddress,
      .certificate, .cannotConnect, .proxy:
      break
    default: next = .get
    }
  }

  /// The verdict that a reason leads to.
  static func verdict(_ reason: LinkReason) -> LinkVerdict {
    switch reason {
    case .notFound, .gone, .noSuchHost, .missingFragment, .malformedAddress: .broken(reason)
    default: .toCheckByHand(reason)
    }
  }

  private static func response(_ response: HTTPResponse) -> Judgement {
    switch response.status {
    case 200..<300:
      // A file that turns out to be a page is looked at.
      Judgement(nil, .settle)
    case 401: Judgement(.signInRequired, .settle)
    case 403: Judgement(.forbidden, .settle)
    case 404: Judgement(.notFound, .lookAgain)
    case 405, 501: Judgement(.methodRefused, .settle)
    case 407: Judgement(.proxy, .settle)
    case 408: Judgement(.timedOut, .retry)
    case 410: Judgement(.gone, .lookAgain)
    case 429: Judgement(.tooManyRequests, .pause)
    case 503 where response.headers["retry-after"] != nil: Judgement(.serverError, .pause)
    case 500..<600: Judgement(.serverError, .retry)
    default: Judgement(.unexpectedStatus, .settle)
    }
  }

  private static func failure(_ failure: HTTPFailure) -> Judgement {
    switch failure {
    case .timedOut: Judgement(.timedOut, .retry)
    // The name had an address a moment ago, or is an allowed one that has none.
    case .nameNotFound: Judgement(.nameLookupFailed, .retry)
    case .cannotConnect: Judgement(.cannotConnect, .retry)
    case .connectionLost: Judgement(.connectionLost, .retry)
    case .refusedAddress: Judgement(.privateAddress, .settle)
    case .certificate(let text): Judgement(.certificate, .settle, text)
    case .secureConnection(let text): Judgement(.secureConnection, .retry, text)
    case .proxy(let text): Judgement(.proxy, .settle, text)
    case .cancelled: Judgement(.networkError, .settle)
    case .other(let text): Judgement(.networkError, .retry, text)
    }
  }
}
