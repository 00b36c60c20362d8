/// An absolute address as a browser requests it. It is parsed by the rules of the URL standard (WHATWG, “basic URL
/// parser”).
package struct WebAddress: Sendable, Hashable {
  /// The path: opaque (`mailto:…`) or split into parts.
  enum Path: Sendable, Hashable {
    case opaque(String)
    case parts([String])
  }

  /// The scheme, in lower case and without its colon.
  package internal(set) var scheme: String
  /// The user name before `@`, percent-encoded; empty if the address has no user name.
  package internal(set) var username = ""
  /// The password before `@`, percent-encoded; empty if the address has no password.
  package internal(set) var password = ""
  /// The host; nil if the address has no host, as in a `mailto:` address.
  package internal(set) var host: AddressHost?
  /// The port; nil if the address gives no port, or gives the default port of its scheme.
  package internal(set) var port: UInt16?
  var pathParts: Path
  /// The query after `?`, percent-encoded; nil without `?`.
  package internal(set) var query: String?
  /// The fragment after `#`, percent-encoded; nil without `#`.
  package internal(set) var fragment: String?

  /// Parses an address; nil if a browser would refuse it.
  ///
  /// - Parameter base: the address of the document that contains the reference. Without a base, only absolute addresses
  ///   are valid.
  package init?(_ written: String, base: WebAddress? = nil) {
    self.init(AddressReference(written), base: base)
  }

  /// The special schemes of the standard, except `file`. The key is the scheme. The value is its default port.
  private static let defaultPorts: [String: UInt16] = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]

  /// The default port of a scheme; nil if the scheme has no default port.
  static func defaultPort(of scheme: String) -> UInt16? { defaultPorts[scheme] }

  /// Whether the standard calls the scheme special. An address with a special scheme has a host. In such an address,
  /// `\` means `/`.
  static func isSpecial(_ scheme: String) -> Bool { scheme == "file" || defaultPorts[scheme] != nil }

  var isSpecial: Bool { Self.isSpecial(scheme) }

  /// Whether the scheme is `http` or `https`.
  package var isWeb: Bool { scheme == "http" || scheme == "https" }

  /// Whether the address has a user name or a password.
  package var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }

  /// The path, percent-encoded. Begins with `/` if the address has a host and the path is not empty.
  package var path: String {
    switch pathParts {
    case .opaque(let text): text
    case .parts(let parts): parts.map { "/" + $0 }.joined()
    }
  }

  /// The address without its fragment.
  package var withoutFragment: WebAddress {
    var address = self
    address.fragment = nil
    return address
  }

  /// The port to connect to. It is the port that the address gives, or else the default port of its scheme. Nil if the
  /// address gives no port and the scheme has no default port.
  package var effectivePort: UInt16? { port ?? Self.defaultPort(of: scheme) }

  /// The serialized address.
  package var href: String {
    var result = scheme + ":"
    if let host {
      result += "//"
      if hasCredentials { result += username + (password.isEmpty ? "" : ":" + password) + "@" }
      result += host.text
      if let port { result += ":\(port)" }
    } else if case .parts(let parts) = pathParts, parts.count > 1, parts[0].isEmpty {
      // The path begins with `//`. Without `/.` before the path, a parser would read a host in the path.
      result += "/."
    }
    result += path
    if let query { result += "?" + query }
    if let fragment { result += "#" + fragment }
    return result
  }
}
