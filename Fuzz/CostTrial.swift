import Foundation
import MarkdownTree
import SiteGeneration
import TextSupport
import ToolboxLoading

/// One form of text, read at several lengths: time and memory must grow with the length, and what a text may cost at all has
/// a limit. What costs more ends the program; libFuzzer then keeps the input.
struct CostTrial {
  /// What parts an input: what stands before, what is repeated, what stands behind.
  static let separator: UInt8 = 0x1F
  /// The short text and the long one, four times as long: quadratic is sixteen times the time.
  private static let sizes = (short: 6_000, long: 24_000)
  /// How many times as long the long one may take.
  private static let growth = 2.5 * 2.5
  /// Less time than this is the clock's.
  private static let secondsMeasured = 0.02
  /// The longest text that is read at all, and the memory that any text may take of what the machine gives.
  private static let full = (size: 4_000_000, bytes: 450_000_000)

  private let family: CostFamily

  /// - Parameter bytes: up to three parts; what is no UTF-8 is repaired, since it would not be read.
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

  /// The input that stands for a family.
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

  /// One look in four must be good: other programs run beside this one.
  private func checkTime(_ short: Cost, _ long: Cost) {
    var (short, long) = (short, long)
    for _ in 0..<4 {
      if long.seconds <= max(short.seconds, Self.secondsMeasured) * Self.growth { return }
      short = cost(of: Self.sizes.short).least(short)
      long = cost(of: Self.sizes.long).least(long)
    }
    fail("\(family): \(Self.sizes.short) bytes take \(short.seconds) s, \(Self.sizes.long) take \(long.seconds) s")
  }

  /// Where the short texts let expect too much of the longest one, it is read: limits have the last word.
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

/// What some work took.
private struct Cost {
  /// The processor's time.
  var seconds: Double
  /// The most memory that was held at once.
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
