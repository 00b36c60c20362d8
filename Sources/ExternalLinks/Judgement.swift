import Foundation

/// The judgement of one attempt to request an address, and the next step. The rules are all in this type, so that tests
/// can cover all rules together.
struct Judgement: Sendable, Hashable {
  /// The next step.
  enum Next: Sendable, Hashable {
    /// Stop, because the result is final.
    case settle
    /// Send a GET, because many servers refuse HEAD or respond to it wrongly.
    case get
    /// Retry later, because the failure may be temporary.
    case retry
    /// Retry later, and send the host no other request until then.
    case pause
    /// Try once more before the link counts as broken.
    case recheck
  }

  /// The reason why the address does not work. Nil if the address works.
  var reason: LinkReason?
  var next: Next
  var detail: String?

  private init(_ reason: LinkReason?, _ next: Next, _ detail: String? = nil) {
    self.reason = reason
    self.next = next
    self.detail = detail
  }

  /// Judges the end of a redirect chain.
  ///
  /// - Parameter page: the summary of the last response. Nil if the response is not a page. An error page counts as a
  ///   page.
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
    case .refused(.noSuchHost): self.init(.noSuchHost, .recheck)
    case .refused(let reason): self.init(reason, .settle)
    }
    guard method == .head, reason != nil, next != .pause else { return }
    switch reason {
    // These reasons do not depend on the method, so a GET would give the same result.
    case .noSuchHost, .nameLookupFailed, .privateAddress, .credentialsInAddress, .unsupportedScheme, .malformedAddress,
      .certificate, .cannotConnect, .proxy:
      break
    default: next = .get
    }
  }

  /// The verdict on an address, computed from the reason that a check found.
  static func verdict(_ reason: LinkReason) -> LinkVerdict {
    switch reason {
    case .notFound, .gone, .noSuchHost, .missingFragment, .malformedAddress: .broken(reason)
    default: .toCheckByHand(reason)
    }
  }

  private static func response(_ response: HTTPResponse) -> Judgement {
    switch response.status {
    case 200..<300:
      // If a page arrives instead of a file, ``AddressCheck`` requests the page with GET.
      Judgement(nil, .settle)
    case 401: Judgement(.signInRequired, .settle)
    case 403: Judgement(.forbidden, .settle)
    case 404: Judgement(.notFound, .recheck)
    case 405, 501: Judgement(.methodRefused, .settle)
    case 407: Judgement(.proxy, .settle)
    case 408: Judgement(.timedOut, .retry)
    case 410: Judgement(.gone, .recheck)
    case 429: Judgement(.tooManyRequests, .pause)
    case 503 where response.headers["retry-after"] != nil: Judgement(.serverError, .pause)
    case 500..<600: Judgement(.serverError, .retry)
    default: Judgement(.unexpectedStatus, .settle)
    }
  }

  private static func failure(_ failure: HTTPFailure) -> Judgement {
    switch failure {
    case .timedOut: Judgement(.timedOut, .retry)
    // The checker's own lookup found an address just before, so this failure may be temporary.
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
