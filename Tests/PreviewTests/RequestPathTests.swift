import Testing

@testable import Preview

/// The path of a request.
@Suite struct RequestPathTests {
  @Test(
    arguments: [
      "/../x", "/a/../../x", "/%2e%2e/x", "/%2E%2e/x", "/.%2e/x", "/./x", "/%2e/x", "/..%2fx", "/a%2Fb", "/..%5cx",
      "/..\\x",
      "/a\\b", "/%00", "/a%00.html", "/a%0d%0aB", "/%7f", "/%ff", "/%c0%ae%c0%ae/x", "/%", "/%2", "/%zz", "/%+1", "",
      "x",
      "http://127.0.0.1/x", "*",
    ])
  func `whatever goes up, or can be read in two ways, is refused`(path: String) { #expect(RequestPath(path) == nil) }

  @Test(
    arguments: [
      ("/", "index.html"), ("/a.html", "a.html"), ("/guide/", "guide/index.html"), ("/guide", "guide"),
      ("/fichiers/%C3%A9t%c3%a9%20%26.pdf", "fichiers/été &.pdf"), ("/...", "..."), ("/a..b", "a..b"),
      ("//etc/passwd", "/etc/passwd"), ("/%252e%252e/x", "%2e%2e/x"),
    ])
  func `a path names a file, or the index of a folder`(path: String, file: String) {
    #expect(RequestPath(path)?.file == file)
  }

  @Test func `the address of a folder is on this host, and encoded`() {
    #expect(RequestPath("/é%20b")?.folderAddress == "/%C3%A9%20b/")
  }
}
