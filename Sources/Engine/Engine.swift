import Diagnostics
import Encodings
import Synchronization

/// Answers the questions of one build. An answer of the last build is used again if everything on which it depended is
/// as it was.
///
/// The rules are those of verifying traces with early cut-off ("Build systems à la carte", Mokhov, Mitchell and Peyton
/// Jones, 2018). First, one pass over the record finds the answers that possibly changed: those that depend on a changed
/// input. The record lists each answer after those on which it depends, so the pass is linear. Then a question with such
/// an answer is asked by asking first what its answer depended on, in order; if none of these answers changed, its own
/// did not.
package final class Engine: Sendable {
  let record: Record
  /// Whether a later build can use the answers of this one. If not, no fingerprints are computed.
  let isRecorded: Bool
  /// Whether the answers of the record may be used again. If not, the record only tells what changed since.
  let trustsRecord: Bool
  /// Whether the answer at each place of the record depends on a changed input.
  let reached: [Bool]
  /// Whether the answer at each place of the record possibly changed. An answer that is found to be unchanged is not
  /// looked at again.
  private let stale: Mutex<[Bool]>
  let waiting = WaitingComputations()
  /// The states of inputs that are unchanged, where they differ from those in the record. The key is a place.
  private let renewedStates: [Int: [UInt8]]
  /// The tables of the kinds of the record.
  private let kinds: [(any RuleTable)?]
  private let tables: [ObjectIdentifier: any RuleTable]
  private let shared = Mutex(Shared())

  private struct Shared {
    var runs: [String: Int] = [:]
    var roots: [Node] = []
    var hasUnsteadyInput = false
  }

  /// Prepares a build.
  ///
  /// - Parameters:
  ///   - rules: how the questions of each kind are answered.
  ///   - bytes: the record of the last build; nil if there is none. A record that is damaged, or of other kinds, is
  ///     ignored: see ``ignoresRecord``.
  ///   - trustsRecord: whether the rules of the last build were the same. If not, everything is computed, and the record
  ///     only tells what changed since.
  ///   - isRecorded: whether a later build can use the answers. If not, there is no ``nextRecord()``.
  package init(
    _ rules: some Sequence<Rule>, after bytes: [UInt8]? = nil, trustsRecord: Bool = true, isRecorded: Bool = true
  ) {
    let all = rules.map { $0.newTable() }
    let byName = Dictionary(all.map { ($0.kind, $0) }) { first, _ in first }
    let record = bytes.flatMap { Record($0, kinds: Set(byName.keys)) }
    ignoresRecord = bytes != nil && record == nil
    kinds = (record ?? Record()).kinds.map { byName[$0] }
    self.isRecorded = isRecorded
    self.trustsRecord = trustsRecord
    tables = Dictionary(all.map { ($0.type, $0) }) { first, _ in first }
    self.record = record ?? Record()
    (reached, renewedStates) = Self.reachedAnswers(of: self.record, kinds: kinds)
    stale = Mutex(reached)
    if trustsRecord { settleFirst() }
  }

  /// Whether a record was given that could not be used.
  package let ignoresRecord: Bool

  /// Compares the inputs of a record with the present ones, and follows the changes to all answers that depend on them.
  private static func reachedAnswers(
    of record: Record, kinds: [(any RuleTable)?]
  ) -> (reached: [Bool], renewed: [Int: [UInt8]]) {
    let inputs = record.rows.indices.filter { kinds[record.rows[$0].kind]?.isInput == true }
    let states = concurrentMap(inputs) { place in
      let row = record.rows[place]
      return kinds[row.kind]?.unchanged(row.key, since: row.state)
    }
    var reached = [Bool](repeating: false, count: record.rows.count)
    var renewed: [Int: [UInt8]] = [:]
    for (place, state) in zip(inputs, states) {
      guard let state else {
        reached[place] = true
        continue
      }
      if !state.elementsEqual(record.rows[place].state) { renewed[place] = state }
    }
    for place in record.rows.indices where !reached[place] {
      reached[place] = record.dependencies(of: place).contains { reached[$0] }
    }
    return (reached, renewed)
  }

  /// Finds the answers of the record that are unchanged although they depend on a changed input. An answer is unchanged
  /// if all answers on which it depends are. In the order of the record, the answers whose kind is settled first
  /// (``Query/isSettledFirst``) are computed where that is not known, so that what depends on them can be judged without
  /// a look at each question.
  private func settleFirst() {
    for place in record.rows.indices where reached[place] {
      let row = record.rows[place]
      guard let table = kinds[row.kind], !table.isInput else { continue }
      let isUnchanged = stale.withLock { stale in !record.dependencies(of: place).contains { stale[$0] } }
      if isUnchanged || table.isSettledFirst && table.node(for: row.key, at: place)?.hasChanged(self, for: nil) == false
      {
        stale.withLock { $0[place] = false }
      }
    }
  }

  /// Whether the answer at a place of the record possibly changed.
  func isStale(_ place: Int) -> Bool { stale.withLock { $0[place] } }

  /// The places whose answers possibly changed.
  func stale(among places: ArraySlice<Int>) -> [Int] { stale.withLock { stale in places.filter { stale[$0] } } }

  // MARK: Asking

  /// The answer to a question from outside.
  package func ask<Q: Query>(_ query: Q) -> Q.Answer {
    let asked = asked(query)
    shared.withLock { $0.roots.append(asked.node) }
    return asked.answer(self, for: nil)
  }

  /// Whether the answer to a question from outside has the fingerprint that it had in the last build. The answer is
  /// computed only if an answer on which it depended changed.
  package func isAsBefore<Q: Query>(_ query: Q) -> Bool {
    let node = asked(query).node
    shared.withLock { $0.roots.append(node) }
    return !node.hasChanged(self, for: nil)
  }

  /// Runs a function that asks questions from outside. Nothing of them is recorded, unless a question of ``ask(_:)``
  /// depends on them too.
  package func asking<Result>(_ body: (Asker) -> Result) -> Result { body(Asker(self, in: nil)) }

  /// The questions of one kind whose answers the last build recorded.
  package func formerQuestions<Q: Query>(of kind: Q.Type) -> [Q] { table(for: kind)?.questions(in: record) ?? [] }

  /// The answer that the last build recorded for a question; nil if it recorded none.
  package func formerAnswer<Q: Query>(to query: Q) -> Q.Answer? {
    TypedQuestion<Q>.recorded(at: table(for: Q.self)?.place(of: query, in: record), record)
  }

  /// The questions of one kind whose answers differ from those of the last build, and those that only one of the two
  /// builds asked. Valid after all questions of this build were asked.
  package func changes<Q: Query>(of kind: Q.Type) -> [Q] { table(for: kind)?.changes(in: record, reached) ?? [] }

  /// The questions that turned out to depend on themselves. A build with cycles has no valid answers.
  package var cycles: [[String]] { waiting.cycles }

  /// Whether an input was read twice with different answers, because it changed during the build.
  package var hasUnsteadyInput: Bool { shared.withLock { $0.hasUnsteadyInput } }

  /// Whether the answers are valid: no question depends on itself, and no input changed during the build.
  package var isValid: Bool { cycles.isEmpty && !hasUnsteadyInput }

  /// How many answers of each kind were computed.
  package var runs: [String: Int] { shared.withLock { $0.runs } }

  func noteRun(of kind: String) { shared.withLock { $0.runs[kind, default: 0] += 1 } }

  func noteUnsteadyInput() { shared.withLock { $0.hasUnsteadyInput = true } }

  /// A question, with its node. A question of a kind without a rule has its ``Query/fallback`` as answer.
  func asked<Q: Query>(_ query: Q) -> Asked<Q> {
    table(for: Q.self)?.asked(query, in: record)
      ?? Asked(query, at: nil) { query, _ in query.fallback }
  }

  /// The table of the questions of a type. A table has the type under which it is listed, so the cast needs no look at it.
  private func table<Q: Query>(for type: Q.Type) -> QueryTable<Q>? {
    tables[ObjectIdentifier(type)].map { unsafeDowncast($0, to: QueryTable<Q>.self) }
  }

  /// The nodes of questions in the record; nil if one of them cannot be decoded.
  func nodes(at places: [Int]) -> [Node]? {
    let nodes = places.compactMap { place in
      kinds[record.rows[place].kind]?.node(for: record.rows[place].key, at: place)
    }
    return nodes.count == places.count ? nodes : nil
  }

  // MARK: The next record

  /// The record for the next build: the answers on which the questions from outside depend. Nil if the record of the
  /// last build still says everything, or if this build has no valid answers.
  package func nextRecord() -> [UInt8]? {
    let roots = shared.withLock { $0.roots }
    guard isRecorded, isValid else { return nil }
    if trustsRecord, runs.isEmpty, renewedStates.isEmpty,
      Set(roots.map(\.place)) == Set(record.roots.map(Optional.init))
    {
      return nil
    }
    var writer = RecordWriter(record, reached: reached, renewed: renewedStates, nodes: nodesByPlace)
    return writer.encoded(from: roots)
  }

  /// The nodes of this build that have a place in the record. The key is the place.
  private var nodesByPlace: [Int: Node] {
    let nodes = kinds.compactMap { $0 }.flatMap(\.nodes)
    return Dictionary(nodes.compactMap { node in node.place.map { ($0, node) } }) { first, _ in first }
  }
}
