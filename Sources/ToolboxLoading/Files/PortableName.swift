/// What a name may be so that a toolbox, and its site, can be copied to any system: Linux, macOS, Windows, a memory stick.
public enum PortableName {
  /// What keeps a name from being one everywhere.
  public enum Problem: Sendable, Hashable {
    /// Windows keeps this name for a device, whatever its ending.
    case reserved(String)
    /// A sign that Windows does not take in names.
    case sign(String)
    /// A sign that cannot be seen, such as the end of a line.
    case invisible
    /// The blank or the dot that it ends with, which Windows drops.
    case end
    /// It is longer than systems take, in bytes.
    case length(Int)
    /// Its bytes are not UTF-8.
    case encoding
  }

  /// The longest name that systems take, in bytes of UTF-8.
  public static let limit = 255

  /// What is wrong with the name of a file or a folder, or nil.
  ///
  /// - Parameter addition: how many bytes are added to it when it is published.
  public static func problem(of name: String, adding addition: Int = 0) -> Problem? {
    let size = name.utf8.count + addition
    if size > limit { return .length(size) }
    for scalar in name.unicodeScalars {
      if scalar.properties.generalCategory == .control { return .invisible }
      if "<>:\"/\\|?*".unicodeScalars.contains(scalar) { return .sign(String(scalar)) }
      // What is not UTF-8 was read as this sign.
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

  /// A path as systems see it that do not tell capitals from small letters. That accents may be written in two ways does not
  /// matter either: texts that differ in this alone are equal.
  public static func folded(_ path: String) -> String {
    // Byte by byte where that is all there is to it: it is asked of every file.
    if path.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return path.unicodeScalars.reduce(into: "") { folded, scalar in
      // By way of the capital, since some have two small letters. Systems know none that is two signs, nor one of ASCII.
      let capitals = scalar.properties.uppercaseMapping.unicodeScalars
      let capital = capitals.first.flatMap { capitals.count == 1 && $0.isASCII == scalar.isASCII ? $0 : nil }
      folded += (capital ?? scalar).properties.lowercaseMapping
    }
  }
}
