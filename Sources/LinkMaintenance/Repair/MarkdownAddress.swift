import Diagnostics
import MarkdownTree

/// An address where Markdown writes it: what stands there means, and how another one is written in its stead.
struct MarkdownAddress {
  private enum Form {
    /// `https://…`, or `www.…`, in running text.
    case bare
    /// `<https://…>`.
    case autolink
    /// A target in pointed brackets, of a link or a definition.
    case bracketed
    /// A target without.
    case plain
  }

  /// How much is read of what follows a bare address, in bytes: punctuation up to a blank.
  private static let reach = 256

  private let form: Form
  private let written: String
  private let following: String

  /// - Parameters:
  ///   - bytes: where the address stands, without any brackets.
  ///   - isAutomatic: whether it is its own text.
  init(at bytes: Range<Int>, isAutomatic: Bool, in source: SourceText) {
    let isBracketed =
      bytes.lowerBound > 0 && source.bytes[bytes.lowerBound - 1] == UInt8(ascii: "<")
      && bytes.upperBound < source.bytes.count && source.bytes[bytes.upperBound] == UInt8(ascii: ">")
    switch (isAutomatic, isBracketed) {
    case (true, true): form = .autolink
    case (true, false): form = .bare
    case (false, true): form = .bracketed
    case (false, false): form = .plain
    }
    written = String(decoding: source.bytes[bytes], as: UTF8.self)
    let rest = source.bytes[bytes.upperBound...].prefix(Self.reach)
    following = String(decoding: rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "<") }, as: UTF8.self)
  }

  /// What stands there means to the reader of Markdown, or nil where it is no address.
  var meaning: String? {
    switch form {
    case .bare: Self.target(in: written + following)
    case .autolink: Self.target(in: "<\(written)>")
    case .bracketed: Self.target(in: "[x](<\(written)>)")
    case .plain: Self.target(in: "[x](\(written))")
    }
  }

  /// How another address is written there.
  func writing(_ address: String) -> String {
    switch form {
    case .bare where Self.target(in: address + following) == address: address
    case .bare: "<\(Self.escapingReferences(address))>"
    case .autolink, .bracketed: Self.escapingReferences(address)
    case .plain: Self.escapingBrackets(Self.escapingReferences(address))
    }
  }

  /// The target of the link that a short text begins with, by the reader itself: what it takes for an address, and what
  /// it makes of escapes and of names of characters, is its own affair.
  private static func target(in text: String) -> String? {
    let fragments = Body(Document(parsing: SourceText(file: "", text: text))).fragments
    var targets: [String] = []
    fragments.forEachFragment { if case .link(let link, _) = $0 { targets.append(link.target) } }
    return targets.first
  }

  /// `&copy;` would be read as `©`.
  private static func escapingReferences(_ address: String) -> String {
    var result = ""
    var rest = address[...]
    while let sign = rest.firstIndex(of: "&") {
      let name = rest[sign...].dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "#" }
      let isReference = !name.isEmpty && name.endIndex < rest.endIndex && rest[name.endIndex] == ";"
      result += rest[..<sign] + (isReference ? "&amp;" : "&")
      rest = rest[rest.index(after: sign)...]
    }
    return result + rest
  }

  /// Brackets in pairs belong to a target; others would end it, or keep it from ending.
  private static func escapingBrackets(_ address: String) -> String {
    // The library refuses more than 32 pairs within each other.
    let limit = 16
    var depth = 0
    for byte in address.utf8 where depth >= 0 && depth <= limit {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth == 0 ? address : address.replacing("(", with: "\\(").replacing(")", with: "\\)")
  }
}
