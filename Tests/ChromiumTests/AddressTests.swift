import Addresses
import Testing

@Suite struct AddressTests {
  @Test
  func `5,000 addresses from a base have the parts that Chromium finds, but for differences with a reason`() throws {
    var generator = AddressGenerator(seed: 7)
    let pairs = (0..<5_000).map { _ in generator.pair() }
    let theirs = try Chromium().parse(pairs)
    try #require(theirs.count == pairs.count)
    var differences: [AddressDifference: Int] = [:]
    for (pair, theirs) in zip(pairs, theirs) {
      let ours = WebAddress(pair.base).flatMap { WebAddress(pair.address, base: $0) }.map(AddressReading.init)
      guard ours != theirs else { continue }
      let known = AddressDifference.allCases.first { $0.explains(pair, ours: ours, theirs: theirs) }
      if let known {
        differences[known, default: 0] += 1
      } else {
        Issue.record(
          "“\(pair.address)” from “\(pair.base)”: \(String(describing: ours)), not \(String(describing: theirs))")
      }
    }
    // Many differences would mean that the known reasons excuse too much.
    #expect(differences.values.reduce(0, +) < pairs.count / 5)
    #expect(theirs.filter { $0 != nil }.count > pairs.count / 2)
  }
}
