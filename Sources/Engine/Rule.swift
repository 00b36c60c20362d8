import Encodings
import Synchronization

/// How the questions of one kind are answered.
package struct Rule: Sendable {
  /// Creates the table of the questions of one build. Each build has its own, although builds may share a rule.
  let newTable: @Sendable () -> any RuleTable

  /// A rule whose answers depend only on the question and on the answers to other questions.
  ///
  /// - Parameter answer: computes an answer. It asks other questions through the asker, which notes them.
  package static func computed<Q: Query>(
    _ kind: Q.Type, _ answer: @escaping @Sendable (Q, Asker) -> Q.Answer
  ) -> Rule {
    Rule { QueryTable(unchanged: nil, answer: answer) }
  }

  /// A rule whose answers are those of another engine.
  package static func forwarded<Q: Query>(_ kind: Q.Type, to engine: Engine) -> Rule {
    .computed(kind) { query, _ in engine.asking { $0.ask(query) } }
  }

  /// A rule whose answers come from outside the engine, such as the content of a file.
  ///
  /// - Parameters:
  ///   - read: reads an answer, and the state of what was read: enough to find out later whether it is unchanged. The
  ///     state is computed only if a later build can use it.
  ///   - unchanged: compares the state of the last build with the present one. Returns the present state if the answer is
  ///     certainly unchanged; nil if the answer must be read again.
  package static func input<Q: Query>(
    _ kind: Q.Type, read: @escaping @Sendable (Q) -> (answer: Q.Answer, state: () -> [UInt8]),
    unchanged: @escaping @Sendable (Q, _ since: ArraySlice<UInt8>) -> [UInt8]?
  ) -> Rule {
    Rule {
      QueryTable(unchanged: unchanged) { (query: Q, asker) in
        let (answer, state) = read(query)
        asker.note(state)
        return answer
      }
    }
  }
}

/// The questions of one kind, whatever their type.
protocol RuleTable: AnyObject, Sendable {
  /// The name of the kind of question.
  var kind: String { get }
  var type: ObjectIdentifier { get }
  var isInput: Bool { get }
  /// See ``Query/isSettledFirst``.
  var isSettledFirst: Bool { get }
  /// The nodes of the questions of this build.
  var nodes: [Node] { get }
  /// Decodes the question of an input, and compares its state: see ``Rule/input(_:read:unchanged:)``.
  func unchanged(_ key: ArraySlice<UInt8>, since state: ArraySlice<UInt8>) -> [UInt8]?
  /// The node of a question of the record; nil if the question cannot be decoded.
  func node(for key: ArraySlice<UInt8>, at place: Int) -> Node?
}

/// The questions of one kind.
final class QueryTable<Q: Query>: RuleTable {
  private let asked = Mutex<[Q: Asked<Q>]>([:])
  private let unchanged: (@Sendable (Q, ArraySlice<UInt8>) -> [UInt8]?)?
  private let answer: @Sendable (Q, Asker) -> Q.Answer

  init(
    unchanged: (@Sendable (Q, ArraySlice<UInt8>) -> [UInt8]?)?, answer: @escaping @Sendable (Q, Asker) -> Q.Answer
  ) {
    self.unchanged = unchanged
    self.answer = answer
  }

  var kind: String { Q.kind }
  var type: ObjectIdentifier { ObjectIdentifier(Q.self) }
  var isInput: Bool { unchanged != nil }
  var isSettledFirst: Bool { Q.isSettledFirst }
  var nodes: [Node] { asked.withLock { $0.values.map(\.node) } }

  func unchanged(_ key: ArraySlice<UInt8>, since state: ArraySlice<UInt8>) -> [UInt8]? {
    query(key).flatMap { unchanged?($0, state) }
  }

  func node(for key: ArraySlice<UInt8>, at place: Int) -> Node? { query(key).map { asked($0) { place }.node } }

  /// A question, with its node.
  func asked(_ query: Q, in record: Record) -> Asked<Q> { asked(query) { self.place(of: query, in: record) } }

  /// The place of a question in a record; nil if the record does not have it.
  func place(of query: Q, in record: Record) -> Int? {
    guard !record.rows.isEmpty else { return nil }
    var key = ByteWriter()
    query.write(to: &key)
    return record.place(of: Q.kind, key.bytes)
  }

  /// The questions of a record.
  func questions(in record: Record) -> [Q] {
    record.rows.indices.filter { record.kindName(at: $0) == Q.kind }.compactMap { query(record.rows[$0].key) }
  }

  /// See ``Engine/changes(of:)``.
  func changes(in record: Record, _ reached: [Bool]) -> [Q] {
    let all = asked.withLock { $0 }
    let new = all.filter { _, asked in
      asked.node.place.map { asked.node.fingerprint != record.rows[$0].fingerprint } ?? true
    }
    let known = Set(all.values.compactMap(\.node.place))
    let gone = record.rows.indices.filter { reached[$0] && !known.contains($0) && record.kindName(at: $0) == Q.kind }
    return Array(new.keys) + gone.compactMap { query(record.rows[$0].key) }
  }

  private func asked(_ query: Q, at place: () -> Int?) -> Asked<Q> {
    asked.withLock { all in
      if let known = all[query] { return known }
      let asked = Asked(query, at: place(), by: answer)
      all[query] = asked
      return asked
    }
  }

  private func query(_ key: ArraySlice<UInt8>) -> Q? {
    var reader = ByteReader(key)
    guard let query = try? Q(&reader), reader.isAtEnd else { return nil }
    return query
  }
}
