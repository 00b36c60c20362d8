import Testing

@testable import SiteAudit
@testable import SitePlanning
@testable import SiteVerification
@testable import Toolbox

@Suite struct EcoIndexTests {
  /// The test vectors of the reference implementation; their weights are in thousands of bytes.
  @Test(arguments: [
    (100, 100, 100_000, 72, EcoIndex.Grade.b), (240, 20, 331_000, 83, .a), (200, 200, 10_000_000, 46, .d),
    (2355, 267, 2_493_000, 10, .g), (2240, 100, 310_182_902, 16, .f),
  ])
  func `the reference's vectors`(elements: Int, requests: Int, bytes: Int, score: Int, grade: EcoIndex.Grade) {
    let index = EcoIndex(elements: elements, requests: requests, bytes: bytes)
    #expect(index.score == score && index.grade == grade)
  }

  @Test(arguments: [
    (100, "A"), (81, "A"), (80, "B"), (71, "B"), (70, "C"), (56, "C"), (55, "D"), (41, "D"), (40, "E"), (26, "E"),
    (25, "F"), (11, "F"), (10, "G"), (0, "G"),
  ])
  func `a grade is above its floor`(score: Int, grade: String) {
    #expect(EcoIndex.Grade(score).rawValue == grade)
  }

  @Test func `the whole range`() {
    #expect(EcoIndex(elements: 0, requests: 0, bytes: 0).score == 100)
    #expect(EcoIndex(elements: .max, requests: .max, bytes: .max).score == 0)
  }

  @Test func `398 elements are the most for an A of a light page`() {
    #expect(EcoIndex(elements: 398, requests: 3, bytes: 30_000).grade == .a)
    #expect(EcoIndex(elements: 399, requests: 3, bytes: 30_000).grade == .b)
  }

  @Test func `what costs most`() {
    #expect(EcoIndex(elements: 900, requests: 3, bytes: 30_000).heaviest == .elements)
    #expect(EcoIndex(elements: 50, requests: 200, bytes: 30_000).heaviest == .requests)
    #expect(EcoIndex(elements: 50, requests: 3, bytes: 9_000_000).heaviest == .weight)
  }
}

@Suite struct MeasuringTests {
  private func count(_ html: String) -> Int { PageFacts(Array(html.utf8)).elements.values.reduce(0, +) }

  @Test(arguments: [
    ("", 0), ("<!doctype html><html><body><p>x<br></body></html>", 4), ("<!-- <p> --><p></p>", 1),
    ("<svg><g><path/></g></svg><p></p>", 2), ("<svg/><p></p>", 2), ("<svg><svg><a/></svg><g/></svg><i></i>", 2),
    ("<svg><svg/><g/></svg><i></i>", 2), ("<svg><b></b></svg><i></i>", 3), ("<noscript><p></p></noscript><i></i>", 2),
    ("<script>\"<p>\"</script><i></i>", 2), ("<svg><path/>", 1), ("</svg><p>", 1),
  ])
  func `elements, without those within a drawing`(html: String, elements: Int) {
    #expect(count(html) == elements)
  }

  @Test func `an empty gzip stream has twenty bytes`() {
    #expect(TransferSize.gzip([]) == 20)
  }

  @Test func `texts are compressed, pictures are not`() {
    let bytes = [UInt8](repeating: 65, count: 10_000)
    #expect(TransferSize.of(StagedFile(path: "a/b.HTML", bytes: bytes)) < 100)
    #expect(TransferSize.of(StagedFile(path: "a/b.png", bytes: bytes)) == 10_000)
    #expect(TransferSize.of(StagedFile(path: "html", bytes: bytes)) < 10_001)
  }
}
