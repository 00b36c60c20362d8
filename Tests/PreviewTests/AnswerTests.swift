import Diagnostics
import LinkValidation
import SitePlanning
import Testing

@testable import Preview

/// What the preview answers.
@Suite struct AnswerTests {
  private static let page = "<!doctype html>\n<html><head><title>A</title></head><body><p>A</p></body></html>"
  private static let files = [
    "index.html": page, "guide/index.html": page, "404.html": page, "s.css": "p{}",
    "fichiers/données.csv": "0123456789",
  ]

  private func preview() -> Preview {
    var preview = Preview()
    let files = Self.files.map { StagedFile(path: $0.key, bytes: Array($0.value.utf8)) }
    let download = StagedFile(path: "fichiers/jeu.html", bytes: Array(Self.page.utf8), role: .resource)
    _ = preview.show(ServedSite(files + [download]))
    return preview
  }

  private func ask(_ path: String, _ change: (inout Question) -> Void = { _ in }) -> Answer {
    var question = Question(path: path, host: "127.0.0.1:8000")
    change(&question)
    return Answer.to(question, about: preview(), at: LoopbackHost(port: 8000))
  }

  private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

  @Test func `a file is sent with its type, its length, and orders to ask again and to trust the type`() {
    let answer = ask("/fichiers/donn%C3%A9es.csv")
    #expect(answer.status == .ok && text(answer) == "0123456789")
    #expect(answer.headers["Content-Type"] == "text/csv; charset=utf-8")
    #expect(answer.headers["Content-Length"] == "10")
    #expect(answer.headers["Cache-Control"] == "no-cache")
    #expect(answer.headers["X-Content-Type-Options"] == "nosniff")
    #expect(answer.headers["Cross-Origin-Resource-Policy"] == "same-origin")
  }

  @Test(
    arguments: [
      ("a.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"),
      ("a.js", "text/javascript; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"), ("a.png", "image/png"),
      ("a.pdf", "application/pdf"), ("a.woff2", "font/woff2"), ("a.xyz", "application/octet-stream"),
      ("a", "application/octet-stream"),
    ])
  func `types follow the ending of the name`(name: String, type: String) { #expect(MediaType.of(name) == type) }

  @Test func `a download of HTML is sent as it is, with its type`() {
    let answer = ask("/fichiers/jeu.html")
    #expect(text(answer) == Self.page && answer.headers["Content-Type"] == "text/html; charset=utf-8")
    #expect(text(ask("/guide/")) != Self.page)
  }

  @Test func `a folder is its index; without its slash it is sent on to`() {
    #expect(ask("/").status == .ok && ask("/guide/").status == .ok)
    let answer = ask("/guide")
    #expect(answer.status == .found && answer.headers["Location"] == "/guide/")
  }

  @Test func `where there is nothing, the page for it is shown, and its own addresses hold at any depth`() throws {
    let answer = ask("/a/b/c")
    #expect(answer.status == .notFound && answer.headers["ETag"] == nil)
    let base = try #require(text(answer).firstRange(of: "<base href=\"/404.html\">"))
    let title = try #require(text(answer).firstRange(of: "<title>"))
    #expect(base.lowerBound < title.lowerBound)
    #expect(ask("/404.html").status == .ok)
  }

  @Test func `HEAD has the headers of GET and no content`() {
    let answer = ask("/s.css") { $0.method = "HEAD" }
    #expect(answer.body.isEmpty && answer.headers == ask("/s.css").headers)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func `other methods are refused with those that are not`(name: String) {
    let answer = ask("/") { $0.method = name }
    #expect(answer.status == .methodNotAllowed && answer.headers["Allow"] == "GET, HEAD")
  }

  @Test(arguments: ["", "W/"])
  func `what the browser has already is not sent again`(prefix: String) throws {
    let tag = try #require(ask("/s.css").headers["ETag"])
    let answer = ask("/s.css") { $0.ifNoneMatch = "\"x\", \(prefix)\(tag)" }
    #expect(answer.status == .notModified && answer.body.isEmpty && answer.headers["ETag"] == tag)
    #expect(ask("/s.css") { $0.ifNoneMatch = "\"x\"" }.status == .ok)
  }

  @Test(
    arguments: [
      ("bytes=2-4", "234", "bytes 2-4/10"), ("bytes=7-", "789", "bytes 7-9/10"), ("bytes=-2", "89", "bytes 8-9/10"),
      ("bytes=8-99", "89", "bytes 8-9/10"), ("bytes=-99", "0123456789", "bytes 0-9/10"),
      ("bytes=0-99999999999999999999", "0123456789", "bytes 0-9/10"),
    ])
  func `a part is sent where a part is asked for`(range: String, content: String, place: String) {
    let answer = ask("/fichiers/données.csv") { $0.range = range }
    #expect(answer.status == .partialContent && text(answer) == content)
    #expect(answer.headers["Content-Range"] == place)
  }

  @Test(
    arguments: ["bytes=10-", "bytes=-0", "bytes=99999999999999999999-"])
  func `parts beyond the end are refused with the length`(range: String) {
    let answer = ask("/fichiers/données.csv") { $0.range = range }
    #expect(answer.status == .rangeNotSatisfiable && answer.headers["Content-Range"] == "bytes */10")
  }

  @Test(
    arguments: ["bytes=0-1,3-4", "bytes=4-2", "lines=0-1", "bytes=-", "bytes=a-b", "bytes", "bytes=+1-2", ""])
  func `what is not one range of bytes is not looked at`(range: String) {
    let answer = ask("/fichiers/données.csv") { $0.range = range }
    #expect(answer.status == .ok && answer.body.count == 10)
  }

  @Test func `a part of another version is not sent as one of this`() throws {
    let tag = try #require(ask("/s.css").headers["ETag"])
    #expect(ask("/s.css") { ($0.range, $0.ifRange) = ("bytes=0-0", tag) }.status == .partialContent)
    #expect(ask("/s.css") { ($0.range, $0.ifRange) = ("bytes=0-0", "\"x\"") }.status == .ok)
  }

  @Test(
    arguments: [
      nil, "", "evil.example:8000", "localhost", "localhost:80", "127.0.0.1", "localhost:8000.evil.example",
      "127.0.0.1:8000@evil.example", "0.0.0.0:8000", "localhost.:8000",
    ])
  func `other names of this machine are refused, whatever leads there`(name: String?) {
    let answer = ask("/") { $0.host = name }
    #expect(answer.status == .forbidden && !text(answer).contains("<"))
  }

  @Test(arguments: ["localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
  func `its own names are not`(name: String) { #expect(ask("/") { $0.host = name }.status == .ok) }

  @Test
  func `a page is sent with the script that follows its source, at the end of its body, and other files as they are`() {
    let sent = text(ask("/"))
    #expect(sent.contains("<script src=\"/_trousse/apercu.js\""))
    #expect(sent.hasSuffix("</body></html>") && sent.hasPrefix("<!doctype html>"))
    #expect(text(ask("/s.css")) == "p{}")
    #expect(ask("/_trousse/apercu.js").headers["Content-Type"] == "text/javascript; charset=utf-8")
  }

  @Test func `as long as there is no site, any page says so, and follows`() {
    let answer = Answer.to(
      Question(path: "/a/b.html", host: "localhost:8000"), about: Preview(), at: LoopbackHost(port: 8000))
    #expect(answer.status == .unavailable && text(answer).contains("_trousse/apercu.js"))
  }

  @Test func `what is wrong is shown over the page, as text`() {
    var preview = preview()
    let finding = Diagnostic(.brokenLink, at: nil, Message(fr: "<script>alert(1)</script>", en: ""))
    preview.problems = ProblemPanel([finding], sources: [:], language: .french, hasPage: true)
    let answer = Answer.to(
      Question(path: "/", host: "localhost:8000"), about: preview, at: LoopbackHost(port: 8000))
    #expect(answer.status == .ok && text(answer).contains("<p>A</p>"))
    #expect(text(answer).contains("&lt;script&gt;alert(1)") && !text(answer).contains("<script>alert"))
    #expect(text(answer).contains("role=\"alert\""))
  }
}
