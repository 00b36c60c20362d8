import Diagnostics
import LinkValidation
import PageRendering
import SiteSupport
import Testing
import TextSupport

/// Addresses that lead elsewhere than they seem to.
@Suite struct DisguisedAddressTests {
  private static let head = "---\ntitre: A\nordre: 1\n---\n\n"

  /// The links and images of a text that is rendered without a site.
  private func addresses(rendering text: String) -> [String] {
    let document = StandaloneDocument(SourceText(file: "a.md", text: text), fromLine: 1, extensions: [])
    let root = HTMLElement.parse("<main>" + String(decoding: document.html, as: UTF8.self) + "</main>").root
    return (root.all("a").map { $0.attributes["href"] } + root.all("img").map { $0.attributes["src"] }).compactMap {
      $0
    }
  }

  @Test(
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
      "&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "vbscript:x", "data:text/html,x", "//evil.example",
      "/\\\\evil.example", "\\\\\\\\evil.example", "mailto:mailto:a@b.fr",
    ])
  func `by itself, a text leads to no program and to no host without a scheme, in whatever letters`(address: String) {
    #expect(addresses(rendering: "[x](\(address)) ![x](\(address))\n") == [])
  }

  @Test func `by itself, a text with a NUL in the line of a container is written without it`() {
    let source = SourceText(file: "a.md", text: "::: a\0b c\0=d\0\nx\n:::\n")
    let html = StandaloneDocument(source, fromLine: 1, extensions: []).html
    #expect(!html.contains(0))
    #expect(String(decoding: html, as: UTF8.self).contains("a\u{FFFD}b"))
  }

  @Test func `by itself, a text keeps its sound addresses as they are written`() {
    let text = "[x](HTTPS://exemple.fr/é) [x](MAILTO:a@b.fr) [x](../b.md#c) ![x](d.png)\n"
    #expect(addresses(rendering: text) == ["HTTPS://exemple.fr/é", "MAILTO:a@b.fr", "../b.md#c", "d.png"])
  }

  @Test(
    arguments: [
      "java&Tab;script:x", "&#1;javascript:x", "mailto:mailto:a@b.fr", "mailto://a@b.fr", "tel:bureau",
      "https://exemple.fr:99999",
    ])
  func `in a chapter, each is an error at the place where it is written`(address: String) {
    let site = FixtureSite(["guide/a.md": Self.head + "[x](\(address))\n"])
    #expect(site.findings() == ["unsupported-address content/guide/a.md:6:5"])
  }

  @Test func `in a chapter, a host behind backslashes is found as one behind slashes is`() {
    let site = FixtureSite(["guide/a.md": Self.head + "[x](/\\\\evil.example)\n"])
    #expect(site.findings() == ["unsupported-address content/guide/a.md:6:5"])
  }

  @Test func `addresses of mail and telephone are such in any case`() throws {
    let site = FixtureSite(["guide/a.md": Self.head + "[x](MAILTO:a@b.fr) et [y](TEL:3939)\n"])
    #expect(site.build().diagnostics == [])
    let links = try #require(site.page("guide/a.html")?.first("main")).all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["MAILTO:a@b.fr", "TEL:3939"])
  }

  @Test func `a link keeps what it tells the browser to mark, in the general edition and in print`() throws {
    let site = FixtureSite([
      "guide/a.md": Self.head + "[x](b.md#la:~:text=Un%20mot) [y](b.md#:~:text=mot)\n",
      "guide/b.md": "---\ntitre: B\nordre: 2\n---\n\n## Là\n\nUn mot.\n",
    ])
    #expect(site.build().diagnostics == [])
    let links = try #require(site.page("guide/a.html")?.first("main")).all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["b.html#la:~:text=Un%20mot", "b.html#:~:text=mot"])
  }

  @Test func `a place is found by its name as it is written, or with its escapes undone`() throws {
    let site = FixtureSite([
      "guide/a.md": Self.head
        + "<a name=\"a%3Ab\"></a> <a name=\"c d\"></a>\n\n[x](#a%3Ab) [y](#c%20d) [z](#é) <a name=\"é\"></a>\n"
    ])
    #expect(site.build().diagnostics == [])
    let links = try #require(site.page("guide/a.html")?.first("main")).all("a").compactMap { $0.attributes["href"] }
    #expect(links == ["#a%3Ab", "#c%20d", "#%C3%A9"])
  }

  @Test func `an anchor that only a finished page lacks is an error where the link is written`() {
    let link = "[la déclaration](../declarations/accessibilite.yml#nulle-part)"
    let site = FixtureSite(["guide/a.md": Self.head + link + "\n"])
    #expect(site.findings() == ["broken-page-link content/guide/a.md:6:18"])
  }
}

/// Addresses that a template writes.
@Suite struct TemplateAddressTests {
  private func findings(_ html: String) -> [Diagnostic] {
    let site = FixtureSite(["guide/a.md": "---\ntitre: A\nordre: 1\n---\n"], site: "titre: T\ntheme: essai\n")
    let folder = FixtureSite.root + "/themes/essai/"
    site.disk[folder + "theme.yml"] = "titre: Essai\nextends: default\n"
    site.disk[folder + "templates/not-found.mustache"] = "{{<layout}}{{$main}}<h1>x</h1>\(html){{/main}}{{/layout}}"
    return site.check().diagnostics
  }

  @Test(
    arguments: [
      "/../index.html", "\\index.html", "absent.html?u=https://example.com/", "javascript:alert(1)",
      "java&Tab;script:x",
      "//example.com/", "/\\example.com/", "https:example.com", "https://example.com:99999/", "mailto:mailto:a@b.fr",
      "data:text/html,x", "../../index.html", "guide%2Fa.html",
    ])
  func `one that leads to no file of the site, or fails offline, is an error`(address: String) {
    #expect(findings("<a href=\"\(address)\">x</a>").map(\.id) == [.brokenPageLink])
  }

  @Test(
    arguments: [
      "HTTPS://example.com", "mailto:a@b.fr", "TEL:+33123456789", "guide/a.html", "guide\\a.html", "%67uide/a.html?x",
    ])
  func `one that leads to another site, a file of this one or a person is none`(address: String) {
    #expect(findings("<a href=\"\(address)\">x</a>").filter { $0.id == .brokenPageLink } == [])
  }

  @Test(
    arguments: [
      "//a.example/x.png", "\\\\a.example/x.png", "HTTP:/\\a.example/x.png", "ht&#10;tps://a.example/x.png",
      "ftp://a.example/x.png",
    ])
  func `whatever a page would load from another host is an error`(address: String) {
    #expect(findings("<img alt=\"\" src=\"\(address)\">").map(\.id) == [.externalSubresource])
  }

  @Test func `a fragment leads to the place whose name it is, escapes and all`() {
    #expect(findings("<h2 id=\"tangent%3A-x\">x</h2><a href=\"#tangent%3A-x\">y</a>").map(\.id) == [])
  }

  @Test(
    arguments: ["<base href=\"https://example.com/en/\">", "<BASE target=_top>", "<base href=\".\">"])
  func `the element base is an error, in any letters`(element: String) {
    let found = findings(element).filter { $0.id == .baseElement }
    #expect(found.map(\.shortDescription) == ["base-element themes/essai/templates/not-found.mustache:1:31"])
  }
}
