import Testing

@testable import SiteVerification

/// Where addresses lead.
@Suite struct SiteFilesTests {
  private static let paths = [
    "index.html", "guide/index.html", "guide/charge.html", "guide/été.html", "fichiers/mon plan.png",
    "fichiers/a+b.png",
  ]

  private func file(_ address: String, on page: String) -> String? {
    let files = Self.site(Self.paths)
    return files.index(of: address, in: AddressFolder(of: page)).map { files.path($0) }
  }

  private static func site(_ paths: [String]) -> SiteFiles {
    SiteFiles(paths.map { SiteFile(path: $0, isPage: false, summary: nil) })
  }

  @Test(
    arguments: [
      ("guide/index.html", "index.html", "guide/index.html"),
      ("index.html", "guide/charge.html", "guide/index.html"),
      ("../index.html", "guide/charge.html", "index.html"),
      ("./charge.html?x=1#la", "guide/index.html", "guide/charge.html"),
      ("#la", "guide/charge.html", "guide/charge.html"),
      ("?x=1", "guide/charge.html", "guide/charge.html"),
      ("", "guide/charge.html", "guide/charge.html"),
      ("../fichiers/mon%20plan.png", "guide/index.html", "fichiers/mon plan.png"),
      ("../fichiers/a+b.png", "guide/index.html", "fichiers/a+b.png"),
      ("%C3%A9t%C3%A9.html", "guide/index.html", "guide/été.html"),
      ("autre/../charge.html", "guide/index.html", "guide/charge.html"),
      ("a%2Fb/../charge.html", "guide/index.html", "guide/charge.html"),
    ])
  func `to a file of the site`(address: String, page: String, expected: String) {
    #expect(file(address, on: page) == expected)
  }

  @Test(
    arguments: [
      "../index.html", "absent.html", "guide/", "/index.html", "https://exemple.fr/index.html",
      "//exemple.fr/index.html",
      "guide/e\u{301}te\u{301}.html", "index%2html", "mailto:index.html", "guide",
    ])
  func `to none`(address: String) { #expect(file(address, on: "index.html") == nil) }

  @Test
  func `the first of two files with one path counts`() {
    #expect(Self.site(["a.html", "b.html", "a.html"]).index(of: "a.html") == 0)
  }

  @Test(
    arguments: ["..\\index.html", "%2e%2e/index.html", "../in\tdex.html", " ../index.html", "../index%2Ehtml"])
  func `another way of writing a path leads to the same file, as in a browser`(address: String) {
    #expect(file(address, on: "guide/charge.html") == "index.html")
  }

  @Test(
    arguments: [
      "/../index.html", "\\index.html", "/\\exemple.fr/index.html", "\\\\exemple.fr", "https:index.html",
      "HTTPS://exemple.fr",
      "guide%2Findex.html",
    ])
  func `what begins at a root, names a host or a scheme leads to no file of the site`(address: String) {
    #expect(file(address, on: "index.html") == nil)
  }
}
