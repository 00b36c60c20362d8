import Dispatch
import Synchronization

/// Applies a function to each element on all cores; the results keep the order of the elements.
package func concurrentMap<Element: Sendable, Result: Sendable>(
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

/// Runs two functions at the same time. If one of the functions calls ``concurrentMap(_:_:)``, this call uses all
/// cores. A `concurrentMap` inside another `concurrentMap` would run serially.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let answer = Answer<Second>()
  let done = DispatchSemaphore(value: 0)
  DispatchQueue.global().async {
    answer.value.withLock { $0 = second() }
    done.signal()
  }
  let one = first()
  done.wait()
  return (one, answer.value.withLock { $0 } ?? second())
}

private final class Answer<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

/// Like ``concurrentMap(_:_:)``, but starts the heaviest elements first. If a heavy element started last, it could keep
/// one core busy while the other cores have no work.
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], heaviestFirst weight: (Element) -> Int, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let weights = elements.map(weight)
  let order = weights.indices.sorted { weights[$0] > weights[$1] }
  let hands = min(64, order.count)
  let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
  DispatchQueue.concurrentPerform(iterations: hands) { hand in
    // Each iteration takes elements at equal steps from the whole sorted list, so each iteration gets a share of the
    // heavy elements.
    let places = stride(from: hand, to: order.count, by: hands).map { order[$0] }
    let part = places.map { transform(elements[$0]) }
    results.withLock { for (place, result) in zip(places, part) { $0[place] = result } }
  }
  return results.withLock { $0.compactMap { $0 } }
}
