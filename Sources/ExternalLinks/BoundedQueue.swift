import Dispatch
import Foundation

/// A serial queue in which little can wait: whoever adds more is held up until there is room.
///
/// URLSession on Linux hands each piece of a body to its delegate's queue as it comes, without end: a large body on a
/// fast network fills the memory before its task is cancelled. Holding up the thread that reads is the only brake there
/// is. What runs on this queue must never wait for that thread, or both would wait for ever.
final class BoundedQueue: OperationQueue, @unchecked Sendable {
  private let room = DispatchSemaphore(value: 64)

  override init() {
    super.init()
    maxConcurrentOperationCount = 1
  }

  override func addOperation(_ block: @escaping @Sendable () -> Void) {
    room.wait()
    super.addOperation { [room] in
      block()
      room.signal()
    }
  }
}
