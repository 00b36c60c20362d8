/// The reason why an address is broken, or why its result is uncertain. The file `liens.json` stores the raw values, so
/// the meaning of a raw value must never change.
package enum LinkReason: String, Sendable, Hashable, CaseIterable {
  // The link is broken.
  /// See ``message``.
  case notFound = "not-found"
  /// See ``message``.
  case gone = "gone"
  /// See ``message``.
  case noSuchHost = "no-such-host"
  /// See ``message``.
  case missingFragment = "missing-fragment"
  /// See ``message``.
  case malformedAddress = "malformed-address"

  // The site responded, but the response does not show whether the address works.
  /// See ``message``.
  case signInRequired = "sign-in-required"
  /// See ``message``.
  case forbidden = "forbidden"
  /// See ``message``.
  case robotWall = "robot-wall"
  /// See ``message``.
  case methodRefused = "method-refused"
  /// See ``message``.
  case tooManyRequests = "too-many-requests"
  /// See ``message``.
  case serverError = "server-error"
  /// See ``message``.
  case unexpectedStatus = "unexpected-status"

  // The redirects do not lead to a final response.
  /// See ``message``.
  case redirectLoop = "redirect-loop"
  /// See ``message``.
  case tooManyRedirects = "too-many-redirects"
  /// See ``message``.
  case redirectWithoutTarget = "redirect-without-target"

  // The request failed in the network.
  /// See ``message``.
  case timedOut = "timed-out"
  /// See ``message``.
  case certificate = "certificate"
  /// See ``message``.
  case secureConnection = "secure-connection"
  /// See ``message``.
  case nameLookupFailed = "name-lookup-failed"
  /// See ``message``.
  case cannotConnect = "cannot-connect"
  /// See ``message``.
  case connectionLost = "connection-lost"
  /// See ``message``.
  case proxy = "proxy"
  /// See ``message``.
  case networkError = "network-error"

  // The checker does not request the address.
  /// See ``message``.
  case privateAddress = "private-address"
  /// See ``message``.
  case credentialsInAddress = "credentials-in-address"
  /// See ``message``.
  case unsupportedScheme = "unsupported-scheme"
  /// See ``message``.
  case malformedContact = "malformed-contact"

  // The response is successful, but possibly does not contain the expected content.
  /// See ``message``.
  case scriptedPage = "scripted-page"
  /// See ``message``.
  case longPage = "long-page"
  /// See ``message``.
  case pdfPage = "pdf-page"
  /// See ``message``.
  case looksNotFound = "looks-not-found"
  /// See ``message``.
  case looksParked = "looks-parked"
  /// See ``message``.
  case pageInsteadOfFile = "page-instead-of-file"
}
