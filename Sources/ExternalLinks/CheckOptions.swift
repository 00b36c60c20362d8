import Addresses
import Foundation

/// How links are checked.
public struct CheckOptions: Sendable {
  /// The value of the `User-Agent` field.
  public var userAgent: String
  /// The hosts that may be requested even if they are private, loopback or link-local. Each is a name or an IP address,
  /// in lower case and ASCII (`xn--…`).
  public var allowedHosts: Set<String>
  /// How often, and after which delays, a request is retried.
  public var retries: RetryPolicy
  /// How many redirects are followed at most.
  public var redirectLimit: Int
  /// The maximum number of concurrent requests to all hosts together.
  public var requests: Int
  /// The maximum number of concurrent requests to one host.
  public var requestsPerHost: Int
  /// How many seconds one request may take.
  public var requestLimit: TimeInterval
  /// How many seconds one link may take, including the waits before its retries.
  public var linkLimit: TimeInterval
  /// How many seconds the whole check may take.
  public var totalLimit: TimeInterval
  /// How many seconds, in total, the check may wait for one host that throttles requests. After that, the last response
  /// of the host counts.
  public var hostPauseLimit: TimeInterval
  /// How many bytes of a page are read at most if a link points to an anchor of the page.
  public var pageLimit: Int
  /// How many bytes of a page are read at most if no link points to an anchor of the page.
  public var headLimit: Int

  /// Creates options; the defaults keep the load on sites low.
  public init(
    userAgent: String, allowedHosts: Set<String> = [], retries: RetryPolicy = RetryPolicy(), redirectLimit: Int = 10,
    requests: Int = 64, requestsPerHost: Int = 4, requestLimit: TimeInterval = 10, linkLimit: TimeInterval = 60,
    totalLimit: TimeInterval = 900, hostPauseLimit: TimeInterval = 120, pageLimit: Int = 1 << 19,
    headLimit: Int = 1 << 16
  ) {
    self.userAgent = userAgent
    self.allowedHosts = allowedHosts
    self.retries = retries
    self.redirectLimit = redirectLimit
    self.requests = requests
    self.requestsPerHost = requestsPerHost
    self.requestLimit = requestLimit
    self.linkLimit = linkLimit
    self.totalLimit = totalLimit
    self.hostPauseLimit = hostPauseLimit
    self.pageLimit = pageLimit
    self.headLimit = headLimit
  }

  /// Returns the host of an input that a user typed. The input may be a host name, an IP address or a whole web
  /// address. Nil for any other input.
  public static func allowedHost(_ typed: String) -> String? {
    [typed, "http://\(typed)/", "http://[\(typed)]/"].lazy.compactMap { WebAddress($0) }.first { $0.isWeb }?.hostName
  }

  /// The value of the `User-Agent` field: the program, its version, and a contact for the owners of the requested
  /// sites. Drops the characters of the contact that could end the field or the parentheses around the contact.
  public static func userAgent(version: String, contact: String?) -> String {
    let name = "Trousse/\(version)"
    let safe = (contact ?? "").unicodeScalars.filter {
      (0x21...0x7e).contains($0.value) && !"()\\".unicodeScalars.contains($0)
    }
    return safe.isEmpty ? name : "\(name) (+\(String(String.UnicodeScalarView(safe))))"
  }
}
