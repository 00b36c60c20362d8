import Addresses
import Foundation
import Testing

@testable import ExternalLinks

/// How a response is assembled from its pieces.
@Suite struct ResponseReaderTests {
  private static func reader() throws -> ResponseReader {
    let url = try #require(WebAddress("http://a.example/"))
    return ResponseReader(HTTPRequest(.get, url, by: .direct([], mayBePrivate: false), bodyLimit: 1 << 15))
  }

  /// Passes lines as libcurl does, each with its end; returns whether more is wanted after the last one.
  @discardableResult
  private static func take(_ lines: [String], into reader: inout ResponseReader) -> Bool {
    lines.reduce(true) { _, line in Array("\(line)\r\n".utf8).withUnsafeBytes { reader.takeHeader($0) } }
  }

  private static func take(_ body: Int, into reader: inout ResponseReader) -> Bool {
    [UInt8](repeating: 0x78, count: body).withUnsafeBytes { reader.takeBody($0) }
  }

  @Test func `an interim answer is not the answer`() throws {
    var reader = try Self.reader()
    Self.take(
      ["HTTP/1.1 103 Early Hints", "Link: </a.css>", "", "HTTP/1.1 200 OK", "Content-Type: text/html", ""],
      into: &reader)
    let response = try reader.answer(isComplete: true).get()
    #expect(response.status == 200)
    #expect(response.headers == ["content-type": "text/html"])
  }

  @Test func `header fields without end are left, interim answers included`() throws {
    for lines in [["X-Long: " + String(repeating: "x", count: 1000)], ["HTTP/1.1 103 Wait", "X: y", ""]] {
      var reader = try Self.reader()
      var count = 0
      while Self.take(lines, into: &reader) { count += 1 }
      #expect(count < 20_000)
    }
  }

  @Test func `cookies are kept together, the first of two targets counts, trailers are nothing`() throws {
    var reader = try Self.reader()
    Self.take(
      [
        "HTTP/2 302", "Set-Cookie: a=1", "set-cookie: b=2", "Location: /first", "Location: http://127.0.0.1/", "",
        "X-Trailer: late",
      ],
      into: &reader)
    let response = try reader.answer(isComplete: true).get()
    #expect(response.headers == ["set-cookie": "a=1, b=2", "location": "/first"])
  }

  @Test func `a target in Latin 1 keeps its bytes`() throws {
    var reader = try Self.reader()
    Self.take(["HTTP/1.1 301 Moved"], into: &reader)
    _ = (Array("Location: /".utf8) + [0xE9] + Array("t\r\n".utf8)).withUnsafeBytes { reader.takeHeader($0) }
    Self.take([""], into: &reader)
    #expect(try reader.answer(isComplete: true).get().headers["location"] == "/%E9t")
  }

  @Test(arguments: [
    (["HTTP/1.1 200 OK", "Content-Type: application/zip", ""], false),
    (["HTTP/1.1 302 Found", "Location: /b", ""], false),
    (["HTTP/1.1 302 Found", "Location: /b", "Content-Length: 200", ""], true),
    (["HTTP/1.1 200 OK", "Content-Type: text/html", ""], true), (["HTTP/1.1 404 Not Found", ""], true),
  ])
  func `the head of a file is enough, and that of a redirect whose body may be long`(lines: [String], wantsMore: Bool)
    throws
  {
    var reader = try Self.reader()
    #expect(Self.take(lines, into: &reader) == wantsMore)
  }

  @Test(arguments: [("200 OK", 1 << 15), ("404 Not Found", 1 << 14), ("503 Busy", 1 << 14)])
  func `a body is cut at its limit`(status: String, limit: Int) throws {
    var reader = try Self.reader()
    Self.take(["HTTP/1.1 \(status)", "Content-Type: text/html", ""], into: &reader)
    #expect(Self.take(limit - 1, into: &reader))
    #expect(!Self.take(1 << 16, into: &reader))
    #expect(try reader.answer(isComplete: false).get().body.count == limit)
  }

  @Test func `what broke off is an answer where enough of it came`() throws {
    var nothing = try Self.reader()
    Self.take(["HTTP/1.1 200 OK", "Content-Type: text/html", ""], into: &nothing)
    #expect(!nothing.isAnswer)
    _ = Self.take(1, into: &nothing)
    #expect(nothing.isAnswer)
    var missing = try Self.reader()
    Self.take(["HTTP/1.1 404 Not Found", ""], into: &missing)
    #expect(missing.isAnswer)
    #expect(try !Self.reader().isAnswer)
  }
}
