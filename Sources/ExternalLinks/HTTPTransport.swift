import Addresses
import Foundation

/// One request to one address; redirects are not followed.
package struct HTTPRequest: Sendable, Hashable {
  /// The two methods that a checker needs.
  package enum Method: String, Sendable, CaseIterable {
    /// Requests only the header fields.
    case head = "HEAD"
    /// Requests the header fields and, for a page, the beginning of the body.
    case get = "GET"
  }

  /// The method.
  package var method: Method
  /// The address, without a fragment.
  package var url: WebAddress
  /// The peer to which the request connects.
  package var route: HTTPRoute
  /// The header fields to send. The transport adds some fields that it sends with every request.
  package var headers: [String: String]
  /// The maximum number of bytes that are read from the body of a page.
  package var bodyLimit: Int
  /// The maximum time for the whole exchange, in seconds.
  package var timeLimit: TimeInterval

  /// Creates a request.
  package init(
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
package struct HTTPResponse: Sendable, Hashable {
  /// The status, such as 200.
  package var status: Int
  /// The header fields. The key is the name of a field, in lower case. The value is the content of the field.
  package private(set) var headers: [String: String]
  /// The beginning of the decompressed body. Its maximum length is the `bodyLimit` of the request. The body of a file
  /// is not read.
  package var body: [UInt8]
  /// Whether the body is complete.
  package var isComplete: Bool

  /// Creates a response; the names of the header fields may be in upper or lower case.
  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = [], isComplete: Bool = true) {
    self.status = status
    self.headers = [:]
    self.body = body
    self.isComplete = isComplete
    // If two names differ only in upper and lower case, only one of the two values is kept. Because the fields are
    // sorted, the same value is kept each time.
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { self.headers[name.lowercased()] = value }
  }

  /// The media type, in lower case and without parameters; nil if the server sends none.
  package var mediaType: String? {
    headers["content-type"]?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
  }

  /// Whether the response is a page, according to its media type. A response without a media type counts as a page,
  /// because browsers then guess the type.
  package var isPage: Bool {
    switch mediaType {
    case nil, "", "text/html", "application/xhtml+xml": true
    default: false
    }
  }
}

/// The reason why a request got no response.
package enum HTTPFailure: Error, Sendable, Hashable {
  /// No response arrived within the time limit.
  case timedOut
  /// The name of the host has no address.
  case nameNotFound
  /// No connection could be opened.
  case cannotConnect
  /// The connection broke, or the server closed the connection without a response.
  case connectionLost
  /// The connection would lead to an IP address that must not be requested.
  case refusedAddress
  /// The certificate is not trusted. The text is libcurl's reason.
  case certificate(String)
  /// The secure connection failed for a reason other than the certificate. The text is libcurl's reason.
  case secureConnection(String)
  /// The proxy refused the request, or could not be reached. The text is libcurl's reason.
  case proxy(String)
  /// The request was cancelled because the check was stopped.
  case cancelled
  /// Any other failure, such as a response that is not HTTP. The text is the reason.
  case other(String)
}

/// A way to make requests: over the network, or simulated in tests.
package struct HTTPTransport: Sendable {
  /// Makes one request, without following redirects.
  package var send: @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse

  /// Creates a transport.
  package init(send: @escaping @Sendable (HTTPRequest) async throws(HTTPFailure) -> HTTPResponse) {
    self.send = send
  }
}
