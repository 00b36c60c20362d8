import CCurl
import Foundation
import Synchronization

/// The one thread on which libcurl works for all requests. Others leave orders for it and wake it.
final class CurlLoop: Sendable {
  /// A request, and where its answer is awaited.
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
    /// libcurl's handle, to wake it with; nil before there is one and after. Its bits: a pointer may not be shared.
    var handle: UInt?
  }

  private let inbox = Mutex(Inbox())

  /// Makes one request. Cancelling the task ends it.
  func send(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
    let id = inbox.withLock {
      $0.lastID += 1
      return $0.lastID
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        place(Order(id: id, request: request, answer: continuation))
        // A cancellation that came before the order found nothing to withdraw.
        if Task.isCancelled { withdraw(id) }
      }
    } onCancel: {
      withdraw(id)
    }
  }

  /// Ends all that is under way; whatever is ordered from now on is refused.
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

  /// Changes what the thread is to do, and wakes it: while the inbox is locked, since the handle goes under that lock.
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

  /// A peer that leaves while it is written to must not end the process: not every TLS library asks the system for an
  /// error in its stead. This thread alone never gets the signal.
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
