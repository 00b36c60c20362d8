import CompiledBody
import Diagnostics
import Foundation
import MarkdownTree
import Testing
import TextSupport

/// Measures the CPU time of this thread for a text and for a quarter of it, and compares the two: the result does not
/// depend on the speed or the load of the machine.
@Suite struct GrowthTests {
  /// Large texts take minutes, and are used by `make acceptance` only. Small ones are enough to detect quadratic time
  /// in our own code.
  private static let sizes =
    ProcessInfo.processInfo.environment["COST_SIZES"] == "large" ? [20_000, 80_000] : [4_000, 16_000]

  @Test(
    arguments: CostFamily.known)
  func `twice the text takes about twice the time`(family: CostFamily) {
    let texts = Self.sizes.map { SourceText(file: "x.md", text: family.text(of: $0)) }
    Self.expectGrowth { _ = Body(Document(parsing: texts[$0], typography: FrenchTypography())) }
  }

  @Test(
    arguments: CostFamily.known)
  func `what a text is written as is at most so many times as long, and what is said of it has a limit`(
    family: CostFamily
  ) {
    let text = family.text(of: 10_000)
    let reading = Reading(text)
    #expect(reading.html.utf8.count < 30 * text.utf8.count)
    #expect(reading.document.diagnostics.count <= 2 * (FindingList.limit + 1))
  }

  @Test(arguments: [": à compléter ", "[^a] ", "[a][b] "])
  func `twice the findings in one line take about twice the time`(piece: String) {
    let texts = [10_000, 40_000].map { length in
      SourceText(file: "x.md", text: String(repeating: piece, count: length / piece.utf8.count))
    }
    let findings = texts.map { Document(parsing: $0).diagnostics }
    Self.expectGrowth { size in
      let writer = DiagnosticWriter(format: .human, language: .french, toolVersion: "1") { _ in texts[size] }
      _ = writer.text(for: findings[size])
    }
  }

  @Test func `a line of megabytes is read`() {
    let document = Document(parsing: SourceText(file: "x.md", text: String(repeating: "été ", count: 660_000)))
    #expect(document.blocks.count == 1)
    #expect(document.diagnostics == [])
  }

  /// Expects four times the input to take at most 2.5 × 2.5 times as long, in one of a few measurements: memory, caches
  /// and other processes disturb single ones. Quadratic code takes sixteen times as long in each.
  private static func expectGrowth(
    sourceLocation: Testing.SourceLocation = #_sourceLocation, of work: (_ size: Int) -> Void
  ) {
    var seen: [Double] = []
    for _ in 0..<4 {
      let times = [0, 1].map { size in (0..<3).map { _ in ProcessorTime.seconds { work(size) } }.min() ?? 0 }
      // The growth of a very short time is not measurable.
      seen.append(times[1] / max(times[0], 0.002))
      if seen.contains(where: { $0 < 2.5 * 2.5 }) { return }
    }
    Issue.record("four times the input takes so many times as long: \(seen)", sourceLocation: sourceLocation)
  }
}
