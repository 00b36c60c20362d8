import Encodings
import Synchronization

/// A query with its answer, whatever their types.
protocol Question: AnyObject, Sendable {
  /// The name of the kind of question.
  var kind: String { get }
  /// The text that names the question in a report.
  var description: String { get }
  /// Computes and keeps the answer.
  func compute(_ asker: Asker, _ engine: Engine) -> Fingerprint
  /// Writes the question.
  func write(to writer: inout ByteWriter)
  /// The answer for the record; nil if answers of this kind are not in the record.
  var recorded: [UInt8]? { get }
}

/// A query with its answer.
final class TypedQuestion<Q: Query>: Question {
  let query: Q
  private let rule: @Sendable (Q, Asker) -> Q.Answer
  private let known = Mutex<Q.Answer?>(nil)

  init(_ query: Q, by rule: @escaping @Sendable (Q, Asker) -> Q.Answer) {
    self.query = query
    self.rule = rule
  }

  var kind: String { Q.kind }

  var description: String { "\(Q.kind): \(query)" }

  func write(to writer: inout ByteWriter) { query.write(to: &writer) }

  func compute(_ asker: Asker, _ engine: Engine) -> Fingerprint {
    let answer = rule(query, asker)
    known.withLock { $0 = answer }
    return engine.isRecorded ? Q.fingerprint(of: answer) : .none
  }

  /// The answer of a settled node. An answer that is not known is read from the record, or is computed again.
  func answer(_ node: Node, _ engine: Engine, for frame: Frame?) -> Q.Answer {
    let known = known.withLock { known in
      defer { if case .nowhere = Q.keeping { known = nil } }
      return known
    }
    if let known { return known }
    let recorded = engine.trustsRecord ? Self.recorded(at: node.place, engine.record) : nil
    return recorded.map(keep) ?? computedAgain(node, engine, for: frame)
  }

  /// The answer at a place of the record; nil if the record does not have it.
  static func recorded(at place: Int?, _ record: Record) -> Q.Answer? {
    guard case .inRecord(_, let read) = Q.keeping, let place, let bytes = record.rows[place].kept else { return nil }
    var reader = ByteReader(bytes)
    return try? read(&reader)
  }

  private func computedAgain(_ node: Node, _ engine: Engine, for frame: Frame?) -> Q.Answer {
    let answer = rule(query, Asker(engine, in: Frame(node, in: frame)))
    engine.noteRun(of: Q.kind)
    // If an input changed during the build, its two answers differ, and one of them was already used.
    if engine.isRecorded, Q.fingerprint(of: answer) != node.fingerprint { engine.noteUnsteadyInput() }
    return keep(answer)
  }

  private func keep(_ answer: Q.Answer) -> Q.Answer {
    if case .nowhere = Q.keeping { return answer }
    known.withLock { $0 = answer }
    return answer
  }

  var recorded: [UInt8]? {
    guard case .inRecord(let write, _) = Q.keeping, let answer = known.withLock({ $0 }) else { return nil }
    var writer = ByteWriter()
    write(answer, &writer)
    return writer.bytes
  }
}

/// A question of one kind, with its node.
struct Asked<Q: Query>: Sendable {
  let question: TypedQuestion<Q>
  let node: Node

  init(_ query: Q, at place: Int?, by rule: @escaping @Sendable (Q, Asker) -> Q.Answer) {
    question = TypedQuestion(query, by: rule)
    node = Node(question, at: place)
  }

  /// The answer.
  ///
  /// - Parameter frame: the computation that asks; nil if the question comes from outside.
  func answer(_ engine: Engine, for frame: Frame?) -> Q.Answer {
    node.settle(engine, for: frame) ? question.answer(node, engine, for: frame) : question.query.fallback
  }
}
