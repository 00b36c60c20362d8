import Addresses
import Foundation

/// The settings of a check.
package struct CheckOptions: Sendable {
  /// The value of the `User-Agent` field.
  package var userAgent: String
  /// The hosts that may be requested even if they are private, loopback or link-local. Each host is a name or an IP
  /// address, in lower case and ASCII (`xn--…`).
  package var allowedHosts: Set<String>
  /// The number of retries for a failed request, and the delays before the retries.
  package var retries: RetryPolicy
  /// The maximum number of redirects in one chain.
  package var redirectLimit: Int
  /// The maximum number of concurrent requests to all hosts together.
  package var requests: Int
  /// The maximum number of concurrent requests to one host.
  package var requestsPerHost: Int
  /// The maximum time for one request, in seconds.
  package var requestLimit: TimeInterval
  /// The maximum time for one link, in seconds, including the waits before its retries.
  package var linkLimit: TimeInterval
  /// The maximum time for the whole check, in seconds.
  package var totalLimit: TimeInterval
  /// The maximum total time, in seconds, that the check waits for one host that throttles requests. If a further wait
  /// would exceed this time, the last response of the host counts.
  package var hostPauseLimit: TimeInterval
  /// The maximum number of bytes that are read from a page if a link points to an anchor of the page.
  package var pageLimit: Int
  /// The maximum number of bytes that are read from a page if no link points to an anchor of the page.
  package var headLimit: Int

  /// Creates options; the defaults keep the load on sites low.
  package init(
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

  /// Returns the host that a user typed as a host name, an IP address or a whole web address. Returns nil for any other
  /// text.
  package static func allowedHost(_ typed: String) -> String? {
    [typed, "http://\(typed)/", "http://[\(typed)]/"].lazy.compactMap { WebAddress($0) }.first { $0.isWeb }?.hostName
  }

  /// The value of the `User-Agent` field: the program, its version, and a contact for the owners of the requested
  /// sites. If a character of the contact could end the field or the parentheses around the contact, this character is
  /// removed.
  package static func userAgent(version: String, contact: String?) -> String {
    let name = "Trousse/\(version)"
    let safe = (contact ?? "").unicodeScalars.filter {
      (0x21...0x7e).contains($0.value) && !"()\\".unicodeScalars.contains($0)
    }
    return safe.isEmpty ? name : "\(name) (+\(String(String.UnicodeScalarView(safe))))"
  }
}
