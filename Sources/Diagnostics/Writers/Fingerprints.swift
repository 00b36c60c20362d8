import Encodings

/// Gives each finding of a report a fingerprint. By its fingerprint, a service recognizes a finding in the next report.
///
/// The fingerprint depends on the kind of finding, its file and its English message. It does not depend on the line, so
/// a finding keeps its fingerprint if lines are inserted above it. It does not depend on the language of the report or
/// on the machine. A counter distinguishes findings with the same kind, file and message.
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

  /// The first half of a SHA-256 digest. These 128 bits exclude two equal digests by chance. Nobody will produce two
  /// equal digests on purpose, because nobody gains from them.
  static func digest(_ text: String) -> String { String(Digest.sha256(Array(text.utf8)).prefix(32)) }
}
