import CCurl
import Foundation
import Synchronization

/// Runs libcurl on a single thread. This thread handles all requests. Other threads put orders (requests with their
/// continuations) into the inbox and wake the libcurl thread.
final class CurlLoop: Sendable {
  /// A request, and the continuation that receives its response.
  struct Order: Sendable {
    let id: Int
    let request: HTTPRequest
    let answer: CheckedContinuation<Result<HTTPResponse, HTTPFailure>, Never>
  }

  private struct Inbox: Sendable {
    var orders: [Order] = []
    var withdrawn: Set<Int> = []
    var lastID = 0
    var isStarted = false
    var isClosed = false
    /// The memory address of libcurl's multi handle. Other threads use the handle to wake the libcurl thread. Nil while
    /// no handle exists. The address is stored as a number, because a pointer is not `Sendable`.
    var handle: UInt?
  }

  private let inbox = Mutex(Inbox())

  /// Makes one request. If the task is cancelled, the request is cancelled too.
  func send(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    let id = inbox.withLock {
      $0.lastID += 1
      return $0.lastID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        place(Order(id: id, request: request, answer: continuation))
        // If the task was cancelled before the order was in the inbox, the thread may have ignored the withdrawal. So
        // the order is withdrawn again.
        if Task.isCancelled { withdraw(id) }
      }
    } onCancel: {
      withdraw(id)
    }
  }

  /// Cancels all transfers and refuses later orders.
  func close() {
    change { $0.isClosed = true }
  }

  private func place(_ order: Order) {
    let (isTaken, isFirst) = change { inbox in
      guard !inbox.isClosed else { return (false, false) }
      inbox.orders.append(order)
      defer { inbox.isStarted = true }
      return (true, !inbox.isStarted)
    }
    if !isTaken { order.answer.resume(returning: .failure(.cancelled)) }
    if isFirst { Thread.detachNewThread { self.run() } }
  }

  private func withdraw(_ id: Int) {
    change { _ = $0.withdrawn.insert(id) }
  }

  /// Changes the inbox and wakes the thread while the lock is held. Before the thread frees the handle, the thread
  /// takes the same lock and sets `handle` to nil. So `handle` is either valid or nil here.
  private func change<Answer: Sendable>(_ change: (inout Inbox) -> sending Answer) -> Answer {
    inbox.withLock { inbox in
      let answer = change(&inbox)
      if let handle = inbox.handle.flatMap(UnsafeMutableRawPointer.init(bitPattern:)) { curl_multi_wakeup(handle) }
      return answer
    }
  }

  private func run() {
    holdBackPipeSignal()
    guard let worker = CurlWorker() else { return refuse(.other("libcurl")) }
    inbox.withLock { $0.handle = worker.address }
    while true {
      let (orders, withdrawn, isClosed) = inbox.withLock { inbox in
        defer { (inbox.orders, inbox.withdrawn) = ([], []) }
        return (inbox.orders, inbox.withdrawn, inbox.isClosed)
      }
      orders.forEach(worker.begin)
      worker.cancel { isClosed || withdrawn.contains($0) }
      if isClosed { break }
      worker.turn()
    }
    inbox.withLock { $0.handle = nil }
  }

  /// Blocks SIGPIPE on this thread only. If a peer closes the connection during a write, the system sends this signal.
  /// Some TLS libraries do not suppress the signal, so the signal would end this process.
  private func holdBackPipeSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private func refuse(_ failure: HTTPFailure) {
    let orders = inbox.withLock { inbox in
      defer { inbox.orders = [] }
      inbox.isClosed = true
      return inbox.orders
    }
    for order in orders { order.answer.resume(returning: .failure(failure)) }
  }
}
