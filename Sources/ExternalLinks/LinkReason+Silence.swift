extension LinkReason {
  /// Whether this reason means that no response of the site arrived. If so, the site is unreachable, or this machine
  /// has no network.
  package var isSilence: Bool {
    switch self {
    case .noSuchHost, .nameLookupFailed, .cannotConnect, .connectionLost, .timedOut, .networkError, .proxy: true
    case .notFound, .gone, .missingFragment, .malformedAddress, .signInRequired, .forbidden, .robotWall, .methodRefused,
      .tooManyRequests, .serverError, .unexpectedStatus, .redirectLoop, .tooManyRedirects, .redirectWithoutTarget,
      .certificate, .secureConnection, .privateAddress, .credentialsInAddress, .unsupportedScheme, .malformedContact,
      .scriptedPage, .longPage, .pdfPage, .looksNotFound, .looksParked, .pageInsteadOfFile:
      false
    }
  }
}
