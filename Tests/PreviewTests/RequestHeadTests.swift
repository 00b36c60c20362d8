import Testing

@testable import Preview

/// The head of a request.
@Suite struct RequestHeadTests {
  private static let host = "Host: localhost\r\n"

  /// The outcome for a text; nil if more is needed.
  private static func outcome(_ text: String) -> RequestReader.Outcome? {
    var reader = RequestReader()
    return reader.read(Array(text.utf8))
  }

  private static func head(_ text: String) throws -> RequestHead {
    guard case .head(let head)? = outcome(text) else { throw NoHead() }
    return head
  }

  private struct NoHead: Error {}

  @Test func `a line says what is asked, fields say how`() throws {
    let head = try Self.head("GET /a?b HTTP/1.1\r\nhOsT: \t localhost:1 \r\nRange: bytes=0-1\r\n\r\n")
    #expect(head.method == "GET" && head.target == "/a?b")
    #expect(head["host"] == "localhost:1" && head["range"] == "bytes=0-1" && !head.announcesBody)
    #expect(Question(head).path == "/a")
  }

  @Test func `it comes in as many pieces as the network likes`() {
    var reader = RequestReader()
    var outcome: RequestReader.Outcome?
    for byte in "GET / HTTP/1.1\r\n\(Self.host)\r\n".utf8 {
      #expect(outcome == nil)
      outcome = reader.read([byte])
    }
    #expect(outcome != nil)
  }

  @Test func `a field that is a list may be given twice`() throws {
    let head = try Self.head("GET / HTTP/1.1\r\n\(Self.host)If-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n\r\n")
    #expect(head["if-none-match"] == "\"a\", \"b\"")
  }

  @Test(
    arguments: [
      "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n",
      "GET / HTTP/1.1\r\n\r\n",
      "\r\n", "GET\r\n\r\n", "GET / \r\n\r\n", "GET  / HTTP/1.1\r\n\(host)\r\n", "GET / HTTP/1.1 \r\n\(host)\r\n",
      "GET / HTTP/2\r\n\(host)\r\n", "GET / x HTTP/1.1\r\n\(host)\r\n", "G(T / HTTP/1.1\r\n\(host)\r\n",
      "GET /é HTTP/1.1\r\n\(host)\r\n", "GET /\u{0} HTTP/1.1\r\n\(host)\r\n", "GET / HTTP/1.1\r\n\(host)a\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host) a: b\r\n\r\n", "GET / HTTP/1.1\r\n\(host)a : b\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host): b\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)a: b\rc\r\n\r\n", "GET / HTTP/1.1\r\n\(host)a: b\u{0}\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      "GET / HTTP/1.1\r\n\(host)Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ])
  func `what could be read in two ways is refused`(text: String) {
    #expect(Self.outcome(text) == .refused(.badRequest))
  }

  @Test func `the first line has a limit, before it ends`() {
    let limit = RequestReader.longestLine
    #expect(Self.outcome("GET /" + String(repeating: "a", count: limit)) == .refused(.uriTooLong))
    let end = " HTTP/1.1"
    let long = "GET /" + String(repeating: "a", count: limit - 5 - end.utf8.count) + end
    #expect(Self.outcome(long) == nil)
  }

  @Test(
    arguments: [
      "a: " + String(repeating: "b", count: RequestReader.longestLine),
      String(repeating: "a: b\r\n", count: RequestReader.mostFields + 1),
      String(repeating: "a: \(String(repeating: "b", count: 1_000))\r\n", count: 64),
    ])
  func `fields have limits: each line, their number, all together`(text: String) {
    #expect(Self.outcome("GET / HTTP/1.1\r\n" + text) == .refused(.fieldsTooLarge))
  }

  @Test func `no byte is looked at twice, however long a line is and in whatever pieces it comes`() {
    var reader = RequestReader()
    var taken = 0
    while reader.read([UInt8(ascii: "a")]) == nil { taken += 1 }
    #expect(taken == RequestReader.longestLine)
  }
}
