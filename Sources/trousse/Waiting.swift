import Dispatch
import Synchronization

/// Asynchronous work for which the main thread waits.
///
/// Commands run on the main thread, not on the threads of Swift's concurrency, for two reasons. The stack of the main
/// thread is sixteen times as large, and deeply nested content needs a large stack. In addition, memory allocation is
/// cheaper on the main thread.
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

  /// Waits for the result of the work. May be called only once, from the main thread.
  func result() -> Result {
    while true {
      box.isDone.wait()
      if let result = box.value.withLock({ $0 }) { return result }
    }
  }
}
