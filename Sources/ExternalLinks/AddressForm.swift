import Foundation

/// What an address is, by its form alone.
enum AddressForm: Sendable, Hashable {
  /// A page or file that can be asked for; the fragment is kept apart, as it is written.
  case web(URL, fragment: String?)
  /// A mail address or a telephone number of good form: nothing is asked.
  case contact
  /// Something that is not asked.
  case refused(LinkReason)
  /// Something that cannot be an address.
  case malformed

  init(_ address: String) {
    let text = address.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let colon = text.firstIndex(of: ":") else {
      self = .malformed
      return
    }
    let rest = text[text.index(after: colon)...]
    switch text[..<colon].lowercased() {
    case "http", "https": self = Self.web(text)
    case "mailto": self = Self.isMail(rest) ? .contact : .refused(.malformedContact)
    case "tel": self = Self.isTelephone(rest) ? .contact : .refused(.malformedContact)
    default: self = .refused(.unsupportedScheme)
    }
  }

  private static func web(_ text: String) -> AddressForm {
    let hash = text.firstIndex(of: "#")
    let fragment = hash.map { String(text[text.index(after: $0)...]) }
    guard let url = URL(string: String(text[..<(hash ?? text.endIndex)])) else { return .malformed }
    return check(url).map(AddressForm.refused) ?? (hasHost(url) ? .web(normal(url), fragment: fragment) : .malformed)
  }

  /// Why an address of the web is not asked, by its form alone; used for the targets of redirects too.
  static func check(_ url: URL) -> LinkReason? {
    guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
      return .unsupportedScheme
    }
    return url.user() == nil && url.password() == nil ? nil : .credentialsInAddress
  }

  /// Whether an address names a host that can exist.
  static func hasHost(_ url: URL) -> Bool {
    guard let host = url.hostName, !host.isEmpty, host.utf8.count <= 253, (1...65535).contains(url.port ?? 80) else {
      return false
    }
    if host.contains(":") { return IPAddress(host) != nil }
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.utf8.count <= 63 && !$0.contains { "% ".contains($0) }
    }
  }

  /// The form in which an address is asked for: a small host, and a path at least of `/`.
  static func normal(_ url: URL) -> URL {
    guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else { return url }
    parts.fragment = nil
    parts.scheme = parts.scheme?.lowercased()
    parts.encodedHost = parts.encodedHost?.lowercased()
    if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
    return parts.url ?? url
  }

  private static func isMail(_ rest: Substring) -> Bool {
    let recipients = rest.prefix { $0 != "?" }
    // No recipient but a subject or a body is a link that shares a page.
    if recipients.isEmpty { return rest.contains("=") }
    return recipients.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { one in
      let address = (String(one).removingPercentEncoding ?? String(one)).trimmingCharacters(in: .whitespaces)
      let parts = address.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !address.contains(" ") else { return false }
      return parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }
  }

  private static func isTelephone(_ rest: Substring) -> Bool {
    let number = (String(rest).removingPercentEncoding ?? String(rest)).prefix { $0 != ";" }
    let digits = number.filter { $0.isASCII && $0.isNumber }.count
    // French short numbers (15, 3939) count; the signs that people put between digits do too.
    return digits >= 2 && digits <= 15
      && number.enumerated().allSatisfy { index, sign in
        (sign.isASCII && sign.isNumber) || "-.() \u{A0}\u{202F}*#".contains(sign) || (sign == "+" && index == 0)
      }
  }
}

extension URL {
  /// The host as it is asked for: in small letters and in ASCII (`xn--…`), without the brackets of an address.
  var hostName: String? { host?.lowercased() }
}
