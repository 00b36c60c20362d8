import Encodings

/// A question that a build asks, such as "what is in this file?" or "what is the HTML of this page?". The engine answers
/// each question once per build. It remembers which other questions the answer depended on. In a later build, the answer
/// is computed again only if one of those answers changed.
///
/// A ``Rule`` says how questions of a kind are answered.
package protocol Query: Hashable, Sendable {
  associatedtype Answer: Sendable

  /// The name of the kind of question. It is part of the record, so each kind has a name of its own.
  static var kind: String { get }

  /// How the engine keeps answers of this kind.
  static var keeping: Keeping<Answer> { get }

  /// Whether an answer that possibly changed is computed before it is asked for. This suits small answers on which many
  /// others depend.
  static var isSettledFirst: Bool { get }

  /// The answer where there is none: for a question that depends on itself (``Engine/cycles``), or without a rule.
  var fallback: Answer { get }

  /// The fingerprint of an answer. If it is that of the last build, everything that depends on the answer is valid.
  static func fingerprint(of answer: Answer) -> Fingerprint

  /// Writes the question for the record.
  func write(to writer: inout ByteWriter)

  /// Reads a question from the record.
  init(_ reader: inout ByteReader) throws(DamagedBytes)
}

extension Query {
  package static var isSettledFirst: Bool { false }
}

/// How the engine keeps the answers of a kind of question. An answer that is not kept is computed again if another
/// computation needs it.
package enum Keeping<Answer: Sendable>: Sendable {
  /// Nowhere. Only the fingerprint is kept. This suits large answers that are needed once, such as pages.
  case nowhere
  /// In memory, until the end of the build.
  case inMemory
  /// In memory and in the record. This suits small answers that many computations need.
  case inRecord(
    write: @Sendable (Answer, inout ByteWriter) -> Void,
    read: @Sendable (inout ByteReader) throws(DamagedBytes) -> Answer)
}
