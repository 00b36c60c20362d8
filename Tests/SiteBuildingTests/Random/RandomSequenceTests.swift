import Foundation
import Testing

/// A build after edits publishes and reports the same as a clean build.
///
/// In the environment, `SEQUENCES` sets the number of sequences, `SEED` the first seed and `STEPS` the number of steps.
/// The default is small, since each step includes a clean build; `make acceptance` runs 2,000.
@Suite struct RandomSequenceTests {
  /// The number of sequences in one test case: enough for the counts to mean something.
  private static let batch = 10

  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  private static var batches: [UInt64] {
    let first = number("SEED") ?? 1
    return stride(from: first, to: first + (number("SEQUENCES") ?? 50), by: batch).map { UInt64($0) }
  }

  @Test(arguments: batches) func `whatever is edited`(first: UInt64) async {
    let (outcomes, faults) = await Self.run(first)
    for fault in faults { Issue.record("\(fault)") }
    #expect(2 * outcomes.published > outcomes.stopped, "edits that only break a site show nothing")
  }

  /// Sequences take seconds. They run one after the other on a separate thread, so that they do not delay tests that
  /// wait for an answer.
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
