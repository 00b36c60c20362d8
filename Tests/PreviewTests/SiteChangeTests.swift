import SitePlanning
import Testing

@testable import Preview

/// What differs between two builds.
@Suite struct SiteChangeTests {
  private func site(_ files: [String: String]) -> ServedSite {
    ServedSite(files.map { StagedFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private let old = ["a.html": "<link href=\"r/style.1a.css\"><p>A</p>", "r/style.1a.css": "p{}", "x.png": "x"]

  @Test func `nothing, where all is the same`() { #expect(site(old).change(to: site(old)) == .none) }

  @Test func `a style sheet, where pages differ in its name alone`() {
    let new = ["a.html": "<link href=\"r/style.2b.css\"><p>A</p>", "r/style.2b.css": "p{color:red}", "x.png": "x"]
    #expect(site(old).change(to: site(new)) == .styles(["r/style.1a.css": "r/style.2b.css"]))
  }

  @Test func `a style sheet that keeps its name`() {
    var new = old
    new["r/style.1a.css"] = "b{}"
    #expect(site(old).change(to: site(new)) == .styles(["r/style.1a.css": "r/style.1a.css"]))
  }

  @Test(
    arguments: [
      ["a.html": "<link href=\"r/style.2b.css\"><p>B</p>", "r/style.2b.css": "b{}", "x.png": "x"],
      ["a.html": "<link href=\"r/style.2b.css\"><p>A</p>+", "r/style.2b.css": "b{}", "x.png": "x"],
      ["a.html": "<link href=\"r/style.1a.css\"><p>A</p>", "r/style.1a.css": "p{}", "x.png": "y"],
      ["a.html": "<link href=\"r/style.1a.css\"><p>A</p>", "r/style.1a.css": "p{}"],
      ["a.html": "<p>A</p>", "x.png": "x"],
    ])
  func `pages, where anything else differs`(new: [String: String]) {
    #expect(site(old).change(to: site(new)) == .pages)
  }

  @Test func `a page that missed a change of style sheets is told which version they replaced`() {
    var preview = Preview()
    _ = preview.show(site(old))
    let former = preview.version
    _ = preview.show(
      site(["a.html": "<link href=\"r/style.2b.css\"><p>A</p>", "r/style.2b.css": "b{}", "x.png": "x"]))
    let event = String(decoding: preview.event, as: UTF8.self)
    #expect(event.contains("\"former\":\"\(former)\"") && event.contains("style.2b.css") && event.hasSuffix("\n\n"))
    #expect(event.split(separator: "\n").count == 1)
  }
}
