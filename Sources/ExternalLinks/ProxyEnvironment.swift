import Addresses
import Foundation

/// The proxies that environment variables define, such as `https_proxy` and `no_proxy`. Trousse uses the same variable
/// names as curl, and the same rules for the values. Unlike curl, Trousse also reads `HTTP_PROXY`.
package struct ProxyEnvironment: Sendable, Hashable {
  private let http: String?
  private let https: String?
  private let exceptions: [String]

  /// Reads the proxies from environment variables.
  package init(_ environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    let all = value("all_proxy", "ALL_PROXY")
    // Under a CGI server, `HTTP_PROXY` contains the `Proxy` field of a visitor's request. So the variable is ignored
    // there.
    let inCapitals = value("REQUEST_METHOD") == nil ? value("HTTP_PROXY") : nil
    http = value("http_proxy") ?? inCapitals ?? all
    https = value("https_proxy", "HTTPS_PROXY") ?? all
    exceptions = (value("no_proxy", "NO_PROXY") ?? "").split { $0 == "," || $0 == " " }.map {
      ($0.hasPrefix(".") ? $0.dropFirst() : $0).lowercased()
    }
  }

  /// An environment without proxies.
  package static let none = ProxyEnvironment([:])

  /// The proxies in the environment of this process.
  package static var current: ProxyEnvironment { ProxyEnvironment(ProcessInfo.processInfo.environment) }

  /// The proxy for a request to an address, or nil for a direct connection.
  package func proxy(for url: WebAddress) -> String? {
    let host = url.hostName
    guard !host.isEmpty, let proxy = url.scheme == "https" ? https : http else { return nil }
    let excepted = exceptions.contains { $0 == "*" || $0 == host || host.hasSuffix("." + $0) }
    return excepted ? nil : proxy
  }
}
