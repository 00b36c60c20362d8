import Addresses
import Foundation

/// The cookies of one redirect chain. Some sites redirect a client without end if the client does not return their
/// cookies.
struct CookieJar: Sendable, Hashable {
  private struct Cookie: Hashable {
    var name: String
    var value: String
    var domain: String
    var isHostOnly: Bool
    var path: String
    var isSecure: Bool
  }

  /// The maximum number of cookies. A chain that sets more cookies is abnormal, so its further cookies are dropped.
  private static let limit = 50
  private var cookies: [Cookie] = []

  /// Reads the `Set-Cookie` field of a response, and stores the cookies that this field sets.
  mutating func take(_ header: String?, from url: WebAddress, now: Date) {
    guard let header else { return }
    let host = url.hostName
    for text in Self.split(header) {
      guard let (cookie, isGone) = Self.read(text, host: host, url: url, now: now) else { continue }
      cookies.removeAll { $0.name == cookie.name && $0.domain == cookie.domain && $0.path == cookie.path }
      if !isGone, cookies.count < Self.limit { cookies.append(cookie) }
    }
  }

  /// The `Cookie` field of a request to an address, or nil if no cookie applies.
  func header(for url: WebAddress) -> String? {
    let (host, path) = (url.hostName, url.path)
    let sent = cookies.filter { cookie in
      (cookie.domain == host || (!cookie.isHostOnly && host.hasSuffix("." + cookie.domain)))
        && Self.path(path.isEmpty ? "/" : path, isIn: cookie.path)
        && (!cookie.isSecure || url.scheme == "https")
    }
    return sent.isEmpty ? nil : sent.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  }

  /// Splits a field that contains several cookies joined by commas. Dates contain commas too. So a comma separates two
  /// cookies only if a name and an equals sign follow the comma.
  private static func split(_ header: String) -> [Substring] {
    var parts: [Substring] = []
    var start = header.startIndex
    var index = header.startIndex
    while let comma = header[index...].firstIndex(of: ",") {
      let rest = header[header.index(after: comma)...]
      let name = rest.drop { $0 == " " }.prefix { !"=;, ".contains($0) }
      if !name.isEmpty, name.endIndex < header.endIndex, header[name.endIndex] == "=" {
        parts.append(header[start..<comma])
        start = rest.startIndex
      }
      index = rest.startIndex
    }
    return parts + [header[start...]]
  }

  private static func read(_ text: Substring, host: String, url: WebAddress, now: Date) -> (Cookie, isGone: Bool)? {
    let parts = text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    guard let pair = parts.first, let equals = pair.firstIndex(of: "="), equals > pair.startIndex,
      pair.utf8.count <= 4096, !pair.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f })
    else { return nil }
    var cookie = Cookie(
      name: String(pair[..<equals]), value: String(pair[pair.index(after: equals)...]), domain: host, isHostOnly: true,
      path: defaultPath(url), isSecure: false)
    var expiry: Bool?
    var age: Bool?
    for attribute in parts.dropFirst() {
      let halves = attribute.split(separator: "=", maxSplits: 1)
      let value = halves.count > 1 ? halves[1].trimmingCharacters(in: .whitespaces) : ""
      switch halves.first?.lowercased() {
      case "path" where value.hasPrefix("/"): cookie.path = value
      case "secure": cookie.isSecure = true
      case "max-age": age = Int(value).map { $0 <= 0 }
      case "expires": expiry = HTTPDate.parse(value, now: now).map { $0 <= now }
      case "domain":
        let domain = (value.hasPrefix(".") ? value.dropFirst() : value[...]).lowercased()
        // A cookie is refused if its domain is a top-level domain, or a domain to which the host does not belong.
        guard domain == host || (host.hasSuffix("." + domain) && domain.contains(".")), url.ipAddress == nil else {
          if domain == host || domain.isEmpty { continue }
          return nil
        }
        cookie.domain = domain
        cookie.isHostOnly = false
      default: break
      }
    }
    return (cookie, isGone: age ?? expiry ?? false)
  }

  private static func defaultPath(_ url: WebAddress) -> String {
    let path = url.path
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func path(_ path: String, isIn parent: String) -> Bool {
    path == parent || (path.hasPrefix(parent) && (parent.hasSuffix("/") || path.dropFirst(parent.count).first == "/"))
  }
}
