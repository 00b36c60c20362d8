import Foundation
import Testing

/// The promise of builds that do only what an edit touched: nobody can tell from what they publish and say.
///
/// `SEQUENCES=2000` in the environment runs so many, from the seed `SEED` on, of as many steps as `STEPS` says; what it
/// does without them is kept short, since a clean build comes with each step.
@Suite("For any sequence of edits, a build equals a clean one, in files and in words")
struct RandomSequenceTests {
  /// Sequences in one test case: enough of them to be worth counting.
  private static let batch = 10

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  private static var batches: [UInt64] {
    let first = number("SEED") ?? 1
    return stride(from: first, to: first + (number("SEQUENCES") ?? 200), by: batch).map { UInt64($0) }
  }

  @Test(arguments: batches) func `whatever is edited`(first: UInt64) async {
    let (outcomes, faults) = await Self.run(first)
    for fault in faults { Issue.record("\(fault)") }
    #expect(2 * outcomes.published > outcomes.stopped, "edits that only break a site show nothing")
  }

  /// Sequences take seconds. On a thread of their own, one after the other, they hold up no test that waits for an answer.
  private static let queue = DispatchQueue(label: "random edits")

  private static func run(_ first: UInt64) async -> (outcomes: RandomSequence.Outcomes, faults: [String]) {
    await withCheckedContinuation { continuation in
      queue.async {
        var outcomes = RandomSequence.Outcomes()
        var faults: [String] = []
        for seed in first..<(first + UInt64(batch)) {
          do {
            var sequence = try RandomSequence(seed: seed)
            defer { outcomes += sequence.outcomes }
            try sequence.run(number("STEPS") ?? Int(1 + seed % 2))
          } catch {
            faults.append("\(error)")
          }
        }
        continuation.resume(returning: (outcomes, faults))
      }
    }
  }
}
