extension WebAddress {
  /// Resolves a reference against a base; nil if a browser would refuse the result.
  package init?(_ reference: AddressReference, base: WebAddress? = nil) {
    guard let start = Self.start(reference, base: base) else { return nil }
    self = start
    if let written = reference.query {
      query = PercentEncoding.encode(written.utf8, isSpecial ? EncodeSet.specialQuery : EncodeSet.query)
    }
    fragment = reference.fragment.map { PercentEncoding.encode($0.written.utf8, EncodeSet.fragment) }
  }

  private init(scheme: String, path: Path = .parts([])) {
    self.scheme = scheme
    pathParts = path
  }

  /// Resolves the scheme, the host and the path of a reference. The caller adds the query and the fragment of the
  /// reference. If the reference has neither a path nor a query, the result keeps the query of the base.
  private static func start(_ reference: AddressReference, base: WebAddress?) -> WebAddress? {
    let rest = reference.hierarchy[...]
    guard let scheme = reference.scheme else {
      guard let base else { return nil }
      if case .opaque = base.pathParts {
        return rest.isEmpty && reference.query == nil && reference.fragment != nil ? base : nil
      }
      return base.scheme == "file"
        ? file(rest, base: base, keepsQuery: reference.query == nil) : relative(rest, base, reference.query == nil)
    }
    if scheme == "file" {
      return file(rest, base: base?.scheme == "file" ? base : nil, keepsQuery: reference.query == nil)
    }
    if isSpecial(scheme) {
      if let base, base.scheme == scheme, !(rest.starts(with: "//".utf8)) {
        return relative(rest, base, reference.query == nil)
      }
      return WebAddress(scheme: scheme).with(authorityAndPath: rest.drop(while: \.isSlash))
    }
    if rest.starts(with: "//".utf8) { return WebAddress(scheme: scheme).with(authorityAndPath: rest.dropFirst(2)) }
    if rest.first == UInt8(ascii: "/") { return WebAddress(scheme: scheme).with(path: rest) }
    return WebAddress(scheme: scheme, path: .opaque(PercentEncoding.encode(rest, EncodeSet.c0)))
  }

  /// Resolves a path, or a host and a path, against a base with the same scheme (“relative state”).
  private static func relative(_ rest: ArraySlice<UInt8>, _ base: WebAddress, _ keepsQuery: Bool) -> WebAddress? {
    var address = base
    address.fragment = nil
    let isSlash: (UInt8) -> Bool = base.isSpecial ? \.isSlash : { $0 == UInt8(ascii: "/") }
    let slashes = rest.prefix(while: isSlash).count
    if slashes >= 2 {
      return WebAddress(scheme: base.scheme).with(
        authorityAndPath: base.isSpecial ? rest.drop(while: isSlash) : rest.dropFirst(2))
    }
    guard !rest.isEmpty else {
      if !keepsQuery { address.query = nil }
      return address
    }
    address.query = nil
    if slashes == 1 {
      address.pathParts = .parts([])
    } else {
      address.shortenPath()
    }
    return address.with(path: rest, from: address.parts)
  }

  /// Parses a file address (“file state”).
  private static func file(_ rest: ArraySlice<UInt8>, base: WebAddress?, keepsQuery: Bool) -> WebAddress? {
    var address = WebAddress(scheme: "file")
    address.host = .empty
    let slashes = rest.prefix(while: \.isSlash).count
    if slashes >= 2 { return address.with(fileHostAndPath: rest.dropFirst(2)) }
    guard let base else { return address.with(path: rest) }
    address.host = base.host
    if slashes == 1 {
      let drive = base.parts.first.flatMap { $0.isNormalDriveLetter ? $0 : nil }
      let kept = beginsWithDriveLetter(rest.dropFirst()) ? nil : drive
      return address.with(path: rest, from: kept.map { [$0] } ?? [])
    }
    address.pathParts = base.pathParts
    guard !rest.isEmpty else {
      if keepsQuery { address.query = base.query }
      return address
    }
    if beginsWithDriveLetter(rest) { return address.with(path: rest) }
    address.shortenPath()
    return address.with(path: rest, from: address.parts)
  }

  /// The parts of the path; empty for an opaque path.
  private var parts: [String] { if case .parts(let parts) = pathParts { parts } else { [] } }

  private mutating func shortenPath() { pathParts = .parts(Self.shortened(parts, scheme: scheme)) }

  private static func shortened(_ parts: [String], scheme: String) -> [String] {
    if scheme == "file", parts.count == 1, parts[0].isNormalDriveLetter { return parts }
    return Array(parts.dropLast())
  }
}

// MARK: - Host and path

extension WebAddress {
  /// A copy of this address. Its user name, password, host, port and path come from the bytes. Nil if the bytes are
  /// invalid.
  private func with(authorityAndPath bytes: ArraySlice<UInt8>) -> WebAddress? {
    let isSpecial = isSpecial
    let authority = bytes.prefix { $0 != UInt8(ascii: "/") && !(isSpecial && $0 == UInt8(ascii: "\\")) }
    var address = self
    var rest = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      let credentials = authority[..<at]
      rest = authority[(at + 1)...]
      guard !rest.isEmpty else { return nil }
      let colon = credentials.firstIndex(of: UInt8(ascii: ":")) ?? credentials.endIndex
      address.username = PercentEncoding.encode(credentials[..<colon], EncodeSet.userInfo)
      address.password = PercentEncoding.encode(credentials[colon...].dropFirst(), EncodeSet.userInfo)
    }
    guard let (host, port) = Self.hostAndPort(rest, scheme: scheme) else { return nil }
    address.host = host
    address.port = port
    return address.with(path: bytes[authority.endIndex...])
  }

  /// Parses the host and the port; nil if the host or the port is invalid. The port in the result is nil if the address
  /// gives no port, or gives the default port of the scheme.
  private static func hostAndPort(_ bytes: ArraySlice<UInt8>, scheme: String) -> (AddressHost, UInt16?)? {
    var isInBrackets = false
    let hostBytes = bytes.prefix { byte in
      if byte == UInt8(ascii: "[") { isInBrackets = true }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      return byte != UInt8(ascii: ":") || isInBrackets
    }
    let digits = bytes[hostBytes.endIndex...].dropFirst()
    // An empty host is invalid before a port, and in an address with a special scheme.
    if hostBytes.isEmpty, isSpecial(scheme) || hostBytes.endIndex < bytes.endIndex { return nil }
    guard let host = AddressHost(hostBytes, isSpecial: isSpecial(scheme)), digits.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    guard !digits.isEmpty else { return (host, nil) }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    guard let port = significant.isEmpty ? 0 : UInt16(String(decoding: significant, as: UTF8.self)) else { return nil }
    return (host, port == defaultPort(of: scheme) ? nil : port)
  }

  /// A copy of this address. Its host and path come from the bytes (“file host state”). Nil if the host is invalid.
  private func with(fileHostAndPath bytes: ArraySlice<UInt8>) -> WebAddress? {
    let name = bytes.prefix { !$0.isSlash }
    var address = self
    if name.count == 2, Self.beginsWithDriveLetter(name) { return address.with(path: bytes) }
    if !name.isEmpty {
      guard let host = AddressHost(name, isSpecial: true) else { return nil }
      address.host = host == .domain("localhost") ? .empty : host
    }
    return address.with(path: bytes[name.endIndex...])
  }

  /// A copy of this address with a new path. The path has the parts in `start`, then the parts in the bytes (“path
  /// start state”, “path state”).
  private func with(path bytes: ArraySlice<UInt8>, from start: [String] = []) -> WebAddress {
    var address = self
    let isSpecial = isSpecial
    let isSlash: (UInt8) -> Bool = isSpecial ? \.isSlash : { $0 == UInt8(ascii: "/") }
    guard let first = bytes.first else {
      // If the scheme is special, the path has at least one part.
      address.pathParts = .parts(isSpecial && start.isEmpty ? [""] : start)
      return address
    }
    var parts = start
    let pieces = (isSlash(first) ? bytes.dropFirst() : bytes).split(
      omittingEmptySubsequences: false, whereSeparator: isSlash)
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      switch DotPart(piece) {
      case .up:
        parts = Self.shortened(parts, scheme: scheme)
        if isLast { parts.append("") }
      case .here: if isLast { parts.append("") }
      case nil: parts.append(part(piece, isFirst: parts.isEmpty))
      }
    }
    address.pathParts = .parts(parts)
    return address
  }

  private func part(_ piece: ArraySlice<UInt8>, isFirst: Bool) -> String {
    if scheme == "file", isFirst, piece.count == 2, Self.beginsWithDriveLetter(piece) {
      return String(decoding: piece.prefix(1) + [UInt8(ascii: ":")], as: UTF8.self)
    }
    return PercentEncoding.encode(piece, EncodeSet.path)
  }

  /// Whether the bytes begin with `C:` or `C|`, followed by a slash or nothing (“starts with a Windows drive letter”).
  private static func beginsWithDriveLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = Array(bytes.prefix(3))
    guard start.count >= 2, start[0].isASCIIAlpha, start[1] == UInt8(ascii: ":") || start[1] == UInt8(ascii: "|") else {
      return false
    }
    return start.count == 2 || start[2].isSlash
  }
}

/// A dot segment of a path: `.` or `..`. Its dots may be percent-encoded.
package enum DotPart: Sendable, Hashable {
  /// The same folder, `.`.
  case here
  /// The folder above, `..`.
  case up

  /// Reads a path segment as it is written; nil if it is not a dot segment.
  package init?(_ part: some Collection<UInt8>) {
    var dots = 0
    var rest = part[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard rest.popFirst() == UInt8(ascii: "2"), rest.popFirst().map({ $0 | 0x20 }) == UInt8(ascii: "e") else {
          return nil
        }
      } else if byte != UInt8(ascii: ".") {
        return nil
      }
      dots += 1
      guard dots <= 2 else { return nil }
    }
    switch dots {
    case 1: self = .here
    case 2: self = .up
    default: return nil
    }
  }
}

extension String {
  fileprivate var isNormalDriveLetter: Bool {
    let bytes = Array(utf8)
    return bytes.count == 2 && bytes[0].isASCIIAlpha && bytes[1] == UInt8(ascii: ":")
  }
}
