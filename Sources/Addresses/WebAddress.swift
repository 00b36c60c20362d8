/// A whole address, read as the URL standard says (WHATWG, “basic URL parser”): what a browser would ask for.
public struct WebAddress: Sendable, Hashable {
  /// The path: a text without parts (`mailto:…`), or parts.
  enum Path: Sendable, Hashable {
    case opaque(String)
    case parts([String])
  }

  /// The scheme, in lower case and without its colon.
  public internal(set) var scheme: String
  /// The name before `@`, encoded; empty where there is none.
  public internal(set) var username = ""
  /// The password before `@`, encoded; empty where there is none.
  public internal(set) var password = ""
  /// The host, or nil for schemes without one.
  public internal(set) var host: AddressHost?
  /// The port, where it is not that of the scheme.
  public internal(set) var port: UInt16?
  var pathParts: Path
  /// What follows `?`, encoded; nil where there is no `?`.
  public internal(set) var query: String?
  /// What follows `#`, encoded; nil where there is no `#`.
  public internal(set) var fragment: String?

  /// Reads an address; nil where a browser could not.
  ///
  /// - Parameter base: the address of the document in which it stands; without it, only whole addresses are read.
  public init?(_ written: String, base: WebAddress? = nil) {
    self.init(AddressReference(written), base: base)
  }

  /// The ports that need not be written, by scheme. These are the special schemes of the standard, but `file`.
  private static let defaultPorts: [String: UInt16] = ["http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21]

  /// The port of a scheme, where it has one.
  static func defaultPort(of scheme: String) -> UInt16? { defaultPorts[scheme] }

  /// Whether a scheme is one whose addresses have a host and a path, with `\` as `/`.
  static func isSpecial(_ scheme: String) -> Bool { scheme == "file" || defaultPorts[scheme] != nil }

  var isSpecial: Bool { Self.isSpecial(scheme) }

  /// Whether it leads to a page of the web.
  public var isWeb: Bool { scheme == "http" || scheme == "https" }

  /// Whether it holds a name or a password.
  public var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }

  /// The path, encoded; begins with `/` where there is a host.
  public var path: String {
    switch pathParts {
    case .opaque(let text): text
    case .parts(let parts): parts.map { "/" + $0 }.joined()
    }
  }

  /// The same address without its fragment.
  public var withoutFragment: WebAddress {
    var address = self
    address.fragment = nil
    return address
  }

  /// The port that is asked, that of the scheme included; nil for schemes without one.
  public var effectivePort: UInt16? { port ?? Self.defaultPort(of: scheme) }

  /// The address in its one form.
  public var href: String {
    var result = scheme + ":"
    if let host {
      result += "//"
      if hasCredentials { result += username + (password.isEmpty ? "" : ":" + password) + "@" }
      result += host.text
      if let port { result += ":\(port)" }
    } else if case .parts(let parts) = pathParts, parts.count > 1, parts[0].isEmpty {
      // Else the path would be read as a host.
      result += "/."
    }
    result += path
    if let query { result += "?" + query }
    if let fragment { result += "#" + fragment }
    return result
  }
}
