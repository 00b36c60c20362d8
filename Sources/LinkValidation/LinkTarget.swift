import Foundation

/// What an editor wrote as the target of a link, understood by its form alone.
public enum LinkTarget: Sendable, Hashable {
  /// Nothing, or `#`: a link that somebody meant to fill in.
  case placeholder
  /// `#ancre`: a place in the same document.
  case sameDocument(anchor: String)
  /// A path to a file, relative to the document, escapes undone, without its query.
  case file(path: String, anchor: String?)
  /// `guide:charge.md`: a file of the guide, in the general edition on purpose.
  case generalEdition(path: String, anchor: String?)
  /// `https://…` or `http://…`.
  case web(String)
  /// `https:` without a host.
  case incomplete(String)
  /// `//host/…`, which breaks when the site is read from a folder.
  case protocolRelative(String)
  /// `mailto:` and `tel:`.
  case contact(String)
  /// Any other scheme, in lower case.
  case unsupported(scheme: String)

  /// The prefix that leads to the general edition.
  static let generalPrefix = "guide:"

  /// Reads a target.
  public init(_ written: String) {
    let hasBlanks =
      written.utf8.first.map { $0 <= 0x20 || $0 > 0x7E } == true
      || written.utf8.last.map { $0 <= 0x20 || $0 > 0x7E } == true
    let target = hasBlanks ? written.trimmingCharacters(in: .whitespacesAndNewlines) : written
    if target.isEmpty || target == "#" {
      self = .placeholder
    } else if target.hasPrefix("#") {
      let anchor = Self.anchor(target.dropFirst())
      self = .sameDocument(anchor: anchor.isEmpty ? "top" : anchor)
    } else if target.hasPrefix("//") {
      self = .protocolRelative(target)
    } else if target.lowercased().hasPrefix(Self.generalPrefix) {
      let (path, anchor) = Self.split(target.dropFirst(Self.generalPrefix.count))
      self = .generalEdition(path: path, anchor: anchor)
    } else if let scheme = Self.scheme(of: target) {
      switch scheme {
      case "http", "https": self = Self.hasHost(target) ? .web(target) : .incomplete(target)
      case "mailto", "tel": self = .contact(target)
      default: self = .unsupported(scheme: scheme)
      }
    } else {
      let (path, anchor) = Self.split(Substring(target))
      // A query alone (`?x=1#ancre`) stays in the document.
      self = path.isEmpty ? .sameDocument(anchor: anchor ?? "top") : .file(path: path, anchor: anchor)
    }
  }

  private static func hasHost(_ target: String) -> Bool {
    guard let colon = target.firstIndex(of: ":") else { return false }
    let rest = target[target.index(after: colon)...]
    return rest.hasPrefix("//") && rest.dropFirst(2).first.map { !"/?#:.".contains($0) } ?? false
  }

  private static func split(_ target: Substring) -> (path: String, anchor: String?) {
    let hash = target.utf8.firstIndex(of: UInt8(ascii: "#"))
    let whole = target[..<(hash ?? target.endIndex)]
    let path = whole[..<(whole.utf8.firstIndex(of: UInt8(ascii: "?")) ?? whole.endIndex)]
    let anchor = hash.map { Self.anchor(target[target.index(after: $0)...]) }
    return (decode(path), anchor.flatMap { $0.isEmpty ? nil : $0 })
  }

  /// An anchor in the form in which headings have theirs: browsers compare code points, so that two ways of writing one
  /// accent are two anchors.
  private static func anchor(_ text: Substring) -> String {
    // What a browser marks in the text (`#ancre:~:text=…`) is no part of the anchor.
    let decoded = decode(text.firstRange(of: ":~:").map { text[..<$0.lowerBound] } ?? text)
    return decoded.utf8.allSatisfy { $0 < 0x80 } ? decoded : decoded.precomposedStringWithCanonicalMapping
  }

  private static func decode(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return text.removingPercentEncoding ?? String(text)
  }

  /// The scheme of an address (RFC 3986, section 3.1), or nil; a single letter is a drive, not a scheme.
  private static func scheme(of target: String) -> String? {
    guard let colon = target.firstIndex(of: ":") else { return nil }
    let scheme = target[..<colon].lowercased()
    guard scheme.count > 1, let first = scheme.first, first.isASCII, first.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return scheme
  }
}
