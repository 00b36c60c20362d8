import Diagnostics
import SitePlanning
import Testing

@testable import Preview

/// The server of a preview.
@Suite struct PreviewServerTests {
  private static let page = "<!doctype html><html><head><title>A</title></head><body></body></html>"

  private func serving(
    _ patience: Connection.Patience = Connection.Patience(head: .seconds(3600), answer: .seconds(3600)),
    _ body: (RawClient, Board) async throws -> Void
  ) async throws {
    let board = Board()
    let files = ["index.html", "404.html"].map { StagedFile(path: $0, bytes: Array(Self.page.utf8)) }
    board.update { _ = $0.show(ServedSite(files)) }
    let server = try await PreviewServer.start(on: 0, board, patience: patience)
    try await body(RawClient(port: server.port), board)
    await server.stop()
  }

  @Test func `it answers on loopback and closes the connection, as it says`() async throws {
    try await serving { client, _ in
      let answer = try #require(await client.get("/"))
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("\r\nConnection: close\r\n"))
      #expect(answer.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"))
    }
  }

  @Test func `no path leads out of the site, however it is written`() async throws {
    try await serving { client, _ in
      for path in [
        "/../x", "/../../etc/passwd", "/%2e%2e/x", "/..%2fx", "/%2e%2e%2f%2e%2e%2fetc/passwd", "/%00", "/..\\x",
        "/%5c..",
        "//../x", "http://127.0.0.1/x",
      ] {
        #expect(await client.get(path)?.hasPrefix("HTTP/1.1 400 ") == true, "\(path)")
      }
      #expect(await client.get("//etc/passwd")?.hasPrefix("HTTP/1.1 404 ") == true)
    }
  }

  @Test func `another Host is refused, for events too`() async throws {
    try await serving { client, _ in
      for path in ["/", "/_trousse/evenements"] {
        for host in ["Host: evil.example:\(client.port)\r\n", "Host: localhost\r\n"] {
          let answer = await client.send("GET \(path) HTTP/1.1\r\n\(host)\r\n")
          #expect(answer?.hasPrefix("HTTP/1.1 403 ") == true, "\(path) \(host)")
        }
      }
    }
  }

  @Test func `HEAD, a known tag, a range and another method, as the network sees them`() async throws {
    try await serving { client, _ in
      let host = "Host: localhost:\(client.port)\r\n"
      let head = try #require(await client.send("HEAD / HTTP/1.1\r\n\(host)\r\n"))
      #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
      let tag = try #require(head.firstMatch(of: /ETag: ("[^"]+")/)?.1)
      let known = try #require(await client.send("GET / HTTP/1.1\r\n\(host)If-None-Match: \(tag)\r\n\r\n"))
      #expect(known.hasPrefix("HTTP/1.1 304 ") && known.hasSuffix("\r\n\r\n"))
      let part = try #require(await client.send("GET / HTTP/1.1\r\n\(host)Range: bytes=0-8\r\n\r\n"))
      #expect(part.hasPrefix("HTTP/1.1 206 ") && part.hasSuffix("\r\n\r\n<!doctype"))
      let post = try #require(await client.send("POST / HTTP/1.1\r\n\(host)Content-Length: 1\r\n\r\nx"))
      #expect(post.hasPrefix("HTTP/1.1 405 ") && post.contains("\r\nAllow: GET, HEAD\r\n"))
    }
  }

  @Test func `a request with two hosts, or none, is refused`() async throws {
    try await serving { client, _ in
      let host = "Host: localhost:\(client.port)\r\n"
      for hosts in [host + host, ""] {
        #expect(await client.send("GET / HTTP/1.1\r\n\(hosts)\r\n")?.hasPrefix("HTTP/1.1 400 ") == true)
      }
    }
  }

  @Test func `a line of a megabyte is refused at once, and the server goes on`() async throws {
    try await serving { client, _ in
      let long = String(repeating: "a", count: 1_000_000)
      let field = try #require(
        await client.send("GET / HTTP/1.1\r\nHost: localhost:\(client.port)\r\nX: \(long)\r\n\r\n"))
      #expect(field.hasPrefix("HTTP/1.1 431 ") && field.contains("\r\nConnection: close\r\n"))
      #expect(await client.get("/" + long)?.hasPrefix("HTTP/1.1 414 ") == true)
      #expect(await client.get("/")?.hasPrefix("HTTP/1.1 200 ") == true)
    }
  }

  @Test func `a body is not waited for`() async throws {
    try await serving { client, _ in
      let host = "Host: localhost:\(client.port)\r\n"
      let answer = try #require(await client.send("POST / HTTP/1.1\r\n\(host)Content-Length: 1000000000000\r\n\r\nx"))
      #expect(answer.hasPrefix("HTTP/1.1 405 "))
      let chunked = try #require(
        await client.send("GET / HTTP/1.1\r\n\(host)Transfer-Encoding: chunked\r\n\r\n5\r\nabcde"))
      #expect(chunked.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(arguments: ["GET / HTTP/1.1\r\n", "G"])
  func `who begins a request and does not end it is told so, and let go`(text: String) async throws {
    try await serving(Connection.Patience(head: .milliseconds(50))) { client, _ in
      // On a busy machine, the time may be up before the first bytes are read: then there is no response.
      var answer: String?
      for _ in 0..<1_000 where answer?.isEmpty ?? true { answer = await client.send(text) }
      #expect(answer?.hasPrefix("HTTP/1.1 408 ") == true)
    }
  }

  @Test func `who says nothing is let go without a word`() async throws {
    try await serving(Connection.Patience(head: .milliseconds(50))) { client, _ in
      #expect(await client.send("") == "")
    }
  }

  @Test func `beyond the number of connections that may be open, the next is refused until one ends`() async throws {
    try await serving { client, _ in
      let events = "GET /_trousse/evenements HTTP/1.1\r\nHost: localhost:\(client.port)\r\n\r\n"
      try await client.holding(PreviewServer.mostConnections, saying: events) {
        #expect(await client.get("/")?.hasPrefix("HTTP/1.1 503 ") == true)
      }
      // Streams of closed browsers end without a further event.
      var answer: String?
      for _ in 0..<1_000 where answer?.hasPrefix("HTTP/1.1 200 ") != true { answer = await client.get("/") }
      #expect(answer?.hasPrefix("HTTP/1.1 200 ") == true)
    }
  }

  @Test func `who listens hears the present state, then the next`() async throws {
    try await serving { client, board in
      #expect(await client.events(until: board.preview.version.description)?.contains("text/event-stream") == true)
      async let heard = client.events(until: "-2\"")
      board.update { _ = $0.show(ServedSite([StagedFile(path: "index.html", bytes: [])])) }
      #expect(await heard != nil)
    }
  }

  @Test func `who listens no more is forgotten`() async {
    let board = Board()
    var previews = Optional(board.previews())
    #expect(board.listenerCount == 1 && previews != nil)
    previews = nil
    #expect(board.listenerCount == 0)
  }

  @Test func `a port in use is told of, with the next one that is free`() async throws {
    try await serving { client, board in
      do throws(ListeningProblem) {
        _ = try await PreviewServer.start(on: client.port, board)
        Issue.record("it listens twice")
      } catch {
        guard case .inUse(let free?) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(free > client.port)
        let finding = error.finding(port: client.port)
        #expect(finding.id == .portInUse && finding.cause == .machine)
        #expect(finding.help?.french.contains("--port \(free)") == true)
      }
    }
  }
}
