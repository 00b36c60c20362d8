import Dispatch
import Synchronization

/// Applies a function to each element on all cores; the results keep the order of the elements.
public func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let chunk = max(1, elements.count / 64)
  let chunks = (elements.count + chunk - 1) / chunk
  guard chunks > 1 else { return elements.map(transform) }
  let results = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
  DispatchQueue.concurrentPerform(iterations: chunks) { index in
    let part = elements[(index * chunk)..<min((index + 1) * chunk, elements.count)].map(transform)
    results.withLock { $0[index] = part }
  }
  return results.withLock { $0.flatMap { $0 } }
}
