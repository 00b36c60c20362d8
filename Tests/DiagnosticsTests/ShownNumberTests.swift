import Diagnostics
import Testing

@Suite struct ShownNumberTests {
  private func shown(_ number: ShownNumber) -> [String] { Language.allCases.map { number.text(in: $0) } }

  @Test(arguments: [
    (0.0, "0", "0"), (50, "50", "50"), (3.25, "3,3", "3.3"), (1250, "1\u{A0}250", "1250"),
    (12_345.6, "12\u{A0}345,6", "12,345.6"), (1_000_000, "1\u{A0}000\u{A0}000", "1,000,000"),
    (999.96, "1\u{A0}000", "1000"),
  ])
  func `by default there is a decimal where it is not zero`(value: Double, french: String, english: String) {
    #expect(shown(ShownNumber(value)) == [french, english])
  }

  @Test(arguments: [-1.0, Double.nan, -Double.infinity]) func `what is no number from zero on is zero`(value: Double) {
    #expect(shown(ShownNumber(value)) == ["0", "0"])
    #expect(shown(ShownNumber(Double.infinity, .exactly(4)))[1] == "1,000,000,000,000.0000")
  }

  @Test func `decimals are left out at the end, always there, or all there`() {
    let decimals: [ShownNumber.Decimals] = [.upTo(2), .exactly(2), .allOrNone(2)]
    #expect(decimals.map { ShownNumber(4.5, $0).text(in: .french) } == ["4,5", "4,50", "4,50"])
    #expect(decimals.map { ShownNumber(4, $0).text(in: .french) } == ["4", "4,00", "4"])
    #expect(decimals.map { ShownNumber(4.05, $0).text(in: .english) } == ["4.05", "4.05", "4.05"])
  }

  @Test func `what must not seem to reach a limit is rounded downwards, or upwards`() {
    #expect(ShownNumber(4.499, .upTo(2), rounded: .down).text(in: .french) == "4,49")
    #expect(ShownNumber(4.001, .exactly(0), rounded: .up).text(in: .french) == "5")
  }

  @Test(arguments: [(0, "0,0", "0.0"), (949, "0,9", "0.9"), (950, "1,0", "1.0"), (1_234_567, "1\u{A0}234,6", "1234.6")])
  func `a size has a tenth of a kilobyte`(bytes: Int, french: String, english: String) {
    #expect(shown(.kilobytes(bytes)) == [french, english])
    #expect(ShownNumber.kilobytes(bytes).kilobytes == Message(fr: french + "\u{A0}ko", en: english + " kB"))
  }
}
