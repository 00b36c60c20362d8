import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension HTTPFailure {
  /// Reads the error that URLSession gives.
  ///
  /// On Linux, most errors of the secure connection and of the proxy come without a code of their own (-1): only
  /// libcurl's sentence tells them apart, so that it is read.
  init(code: Int, text: String, throughProxy: Bool) {
    let lower = text.lowercased()
    switch URLError.Code(rawValue: code) {
    case .cancelled: self = .cancelled
    case .timedOut: self = .timedOut
    case _ where lower.contains("proxy") || lower.contains("connect tunnel"): self = .proxy(text)
    case .serverCertificateUntrusted, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
      .serverCertificateNotYetValid:
      self = .certificate(text)
    case _ where lower.contains("certificate"): self = .certificate(text)
    case .cannotFindHost, .dnsLookupFailed: self = throughProxy ? .proxy(text) : .nameNotFound
    case .cannotConnectToHost: self = throughProxy ? .proxy(text) : .cannotConnect
    // "Empty reply from server" is what a bad server response means on Linux.
    case .networkConnectionLost, .badServerResponse: self = .connectionLost
    case .secureConnectionFailed: self = .secureConnection(text)
    case _ where lower.contains("ssl") || lower.contains("tls"): self = .secureConnection(text)
    default: self = .other(text)
    }
  }
}
