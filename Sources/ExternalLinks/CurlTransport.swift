/// Requests over the network, through libcurl. Requests share connections, but no cookies, no cache and no credentials.
///
/// - Names: the transport never looks up the name of a site. The request carries the judged addresses, and each
///   connection is judged again before it is opened and before it is used.
/// - Proxies: the one that the request names, or none. ``ProxyEnvironment`` reads the environment.
/// - Certificate authorities: those of the system (`/etc/ssl/certs`, after `update-ca-certificates`).
public final class CurlTransport: Sendable {
  private let loop = CurlLoop()

  /// Creates a transport.
  public init() {}

  deinit { loop.close() }

  /// Cancels all transfers and ends the thread.
  public func close() { loop.close() }

  /// The transport in the form that the checker takes.
  public var transport: HTTPTransport {
    HTTPTransport { request async throws(HTTPFailure) in try await self.send(request) }
  }

  /// Makes one request.
  public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    try await loop.send(request).get()
  }
}
