import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Requests over the network, through URLSession, with nothing that one request could leave behind for another: no
/// cookies, no cache, no credentials.
///
/// What the Linux version (libcurl) does, as found by testing Swift 6.3 with the libcurl of Debian:
/// - Proxies: `http_proxy`, `https_proxy`, `HTTPS_PROXY`, `all_proxy`, `ALL_PROXY`, `no_proxy` and `NO_PROXY` are
///   obeyed. `HTTP_PROXY` is not, on purpose (a web server's programs would obey its visitors): see
///   ``ProxyEnvironment/adopt()``.
/// - Certificate authorities: those of the system (`/etc/ssl/certs`, after `update-ca-certificates`). `SSL_CERT_FILE`,
///   `SSL_CERT_DIR`, `CURL_CA_BUNDLE` and `URLSessionCertificateAuthorityInfoFile` change nothing.
/// - The address that was looked up before the request is not bound to the connection: libcurl looks it up again.
public final class SessionTransport: Sendable {
  private let session: URLSession
  private let delegate: SessionDelegate
  private let proxies: ProxyEnvironment

  /// Creates a transport; `proxies` are those that the library will use, to tell their failures from those of sites.
  public init(proxies: ProxyEnvironment = .current) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpShouldSetCookies = false
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.urlCredentialStorage = nil
    // The checker counts requests a host; here there is only room to spare, since a cancelled one takes time to leave.
    configuration.httpMaximumConnectionsPerHost = 16
    delegate = SessionDelegate()
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: BoundedQueue())
    self.proxies = proxies
  }

  deinit { session.invalidateAndCancel() }

  /// Ends all that is under way. Without this, the session lives as long as the process.
  public func close() { session.invalidateAndCancel() }

  /// The seam that the checker uses.
  public var transport: HTTPTransport {
    HTTPTransport { request async throws(HTTPFailure) in try await self.send(request) }
  }

  /// Makes one request.
  public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
    let task = session.dataTask(with: urlRequest(for: request))
    let delegate = delegate
    let throughProxy = proxies.proxy(for: request.url) != nil
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        delegate.begin(task, Exchange(request, throughProxy: throughProxy, continuation: continuation))
      }
    } onCancel: {
      delegate.finish(task, .failure(.cancelled))
    }
    return try result.get()
  }

  private func urlRequest(for request: HTTPRequest) -> URLRequest {
    var made = URLRequest(url: request.url, timeoutInterval: request.timeLimit)
    made.httpMethod = request.method.rawValue
    made.httpShouldHandleCookies = false
    for (name, value) in request.headers { made.setValue(value, forHTTPHeaderField: name) }
    return made
  }
}
