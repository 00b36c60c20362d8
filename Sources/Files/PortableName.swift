/// Checks that file names are valid on all systems (Linux, macOS, Windows, memory sticks). A toolbox and its site can
/// then be copied from one system to another.
package enum PortableName {
  /// The reason why a name is not portable.
  package enum Problem: Sendable, Hashable {
    /// Windows reserves this name for a device, even if an extension follows the name.
    case reserved(String)
    /// A character that Windows forbids in names.
    case sign(String)
    /// An invisible character, such as a line end.
    case invisible
    /// A space or a dot at the end of the name. Windows drops this character.
    case end
    /// The name is too long; the value is its length in bytes.
    case length(Int)
    /// The bytes of the name are not UTF-8.
    case encoding
  }

  /// The maximum length of a name, in bytes of UTF-8.
  package static let limit = 255

  /// Returns the reason why the name of a file or a folder is not portable; nil if the name is portable.
  ///
  /// - Parameter addition: the number of bytes that publication adds to the name.
  package static func problem(of name: String, adding addition: Int = 0) -> Problem? {
    let size = name.utf8.count + addition
    if size > limit { return .length(size) }
    for scalar in name.unicodeScalars {
      if scalar.properties.generalCategory == .control { return .invisible }
      if "<>:\"/\\|?*".unicodeScalars.contains(scalar) { return .sign(String(scalar)) }
      // Bytes that are not UTF-8 are decoded as U+FFFD.
      if scalar == "\u{FFFD}" { return .encoding }
    }
    if let last = name.unicodeScalars.last, last == "." || last == " " { return .end }
    let stem = name.prefix { $0 != "." }.reversed().drop { $0 == " " }.reversed().map(String.init).joined().uppercased()
    return reserved.contains(stem) ? .reserved(stem) : nil
  }

  private static let reserved: Set<String> = {
    let numbers = "0123456789¹²³".map(String.init)
    return Set(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"] + numbers.flatMap { ["COM" + $0, "LPT" + $0] })
  }()

  /// The form in which a case-insensitive system compares a path. An accented letter may have two encodings. The
  /// encodings are not changed, because Swift compares them as equal.
  package static func folded(_ path: String) -> String {
    // A fast path for ASCII, since the function is called for every file.
    if path.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return path.unicodeScalars.reduce(into: "") { folded, scalar in
      // Each letter is first converted to upper case, because some letters have two lower-case forms. Systems ignore an
      // upper-case form that has two scalars. They also ignore a conversion between an ASCII letter and a letter
      // outside ASCII.
      let capitals = scalar.properties.uppercaseMapping.unicodeScalars
      let capital = capitals.first.flatMap { capitals.count == 1 && $0.isASCII == scalar.isASCII ? $0 : nil }
      folded += (capital ?? scalar).properties.lowercaseMapping
    }
  }
}
