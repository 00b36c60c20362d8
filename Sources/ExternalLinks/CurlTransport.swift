/// Makes requests over the network with libcurl. Requests share connections, but no cookies, no cache and no
/// credentials.
///
/// - Names: the transport never looks up the name of a site. The request contains the IP addresses that the checker
///   accepted. The peer of each connection is checked again before the connection is opened, and before the connection
///   is used.
/// - Proxies: if the request names a proxy, the transport uses this proxy. The transport does not read the environment,
///   because ``ProxyEnvironment`` reads the environment for the checker.
/// - Certificates: the transport trusts the certificate authorities of the system. The authorities are in
///   `/etc/ssl/certs`, which `update-ca-certificates` fills.
package final class CurlTransport: Sendable {
  private let loop = CurlLoop()

  /// Creates a transport.
  package init() {}

  deinit { loop.close() }

  /// Cancels all transfers and ends the thread of libcurl.
  package func close() { loop.close() }

  /// This transport, in the type that ``LinkChecker`` expects.
  package var transport: HTTPTransport {
    HTTPTransport { request async throws(HTTPFailure) in try await self.send(request) }
  }

  /// Makes one request.
  package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    try await loop.send(request).get()
  }
}
