import Diagnostics
import Synchronization

/// The access of one computation to the engine. It notes the questions that the computation asks.
package final class Asker: Sendable {
  /// The questions that were asked together. Their answers do not depend on each other's order.
  typealias Group = [Node]

  private struct Notes {
    var groups: [Group] = []
    var state: [UInt8] = []
    private var known: Set<ObjectIdentifier> = []

    /// Adds a group of questions, without those that were asked before.
    mutating func add(_ nodes: [Node]) {
      let new = nodes.filter { known.insert(ObjectIdentifier($0)).inserted }
      if !new.isEmpty { groups.append(new) }
    }
  }

  private let engine: Engine
  /// The computation; nil if the questions come from outside.
  private let frame: Frame?
  private let notes = Mutex(Notes())

  init(_ engine: Engine, in frame: Frame?) {
    self.engine = engine
    self.frame = frame
  }

  /// The answer to a question.
  package func ask<Q: Query>(_ query: Q) -> Q.Answer {
    let asked = engine.asked(query)
    notes.withLock { $0.add([asked.node]) }
    return asked.answer(engine, for: frame)
  }

  /// The answers to questions that do not depend on each other. They are computed on all cores.
  package func ask<Q: Query>(all queries: [Q]) -> [Q.Answer] {
    let asked = queries.map { engine.asked($0) }
    notes.withLock { $0.add(asked.map(\.node)) }
    return concurrentMap(asked) { $0.answer(self.engine, for: self.frame) }
  }

  /// The fingerprints of the answers to questions. An answer is computed only if an answer on which it depended changed.
  package func fingerprints<Q: Query>(of queries: [Q]) -> [Fingerprint] {
    let nodes = queries.map { engine.asked($0).node }
    notes.withLock { $0.add(nodes) }
    return concurrentMap(nodes) { $0.settledFingerprint(self.engine, for: self.frame) }
  }

  /// The fingerprint of the answer to a question.
  package func fingerprint<Q: Query>(of query: Q) -> Fingerprint { fingerprints(of: [query]).first ?? .none }

  /// Whether a later build can use the answers of this one.
  package var isRecorded: Bool { engine.isRecorded }

  /// The answer that the last build recorded for a question; nil if it recorded none. The answer may be wrong for this
  /// build, so a computation must be right without it.
  package func formerAnswer<Q: Query>(to query: Q) -> Q.Answer? { engine.formerAnswer(to: query) }

  /// Notes the state of the input that the computation read.
  func note(_ state: () -> [UInt8]) {
    guard engine.isRecorded else { return }
    let state = state()
    notes.withLock { $0.state = state }
  }

  /// What the computation asked, in order, and the state of the input that it read.
  var noted: (groups: [Group], state: [UInt8]) {
    notes.withLock { ($0.groups, $0.state) }
  }
}

/// A computation in progress, and the one that asked for its answer.
final class Frame: Sendable {
  let node: Node
  let parent: Frame?

  init(_ node: Node, in parent: Frame?) {
    self.node = node
    self.parent = parent
  }

  /// Whether this computation is part of the computation of a node.
  func isInside(_ node: Node) -> Bool {
    var frame: Frame? = self
    while let one = frame {
      if one.node === node { return true }
      frame = one.parent
    }
    return false
  }
}
