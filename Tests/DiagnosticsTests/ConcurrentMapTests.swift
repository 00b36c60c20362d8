import Diagnostics
import Testing

@Suite struct ConcurrentMapTests {
  @Test(arguments: [0, 1, 2, 63, 64, 65, 1000]) func `results keep the order of the elements`(count: Int) {
    let elements = Array(0..<count)
    #expect(concurrentMap(elements) { $0 * 2 } == elements.map { $0 * 2 })
    #expect(concurrentMap(elements, heaviestFirst: { $0 % 7 }) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test func `a result may be nothing`() {
    let results = concurrentMap([1, 2, 3], heaviestFirst: { $0 }) { $0 == 2 ? nil : $0 }
    #expect(results == [1, nil, 3])
  }

  @Test func `of two things at once, each has its own answer`() {
    let (number, text) = concurrently({ 1 + 1 }, { concurrentMap(["a", "b"]) { $0 + $0 }.joined() })
    #expect(number == 2 && text == "aabb")
  }
}
