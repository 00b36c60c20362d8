/// Requests over the network, through libcurl, with nothing that one request could leave behind for another: no
/// cookies, no cache, no credentials. Connections are kept and used again.
///
/// - Names: those of sites are never looked up here. The request brings the addresses that were judged, and each
///   connection is judged again before it is made and before it is used.
/// - Proxies: the one that the request names, or none. What the environment says is read by ``ProxyEnvironment``.
/// - Certificate authorities: those of the system (`/etc/ssl/certs`, after `update-ca-certificates`).
public final class CurlTransport: Sendable {
  private let loop = CurlLoop()

  /// Creates a transport.
  public init() {}

  deinit { loop.close() }

  /// Ends all that is under way, and the thread that does it.
  public func close() { loop.close() }

  /// The seam that the checker uses.
  public var transport: HTTPTransport {
    HTTPTransport { request async throws(HTTPFailure) in try await self.send(request) }
  }

  /// Makes one request.
  public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    try await loop.send(request).get()
  }
}
