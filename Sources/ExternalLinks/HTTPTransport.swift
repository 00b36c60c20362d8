import Addresses
import Foundation

/// One request to one address; redirects are not followed.
public struct HTTPRequest: Sendable, Hashable {
  /// The two methods that a checker needs.
  public enum Method: String, Sendable, CaseIterable {
    /// Headers only.
    case head = "HEAD"
    /// Headers and, for a page, the beginning of its body.
    case get = "GET"
  }

  /// The method.
  public var method: Method
  /// The address, without a fragment.
  public var url: WebAddress
  /// The peer to which the request connects.
  public var route: HTTPRoute
  /// The header fields to send, beyond what the transport sends by itself.
  public var headers: [String: String]
  /// How many bytes of a page are read at most.
  public var bodyLimit: Int
  /// How many seconds the whole exchange may take.
  public var timeLimit: TimeInterval

  /// Creates a request.
  public init(
    _ method: Method, _ url: WebAddress, by route: HTTPRoute, headers: [String: String] = [:], bodyLimit: Int = 1 << 19,
    timeLimit: TimeInterval = 10
  ) {
    self.method = method
    self.url = url
    self.route = route
    self.headers = headers
    self.bodyLimit = bodyLimit
    self.timeLimit = timeLimit
  }
}

/// The response of a server to one request.
public struct HTTPResponse: Sendable, Hashable {
  /// The status, such as 200.
  public var status: Int
  /// The header fields, by their names in lower case.
  public private(set) var headers: [String: String]
  /// The body, for a page only, decompressed and cut at the request's limit.
  public var body: [UInt8]
  /// Whether the body is complete.
  public var isComplete: Bool

  /// Creates a response; the names of the header fields may be in any case.
  public init(status: Int, headers: [String: String] = [:], body: [UInt8] = [], isComplete: Bool = true) {
    self.status = status
    self.headers = [:]
    self.body = body
    self.isComplete = isComplete
    // In order of name, so that two spellings of one name give the same result each time.
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { self.headers[name.lowercased()] = value }
  }

  /// The media type, in lower case and without parameters; nil if the server sends none.
  public var mediaType: String? {
    headers["content-type"]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// Whether this is a page, with a title and anchors. Without a media type it counts as a page, since browsers guess.
  public var isPage: Bool {
    switch mediaType {
    case nil, "", "text/html", "application/xhtml+xml": true
    default: false
    }
  }
}

/// Why a request got no response.
public enum HTTPFailure: Error, Sendable, Hashable {
  /// Nothing came within the time limit.
  case timedOut
  /// The name has no address.
  case nameNotFound
  /// No connection could be opened.
  case cannotConnect
  /// The connection broke, or the server closed it without a response.
  case connectionLost
  /// The connection would have led to an address that must not be requested.
  case refusedAddress
  /// The certificate is not trusted; with libcurl's reason.
  case certificate(String)
  /// No secure connection could be made, for another reason than the certificate.
  case secureConnection(String)
  /// The proxy refused, or could not be reached.
  case proxy(String)
  /// The check was stopped.
  case cancelled
  /// Any other failure, such as a response that is not HTTP.
  case other(String)
}

/// How requests are made: over the network, or simulated in tests.
public struct HTTPTransport: Sendable {
  /// Makes one request, without following redirects.
  public var send: @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse

  /// Creates a transport.
  public init(send: @escaping @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse) {
    self.send = send
  }
}
