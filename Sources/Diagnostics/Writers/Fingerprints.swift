/// Computes a fingerprint for each finding of a report, by which a service recognizes the finding from one run to the
/// next.
///
/// The fingerprint depends on the kind of finding, its file and its English message, not on the line, the language or
/// the machine: lines inserted above do not make a known finding new. A counter distinguishes equal findings.
struct Fingerprints {
  private var ranks: [String: Int] = [:]
  private var given: Set<String> = []

  /// The fingerprint of the next finding of the report: 32 hexadecimal digits, unique in the report.
  mutating func next(for diagnostic: Diagnostic) -> String {
    let key = [diagnostic.id.rawValue, diagnostic.location?.file ?? "", diagnostic.message.english]
      .joined(separator: "\u{0}")
    var rank = ranks[key, default: 0]
    var name: String
    repeat {
      name = Self.digest("\(key)\u{0}\(rank)")
      rank += 1
    } while !given.insert(name).inserted
    ranks[key] = rank
    return name
  }

  /// 128 bits from two runs of 64-bit FNV-1a, over the bytes and over the reversed bytes. The digest does not resist
  /// forgery: nobody gains by a finding that imitates another.
  static func digest(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return hexadecimal(fnv1a(bytes)) + hexadecimal(fnv1a(bytes.reversed()))
  }

  /// The Fowler-Noll-Vo hash, variant 1a, with its published constants.
  static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
