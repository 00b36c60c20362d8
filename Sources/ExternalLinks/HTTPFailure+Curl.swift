import CCurl

extension HTTPFailure {
  /// Translates libcurl's result code of a failed transfer.
  ///
  /// - Parameter tunnelStatus: the status of the proxy's response to CONNECT, or 0 if no such response arrived.
  init(_ code: CURLcode, text: String, route: HTTPRoute, tunnelStatus: Int) {
    let throughProxy = if case .proxy = route { true } else { false }
    switch code {
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy(text)
    case _ where tunnelStatus != 0 && !(200..<300).contains(tunnelStatus): self = .proxy(text)
    case CURLE_COULDNT_RESOLVE_HOST: self = throughProxy ? .proxy(text) : .nameNotFound
    case CURLE_COULDNT_CONNECT: self = throughProxy ? .proxy(text) : .cannotConnect
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS: self = .certificate(text)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CLIENTCERT,
      CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_CACERT_BADFILE, CURLE_USE_SSL_FAILED:
      self = .secureConnection(text)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      self = .connectionLost
    default: self = .other(text)
    }
  }
}
