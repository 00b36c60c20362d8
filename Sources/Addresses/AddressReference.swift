/// An address as somebody wrote it, cut into its parts before it is known from where it is meant.
///
/// Follows the URL standard (WHATWG, “basic URL parser”): blanks and controls around it are dropped, tabs and line ends
/// within it too, before anything is decided. What a browser would take for a scheme is a scheme here, however it is
/// disguised.
public struct AddressReference: Sendable, Hashable {
  /// What an address begins with.
  public enum Form: Sendable, Hashable {
    /// Nothing: the document itself, with or without a query or a fragment.
    case document
    /// A path from the folder of the document.
    case relativePath
    /// A path from the root of the site: `/` or `\`.
    case rootPath
    /// A host, with the scheme of the document: two of `/` and `\`.
    case host
    /// A scheme.
    case scheme(String)
  }

  /// The address without what browsers drop.
  public let text: String
  /// The scheme, in lower case and without its colon.
  public let scheme: String?
  /// What stands between the scheme and the query: a host and a path, or a path.
  let hierarchy: [UInt8]
  /// What follows the first `?` before the fragment, as it is written.
  public let query: String?
  /// What follows the first `#`.
  public let fragment: AddressFragment?

  /// Reads an address.
  public init(_ written: String) {
    text = Self.cleaned(written)
    var rest = Array(text.utf8)[...]
    let length = Self.schemeLength(rest)
    scheme = length.map { String(decoding: rest.prefix($0).map(\.lowercasedASCII), as: UTF8.self) }
    if let length { rest = rest.dropFirst(length + 1) }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = AddressFragment(String(decoding: rest[(hash + 1)...], as: UTF8.self))
      rest = rest[..<hash]
    } else {
      fragment = nil
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
      rest = rest[..<mark]
    } else {
      query = nil
    }
    hierarchy = Array(rest)
  }

  /// What it begins with.
  public var form: Form {
    if let scheme { return .scheme(scheme) }
    guard let first = hierarchy.first else { return .document }
    guard first.isSlash else { return .relativePath }
    return slashes >= 2 ? .host : .rootPath
  }

  /// What stands between the scheme and the query, as it is written.
  public var path: String { String(decoding: hierarchy, as: UTF8.self) }

  /// The parts of a path, escapes undone, `\` taken as `/`. A part whose escapes hide a `/`, or are not UTF-8, stays as it
  /// is written: no file has that name.
  public var pathParts: [String] {
    hierarchy.split(omittingEmptySubsequences: false, whereSeparator: \.isSlash).map { part in
      let written = String(decoding: part, as: UTF8.self)
      guard let decoded = PercentEncoding.decodedText(written), !decoded.utf8.contains(UInt8(ascii: "/")) else {
        return written
      }
      return decoded
    }
  }

  /// How many of `/` and `\` it begins with, after its scheme.
  var slashes: Int { hierarchy.prefix(while: \.isSlash).count }

  /// Whether it names a host after a scheme or two slashes, whatever that host is worth.
  public var namesHost: Bool {
    slashes >= 2
      && hierarchy.drop(while: \.isSlash).first.map { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") } ?? false
  }

  /// An address without what browsers drop before they read it.
  private static func cleaned(_ written: String) -> String {
    guard written.utf8.contains(where: { $0 <= 0x20 }) else { return written }
    let inner = written.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return String(decoding: inner.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The length of the scheme that some bytes begin with, without its colon.
  private static func schemeLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, first.isASCIIAlpha else { return nil }
    let length = bytes.prefix { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }.count
    return bytes.dropFirst(length).first == UInt8(ascii: ":") ? length : nil
  }
}

extension UInt8 {
  /// `/`, or `\`, which browsers take for it in addresses of the web and of files.
  var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}
