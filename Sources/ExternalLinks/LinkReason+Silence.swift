extension LinkReason {
  /// Whether no site answered at all: what one site that is gone and a machine without a network have in common.
  public var isSilence: Bool {
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
