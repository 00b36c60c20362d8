import Dispatch
import Synchronization

/// Asynchronous work for which the main thread waits.
///
/// Commands run on the main thread, not on the threads of Swift's concurrency: the stack of the main thread is sixteen
/// times as large, which deeply nested content needs, and memory costs less on that thread.
final class Waiting<Result: Sendable>: Sendable {
  private let task: Task<Void, Never>
  private let box: Box

  private final class Box: Sendable {
    let value = Mutex<Result?>(nil)
    let isDone = DispatchSemaphore(value: 0)
  }

  /// Begins the work.
  init(_ work: @escaping @Sendable () async -> Result) {
    let box = Box()
    self.box = box
    task = Task {
      let result = await work()
      box.value.withLock { $0 = result }
      box.isDone.signal()
    }
  }

  /// Asks the work to end early.
  func cancel() { task.cancel() }

  /// Whether the work was asked to end early.
  var isCancelled: Bool { task.isCancelled }

  /// The result of the work; waits for it. May be called only once, from the main thread.
  func result() -> Result {
    while true {
      box.isDone.wait()
      if let result = box.value.withLock({ $0 }) { return result }
    }
  }
}
