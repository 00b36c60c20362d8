import Diagnostics
import Dispatch
import Synchronization

/// A question, with what this build knows of its answer.
final class Node: Sendable {
  private enum Phase {
    case open, running, settled
  }

  private struct State {
    var phase = Phase.open
    var waiters: [DispatchSemaphore] = []
    var hasChanged = false
    var fingerprint: Fingerprint?
    /// What the computation of this build asked; nil if there was no computation.
    var noted: (groups: [Asker.Group], state: [UInt8])?
  }

  let question: any Question
  /// The place of the question in the record of the last build; nil if the record does not have the question.
  let place: Int?
  private let state = Mutex(State())

  init(_ question: any Question, at place: Int?) {
    self.question = question
    self.place = place
  }

  /// The fingerprint of the answer; nil if the question is not settled.
  var fingerprint: Fingerprint? { state.withLock { $0.fingerprint } }

  /// The questions that the computation of this build asked, and the state of the input that it read. Nil if there was no
  /// computation, because the answer of the record is still valid.
  var noted: (groups: [Asker.Group], state: [UInt8])? { state.withLock { $0.noted } }

  /// Finds out whether the answer is that of the last build. Computes the answer if an answer on which it depended
  /// changed.
  func hasChanged(_ engine: Engine, for frame: Frame?) -> Bool {
    settle(engine, for: frame)
    return state.withLock { $0.hasChanged }
  }

  /// The fingerprint of the answer.
  func settledFingerprint(_ engine: Engine, for frame: Frame?) -> Fingerprint {
    settle(engine, for: frame)
    return fingerprint ?? .none
  }

  /// Settles the node, or waits until another thread has settled it.
  ///
  /// - Parameter frame: the computation that asks; nil if the question comes from outside.
  /// - Returns: false if the question depends on itself.
  @discardableResult
  func settle(_ engine: Engine, for frame: Frame?) -> Bool {
    let (phase, signal) = state.withLock { state -> (Phase, DispatchSemaphore?) in
      switch state.phase {
      case .settled: return (.settled, nil)
      case .running:
        let signal = DispatchSemaphore(value: 0)
        state.waiters.append(signal)
        return (.running, signal)
      case .open:
        state.phase = .running
        return (.open, nil)
      }
    }
    if let signal { return engine.waiting.wait(for: self, in: frame, until: signal) }
    guard phase == .open else { return true }
    renew(engine, Frame(self, in: frame))
    let waiters = state.withLock { state in
      state.phase = .settled
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.signal() }
    return true
  }

  private func renew(_ engine: Engine, _ frame: Frame) {
    let former = place.map { engine.record.rows[$0].fingerprint }
    if engine.trustsRecord, let place, isValid(at: place, engine, frame) {
      return state.withLock { $0.fingerprint = former }
    }
    let asker = Asker(engine, in: frame)
    let fingerprint = question.compute(asker, engine)
    engine.noteRun(of: question.kind)
    let noted = asker.noted
    state.withLock { state in
      state.fingerprint = fingerprint
      state.noted = noted
      state.hasChanged = former != fingerprint
    }
  }

  /// Whether the answer of the record is valid: whether none of the answers on which it depended changed.
  ///
  /// The answers are compared group by group in the order in which they were asked, because an earlier answer decides
  /// which questions come next.
  private func isValid(at place: Int, _ engine: Engine, _ frame: Frame) -> Bool {
    guard engine.isStale(place) else { return true }
    let groups = engine.record.groups(of: place)
    for group in groups {
      let stale = engine.stale(among: group)
      guard let nodes = engine.nodes(at: stale) else { return false }
      if concurrentMap(nodes, { $0.hasChanged(engine, for: frame) }).contains(true) { return false }
    }
    // An input asks nothing: its own state is what changed.
    return !groups.isEmpty
  }
}
