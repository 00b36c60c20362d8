import CompiledBody
import Diagnostics
import MarkdownTree

/// An address as it is written in Markdown. Reads this address, and writes another address in its place.
struct MarkdownAddress {
  private enum Form {
    /// An address in running text without angle brackets: `https://…` or `www.…`.
    case bare
    /// An address in running text with angle brackets: `<https://…>`.
    case autolink
    /// The target of a link or of a definition, in angle brackets.
    case bracketed
    /// The target of a link or of a definition, without angle brackets.
    case plain
  }

  /// The maximum number of bytes that are read after a bare address. Reading also stops at white space and at `<`. The
  /// bytes are needed, because punctuation after an address affects where the parser ends the address.
  private static let reach = 256

  private let form: Form
  private let written: String
  private let following: String

  /// - Parameters:
  ///   - bytes: the range of the address, without brackets.
  ///   - isAutomatic: whether the address is also the text of the link.
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

  /// The address that the Markdown parser reads at this place, or nil if the parser reads no address.
  var meaning: String? {
    switch form {
    case .bare: Self.target(in: written + following)
    case .autolink: Self.target(in: "<\(written)>")
    case .bracketed: Self.target(in: "[x](<\(written)>)")
    case .plain: Self.target(in: "[x](\(written))")
    }
  }

  /// Formats another address so that it can replace this address in the Markdown text.
  func writing(_ address: String) -> String {
    switch form {
    case .bare where Self.target(in: address + following) == address: address
    case .bare: "<\(Self.escapingReferences(address))>"
    case .autolink, .bracketed: Self.escapingReferences(address)
    case .plain: Self.escapingBrackets(Self.escapingReferences(address))
    }
  }

  /// The target of the first link in a short text. The Markdown parser reads the text, because the parser decides where
  /// an address ends. The parser also decodes escapes and character references.
  private static func target(in text: String) -> String? {
    let fragments = Body(Document(parsing: SourceText(file: "", text: text))).fragments
    var targets: [String] = []
    fragments.forEachFragment { if case .link(let link, _) = $0 { targets.append(link.target) } }
    return targets.first
  }

  /// Escapes the `&` of each character reference. Otherwise, the parser would read `&copy;`, for example, as `©`.
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

  /// If the parentheses are not balanced, escapes all parentheses. Without these escapes, the target would end too
  /// early or too late.
  private static func escapingBrackets(_ address: String) -> String {
    // cmark refuses a target with more than 32 nested pairs of parentheses.
    let limit = 16
    var depth = 0
    for byte in address.utf8 where depth >= 0 && depth <= limit {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
    }
    return depth == 0 ? address : address.replacing("(", with: "\\(").replacing(")", with: "\\)")
  }
}
