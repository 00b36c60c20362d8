import Encodings

/// Gives each finding of a report a fingerprint. With the fingerprint, a service recognizes the same finding in the
/// next report.
///
/// The fingerprint depends on the kind, the file and the English message of the finding. It does not depend on the
/// line, because a finding must keep its fingerprint if lines are inserted above the finding. It does not depend on the
/// language of the report or on the machine. A counter distinguishes findings with the same kind, file and message.
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

  /// The first half of a SHA-256 digest. With these 128 bits, two digests are practically never equal by chance. Nobody
  /// has a reason to produce two equal digests on purpose.
  static func digest(_ text: String) -> String { String(Digest.sha256(Array(text.utf8)).prefix(32)) }
}
