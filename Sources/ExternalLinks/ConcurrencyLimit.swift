import Foundation

/// Limits the number of concurrent tasks; further tasks wait in the order in which they came.
actor ConcurrencyLimit {
  private var free: Int
  private var limit: Int
  private var nextTicket = 0
  private var waiting: [(ticket: Int, continuation: CheckedContinuation<Bool, Never>)] = []

  init(limit: Int) {
    free = max(1, limit)
    self.limit = max(1, limit)
  }

  /// Waits for a free place. Returns false if the task is cancelled before it gets a place.
  func enter() async -> Bool {
    if Task.isCancelled { return false }
    if free > 0 {
      free -= 1
      return true
    }
    let ticket = nextTicket
    nextTicket += 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A task that is already cancelled must not be appended. The cancellation handler of the task may have run
        // already. Then nothing would resume the task.
        if Task.isCancelled {
          continuation.resume(returning: false)
        } else {
          waiting.append((ticket, continuation))
        }
      }
    } onCancel: {
      Task { await self.giveUp(ticket) }
    }
  }

  /// Frees the place of a task that has finished.
  func leave() {
    free += 1
    guard free > 0, !waiting.isEmpty else { return }
    free -= 1
    waiting.removeFirst().continuation.resume(returning: true)
  }

  /// Lowers the limit. Tasks that already have a place keep their place.
  func narrow(to newLimit: Int) {
    guard newLimit >= 1, newLimit < limit else { return }
    free -= limit - newLimit
    limit = newLimit
  }

  private func giveUp(_ ticket: Int) {
    guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiting.remove(at: index).continuation.resume(returning: false)
  }
}
