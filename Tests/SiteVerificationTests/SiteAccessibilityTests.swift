import Testing

@testable import HTML
@testable import SiteVerification

/// What the RGAA asks of pages taken together.
@Suite struct SiteAccessibilityTests {
  private static let map = "plan.html"

  private func page(_ path: String, _ title: String, _ body: String) -> PageAccessibility {
    PageAccessibility(path: path, tree: PageTree(Array("<title>\(title)</title>\(body)".utf8)))
  }

  private func body(menu: String = "<a href=g>Guide</a><a href=f>Facteurs</a>", search: Bool = true) -> String {
    "<header><nav aria-label=\"Menu\">\(menu)</nav>\(search ? "<form role=search></form>" : "")</header><main></main><footer></footer>"
  }

  /// The findings, as criterion and pages.
  private func found(
    _ pages: [PageAccessibility], mapped: Set<String>? = nil, siteMap: String? = map
  ) -> [String] {
    let site = SiteAccessibility(
      siteTitle: "Site", pages: pages.map { SiteAccessibility.Page(path: $0.path, shape: PageShape($0)) },
      siteMap: siteMap, linksToSiteMap: mapped ?? Set(pages.map(\.path)))
    return site.run().map { "\($0.demand.criterion) \($0.pages.joined(separator: ","))" }
  }

  @Test func `pages alike have nothing wrong`() {
    #expect(found([page("a", "A – Site", body()), page("b", "B – Site", body())]) == [])
  }

  @Test(arguments: ["Site", "A", "Site – A"])
  func `8.6: a title names the page, then the site`(title: String) {
    #expect(found([page("a", title, body()), page("b", "B – Site", body())]) == ["8.6 a"])
  }

  @Test func `8.6: no two pages have one title`() {
    #expect(found([page("a", "A – Site", body()), page("b", "A – Site", body())]) == ["8.6 b"])
  }

  @Test func `12.1: two ways lead to pages`() {
    let bare = body(menu: "", search: false)
    #expect(found([page("a", "A – Site", bare), page("b", "B – Site", bare)]) == ["12.1 a,b"])
    let searching = body(menu: "")
    #expect(found([page("a", "A – Site", searching), page("b", "B – Site", searching)]) == [])
    #expect(found([page("a", "A – Site", bare)]) == [])
  }

  @Test func `12.2: menus are in the same place`() {
    let moved =
      "<main></main><header><nav aria-label=\"Menu\"><a href=g>Guide</a><a href=f>Facteurs</a></nav><form role=search></form></header><footer></footer>"
    #expect(found([page("a", "A – Site", body()), page("b", "B – Site", moved)]) == ["12.2 b"])
  }

  @Test func `12.2: menus have the same order, and may have more on some pages`() {
    let turned = body(menu: "<a href=f>Facteurs</a><a href=g>Guide</a>")
    #expect(found([page("a", "A – Site", body()), page("b", "B – Site", turned)]) == ["12.2 b"])
    let longer = body(menu: "<a href=g>Guide</a><a href=x>Rex</a><a href=f>Facteurs</a>")
    #expect(found([page("a", "A – Site", body()), page("b", "B – Site", longer)]) == [])
  }

  @Test func `12.4: the site map is reached from all pages, or from none`() {
    let pages = [page("a", "A – Site", body()), page("b", "B – Site", body()), page(Self.map, "Plan – Site", body())]
    #expect(found(pages, mapped: ["a"]) == ["12.4 b"])
    #expect(found(pages, mapped: []) == [])
    #expect(found(pages, mapped: ["a"], siteMap: nil) == [])
  }

  @Test func `12.5: the search is on all pages, or on none`() {
    #expect(found([page("a", "A – Site", body()), page("b", "B – Site", body(search: false))]) == ["12.5 b"])
  }

  @Test func `each demand is broken by one of these tests`() {
    #expect(SiteAccessibility.demands.map(\.criterion.description) == ["8.6", "12.1", "12.2", "12.4", "12.5"])
  }
}
