/// An address as it is written, split into its parts. It is not resolved against a base.
///
/// Follows the URL standard (WHATWG, “basic URL parser”). First removes blanks and control characters at both ends, and
/// tabs and line ends everywhere. Therefore, the scheme is found even if an author disguises it with such characters.
package struct AddressReference: Sendable, Hashable {
  /// The kinds of references. The first part of the address decides the kind.
  package enum Form: Sendable, Hashable {
    /// The document that contains the address. The address has no path, but may have a query or a fragment.
    case document
    /// A path relative to the folder of the document.
    case relativePath
    /// A path from the root of the site. It begins with `/` or `\`.
    case rootPath
    /// A host without a scheme, after two slashes or backslashes. The scheme of the document applies.
    case host
    /// An absolute address, with a scheme.
    case scheme(String)
  }

  /// The address without the characters that browsers remove.
  package let text: String
  /// The scheme, in lower case and without its colon; nil if the address has no scheme.
  package let scheme: String?
  /// The part between the scheme and the query: a path, with or without a host before it.
  let hierarchy: [UInt8]
  /// The query as it is written, from the first `?` to the fragment, without the `?`; nil if the address has no query.
  package let query: String?
  /// The fragment after the first `#`; nil if the address has no fragment.
  package let fragment: AddressFragment?

  /// Parses an address.
  package init(_ written: String) {
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

  /// The kind of reference.
  package var form: Form {
    if let scheme { return .scheme(scheme) }
    guard let first = hierarchy.first else { return .document }
    guard first.isSlash else { return .relativePath }
    return slashes >= 2 ? .host : .rootPath
  }

  /// The part between the scheme and the query, as it is written.
  package var path: String { String(decoding: hierarchy, as: UTF8.self) }

  /// The parts of the path, percent-decoded. Both `/` and `\` separate parts. If a decoded part would contain `/` or
  /// invalid UTF-8, the part stays as it is written, because no file has such a name.
  package var pathParts: [String] {
    hierarchy.split(omittingEmptySubsequences: false, whereSeparator: \.isSlash).map { part in
      let written = String(decoding: part, as: UTF8.self)
      guard let decoded = PercentEncoding.decodedText(written), !decoded.utf8.contains(UInt8(ascii: "/")) else {
        return written
      }
      return decoded
    }
  }

  /// The number of slashes and backslashes at the start of the address or just after the scheme.
  var slashes: Int { hierarchy.prefix(while: \.isSlash).count }

  /// Whether the address has a host, after two slashes. The host may be invalid.
  package var namesHost: Bool {
    slashes >= 2
      && hierarchy.drop(while: \.isSlash).first.map { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") } ?? false
  }

  /// Removes the characters that browsers remove before they parse an address.
  private static func cleaned(_ written: String) -> String {
    guard written.utf8.contains(where: { $0 <= 0x20 }) else { return written }
    let inner = written.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    return String(decoding: inner.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The length, in bytes, of the scheme at the start of an address, without its colon. Nil if the address has no
  /// scheme.
  private static func schemeLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, first.isASCIIAlpha else { return nil }
    let length = bytes.prefix { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }.count
    return bytes.dropFirst(length).first == UInt8(ascii: ":") ? length : nil
  }
}

extension UInt8 {
  /// Whether the byte is `/` or `\`. In addresses of the web and of files, browsers read `\` as `/`.
  var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }
}
