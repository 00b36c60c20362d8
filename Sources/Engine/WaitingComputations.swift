import Dispatch
import Synchronization

/// The computations that wait for answers of other threads. A computation that would wait for itself does not wait: it
/// is in a cycle.
final class WaitingComputations: Sendable {
  private struct Waiting {
    let frame: Frame
    let node: Node
  }

  private struct State {
    var waiting: [Int: Waiting] = [:]
    var next = 0
    var cycles: [[String]] = []

    /// Whether the computation of a node waits for one of the computations of which `frame` is a part. There are at most
    /// as many waiting computations as threads.
    func isWaiting(_ node: Node, for frame: Frame) -> Bool {
      var pending = [node]
      var known: Set<ObjectIdentifier> = []
      while let one = pending.popLast() {
        if frame.isInside(one) { return true }
        guard known.insert(ObjectIdentifier(one)).inserted else { continue }
        pending += waiting.values.filter { $0.frame.isInside(one) }.map(\.node)
      }
      return false
    }
  }

  private let state = Mutex(State())

  /// The cycles that were found: the questions from the one that was asked again to the one that asked for it.
  var cycles: [[String]] { state.withLock { $0.cycles } }

  /// Waits until a node is settled.
  ///
  /// - Parameters:
  ///   - frame: the computation that waits; nil if the question comes from outside.
  ///   - signal: is signalled when the node is settled.
  /// - Returns: false, at once, if the answer of the node depends on the computation that waits.
  func wait(for node: Node, in frame: Frame?, until signal: DispatchSemaphore) -> Bool {
    guard let frame else {
      signal.wait()
      return true
    }
    let ticket = state.withLock { state -> Int? in
      if state.isWaiting(node, for: frame) {
        state.cycles.append(frame.names(from: node))
        return nil
      }
      state.next += 1
      state.waiting[state.next] = Waiting(frame: frame, node: node)
      return state.next
    }
    guard let ticket else { return false }
    signal.wait()
    state.withLock { $0.waiting[ticket] = nil }
    return true
  }
}

extension Frame {
  /// The questions that lead from a node to this computation; only this one if the node is on another thread.
  fileprivate func names(from node: Node) -> [String] {
    var names: [String] = []
    var frame: Frame? = self
    while let one = frame {
      names.append(one.node.question.description)
      if one.node === node { return names.reversed() }
      frame = one.parent
    }
    return [node.question.description, self.node.question.description]
  }
}
