import Encodings

/// What questions of one kind are about, such as "the entry with this identity". ``About`` asks such a question.
package protocol Topic: Sendable {
  associatedtype Key: TopicKey
  associatedtype Value: Sendable

  /// See ``Query/kind``.
  static var kind: String { get }
  /// See ``Query/isSettledFirst``.
  static var isSettledFirst: Bool { get }
  /// See ``Query/fallback``.
  static var nothing: Value { get }
}

extension Topic {
  package static var isSettledFirst: Bool { true }
}

/// What tells the questions about one topic apart.
package protocol TopicKey: Hashable, Sendable {
  func write(to writer: inout ByteWriter)
  init(_ reader: inout ByteReader) throws(DamagedBytes)
}

/// A value with its fingerprint. A rule gives both, because most values cannot compute the fingerprint themselves.
package struct Fingerprinted<Value: Sendable>: Sendable {
  package let value: Value
  /// Computes the fingerprint.
  let fingerprint: @Sendable () -> Fingerprint

  package init(_ value: Value, _ fingerprint: @autoclosure @escaping @Sendable () -> Fingerprint) {
    self.value = value
    self.fingerprint = fingerprint
  }
}

/// A question about a topic. Its answer is kept in memory.
package struct About<T: Topic>: Query {
  package typealias Answer = Fingerprinted<T.Value>

  package static var kind: String { T.kind }
  package static var keeping: Keeping<Answer> { .inMemory }
  package static var isSettledFirst: Bool { T.isSettledFirst }

  package let key: T.Key

  package init(_ key: T.Key) { self.key = key }

  package var fallback: Answer { Fingerprinted(T.nothing, .none) }

  package static func fingerprint(of answer: Answer) -> Fingerprint { answer.fingerprint() }

  package func write(to writer: inout ByteWriter) { key.write(to: &writer) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { key = try T.Key(&reader) }
}

extension Asker {
  /// The value that a topic has for a key.
  package func value<T: Topic>(_ topic: T.Type, _ key: T.Key) -> T.Value { ask(About<T>(key)).value }

  /// The value of a topic of which there is one.
  package func value<T: Topic>(_ topic: T.Type) -> T.Value where T.Key == NoKey { value(topic, NoKey()) }
}

extension Rule {
  /// A rule for the questions about a topic.
  package static func about<T: Topic>(
    _ topic: T.Type, _ answer: @escaping @Sendable (T.Key, Asker) -> Fingerprinted<T.Value>
  ) -> Rule {
    .computed(About<T>.self) { answer($0.key, $1) }
  }
}

extension Rule {
  /// A rule for the questions about a topic whose values come from outside the engine. A value is unchanged if its
  /// fingerprint is.
  package static func given<T: Topic>(
    _ topic: T.Type, _ answer: @escaping @Sendable (T.Key) -> Fingerprinted<T.Value>
  ) -> Rule {
    .input(
      About<T>.self,
      read: { question in
        let answer = answer(question.key)
        return (answer, { answer.fingerprint().bytes })
      },
      unchanged: { question, state in
        let present = answer(question.key).fingerprint().bytes
        return present.elementsEqual(state) ? present : nil
      })
  }
}

/// The key of a topic of which there is one.
package struct NoKey: TopicKey {
  package init() {}

  package func write(to writer: inout ByteWriter) {}

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {}
}

/// A key of two parts.
package struct KeyPair<First: TopicKey, Second: TopicKey>: TopicKey {
  package let first: First
  package let second: Second

  package init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  package func write(to writer: inout ByteWriter) {
    first.write(to: &writer)
    second.write(to: &writer)
  }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { self.init(try First(&reader), try Second(&reader)) }
}

extension String: TopicKey {
  package func write(to writer: inout ByteWriter) { writer.add(self) }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) { self = try reader.text() }
}

extension Optional: TopicKey where Wrapped: TopicKey {
  package func write(to writer: inout ByteWriter) { writer.add(optional: self) { $1.write(to: &$0) } }

  package init(_ reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.optional { (reader) throws(DamagedBytes) in try Wrapped(&reader) }
  }
}
