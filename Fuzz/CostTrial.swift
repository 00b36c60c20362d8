import Files
import Foundation
import MarkdownTree
import PageRendering
import TextSupport

/// Parses one form of text at several lengths: time and memory must grow linearly, and memory has a limit. A violation
/// ends the program, and libFuzzer keeps the input.
struct CostTrial {
  /// Separates the parts of an input: the prefix, the repeated piece, the suffix.
  static let separator: UInt8 = 0x1F
  /// The lengths of the short and the long text. The long one is four times as long: quadratic code takes sixteen times
  /// as long for it.
  private static let sizes = (short: 6_000, long: 24_000)
  /// The maximum ratio of the two times.
  private static let growth = 2.5 * 2.5
  /// The smallest time that can be measured reliably.
  private static let secondsMeasured = 0.02
  /// The length of the longest text that is accepted, and the maximum memory for any text.
  private static let full = (size: 4_000_000, bytes: 450_000_000)

  private let family: CostFamily

  /// Decodes an input.
  ///
  /// - Parameter bytes: up to three parts. Invalid UTF-8 is repaired, because Trousse refuses it.
  init(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: Self.separator, maxSplits: 2, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    switch parts.count {
    case 3: family = CostFamily(parts[1], after: parts[0], before: parts[2])
    case 2: family = CostFamily(parts[1], after: parts[0])
    default: family = CostFamily(parts.first ?? "")
    }
  }

  /// The input for a family.
  static func input(of family: CostFamily) -> [UInt8] {
    Array(family.prefix.utf8) + [separator] + Array(family.piece.utf8) + [separator] + Array(family.suffix.utf8)
  }

  func run() {
    guard !family.piece.isEmpty else { return }
    let short = cost(of: Self.sizes.short)
    let long = cost(of: Self.sizes.long)
    checkTime(short, long)
    checkMemory(short, long)
  }

  /// One of four measurements must be within the limit: other programs may slow down this one.
  private func checkTime(_ short: Cost, _ long: Cost) {
    var (short, long) = (short, long)
    var isLinear: Bool { long.seconds <= max(short.seconds, Self.secondsMeasured) * Self.growth }
    for _ in 0..<4 where !isLinear {
      short = cost(of: Self.sizes.short).least(short)
      long = cost(of: Self.sizes.long).least(long)
    }
    if isLinear { return }
    fail("\(family): \(Self.sizes.short) bytes take \(short.seconds) s, \(Self.sizes.long) take \(long.seconds) s")
  }

  /// If the extrapolation from the short texts exceeds the limit, the longest text is parsed: the limits of Trousse may
  /// leave out a part of it.
  private func checkMemory(_ short: Cost, _ long: Cost) {
    let slope = Double(long.bytes - short.bytes) / Double(Self.sizes.long - Self.sizes.short)
    guard slope * Double(Self.full.size) > Double(Self.full.bytes) else { return }
    let full = cost(of: Self.full.size)
    if full.bytes > Self.full.bytes { fail("\(family): \(Self.full.size) bytes take \(full.bytes) bytes of memory") }
  }

  private func cost(of size: Int) -> Cost {
    let bytes = Array(family.text(of: size).utf8)
    return Cost {
      guard let source = SourceReading.check(bytes, named: "a.md").source else { return }
      withExtendedLifetime(
        StandaloneDocument(source, fromLine: 1, extensions: Set(MarkdownExtension.allCases))
      ) {}
    }
  }
}

/// The cost of a piece of work.
private struct Cost {
  /// The CPU time of this thread.
  var seconds: Double
  /// The peak of allocated memory.
  var bytes: Int

  init(_ work: () -> Void) {
    let before = AllocationCount.start()
    let start = Self.now
    work()
    seconds = Self.now - start
    bytes = AllocationCount.peak - before
  }

  func least(_ other: Cost) -> Cost {
    var least = self
    least.seconds = min(seconds, other.seconds)
    return least
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
