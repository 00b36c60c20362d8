import Synchronization

/// Passes a value to a single waiting task. Several tasks may provide a value, but only the first value counts.
final class Once<Answer: Sendable>: Sendable {
  private enum State: Sendable {
    case open
    case awaited(CheckedContinuation<Answer, Never>)
    case answered(Answer)
    case done
  }

  private let state = Mutex(State.open)

  /// Provides the value; later values are ignored.
  func give(_ answer: Answer) {
    let waiting: CheckedContinuation<Answer, Never>? = state.withLock { state in
      switch state {
      case .open: state = .answered(answer)
      case .awaited(let continuation):
        state = .done
        return continuation
      case .answered, .done: break
      }
      return nil
    }
    waiting?.resume(returning: answer)
  }

  /// Waits for the value. Only one call is allowed.
  func wait() async -> Answer {
    await withCheckedContinuation { continuation in
      let answer: Answer? = state.withLock { state in
        if case .answered(let answer) = state {
          state = .done
          return answer
        }
        state = .awaited(continuation)
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }
}
