import ExternalLinks
import Foundation
import Testing

/// A server that misbehaves in each way known of real servers.
@Suite struct MisbehavingServerTests {
  @Test(arguments: [405, 404, 403, 500, 501])
  func `a refused HEAD is followed by a GET`(status: Int) async throws {
    try await LoopbackServer.run({
      $0.method == "HEAD" ? .answer(status) : .answer(200, ["Content-Type": "application/pdf"])
    }) { server in
      #expect(await server.outcome("/a.pdf")?.verdict == .works)
      #expect(server.asked == ["HEAD /a.pdf", "GET /a.pdf"])
    }
  }

  @Test func `a HEAD that is answered is enough for a file, and a page is asked for at once`() async throws {
    try await LoopbackServer.run({
      $0.path.hasSuffix("zip") ? .answer(200, ["Content-Type": "application/zip"]) : .page("x")
    }) { server in
      #expect(
        await server.check([server.url("/a.zip"), server.url("/b")]).outcomes.map(\.verdict) == [.works, .works])
      #expect(Set(server.asked) == ["HEAD /a.zip", "GET /b"])
    }
  }

  @Test(arguments: [ServerReply.reset, .hangUp])
  func `a HEAD that is cut off is followed by a GET`(reply: ServerReply) async throws {
    try await LoopbackServer.run({ $0.method == "HEAD" ? reply : .answer(200, ["Content-Type": "application/pdf"]) }) {
      #expect(await $0.outcome("/a.pdf")?.verdict == .works)
    }
  }

  @Test(arguments: [ServerReply.reset, .hangUp])
  func `a connection that is always cut off is to be checked by hand`(reply: ServerReply) async throws {
    try await LoopbackServer.run({ _ in reply }) { server in
      let clock = TestClock()
      #expect(await server.outcome("/a", clock: clock)?.verdict == .toCheckByHand(.connectionLost))
      #expect(server.asked.count == 3)
      #expect(clock.waits == [1, 4])
    }
  }

  @Test func `slow headers end at the limit of the request, and are asked for again`() async throws {
    try await LoopbackServer.run({ $0.earlier < 1 ? .silence : .page("x") }) { server in
      #expect(await server.outcome("/a") { $0.requestLimit = 1 }?.verdict == .works)
      #expect(server.asked.count == 2)
    }
  }

  @Test func `headers that never come are a time-out`() async throws {
    try await LoopbackServer.run({ _ in .silence }) { server in
      let outcome = await server.outcome("/a") { $0.requestLimit = 0.15 }
      #expect(outcome?.verdict == .toCheckByHand(.timedOut))
      #expect(server.asked.count == 3)
    }
  }

  @Test func `a page of which a part came before the limit is an answer, and not a whole one`() async throws {
    try await LoopbackServer.run({ _ in .stall("<title>Half</title><p id=a>") }) { server in
      let report = await server.check([server.url("/p#a"), server.url("/p#b")]) { $0.requestLimit = 1 }
      #expect(report.outcomes.map(\.verdict) == [.works, .toCheckByHand(.longPage)])
      #expect(report.outcomes.first?.title == "Half")
      #expect(server.asked.count == 1)
    }
  }

  @Test func `nobody listens`() async throws {
    let server = try LoopbackServer { _ in .reset }
    let (listener, port) = try Sockets.listen(on: "127.0.0.1")
    Sockets.close(listener)
    let report = await server.check(["http://127.0.0.1:\(port)/"])
    server.stop()
    #expect(report.outcomes.map(\.verdict) == [.toCheckByHand(.cannotConnect)])
  }

  @Test(arguments: [(404, LinkReason.notFound), (410, .gone)])
  func `what is not there is looked at twice`(status: Int, reason: LinkReason) async throws {
    try await LoopbackServer.run({ _ in .answer(status) }) { server in
      let clock = TestClock()
      #expect(await server.outcome("/a", clock: clock)?.verdict == .broken(reason))
      #expect(server.asked.count == 2)
      #expect(clock.waits == [1])
    }
  }

  @Test func `what is there at the second look works`() async throws {
    try await LoopbackServer.run({ $0.earlier == 0 ? .answer(404) : .page("x") }) {
      #expect(await $0.outcome("/a")?.verdict == .works)
    }
  }

  @Test func `an error of the server that passes`() async throws {
    try await LoopbackServer.run({ $0.earlier < 2 ? .answer(500 + $0.earlier * 2) : .page("x") }) { server in
      let clock = TestClock()
      #expect(await server.outcome("/a", clock: clock)?.verdict == .works)
      #expect(clock.waits == [1, 4])
    }
  }

  @Test(arguments: [
    (401, LinkReason.signInRequired), (403, .forbidden), (405, .methodRefused), (451, .unexpectedStatus),
    (500, .serverError), (999, .unexpectedStatus),
  ])
  func `what only a person can judge`(status: Int, reason: LinkReason) async throws {
    try await LoopbackServer.run({ _ in .answer(status, ["WWW-Authenticate": "Basic realm=\"x\""]) }) { server in
      let report = await server.check([server.url("/a"), server.url("/a.pdf")])
      #expect(report.outcomes.map(\.verdict) == [.toCheckByHand(reason), .toCheckByHand(reason)])
      #expect(report.outcomes.map(\.status) == [status, status])
    }
  }

  @Test func `a page that is compressed is read`() async throws {
    // `<title>Zip</title><p id=a>` through gzip.
    let bytes = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA7MpySzJSbWLyiyw0YcwbQoUMlNsE+0A2Iod9hoAAAA="))
    try await LoopbackServer.run({ _ in
      .answer(200, ["Content-Type": "text/html", "Content-Encoding": "gzip"], body: Array(bytes))
    }) { server in
      let outcome = await server.outcome("/a#a")
      #expect(outcome?.title == "Zip")
      #expect(outcome?.verdict == .works)
    }
  }

  @Test func `what is badly compressed was answered, and cannot be read`() async throws {
    try await LoopbackServer.run({ _ in
      .answer(200, ["Content-Type": "text/html", "Content-Encoding": "gzip"], body: Array("no".utf8))
    }) {
      #expect(await $0.outcome("/a")?.verdict == .toCheckByHand(.networkError))
    }
  }

  @Test func `a body without end is left early`() async throws {
    let whole = 1 << 30
    try await LoopbackServer.run({ _ in .flood(upTo: whole) }) { server in
      let report = await server.check([server.url("/a"), server.url("/a#missing")])
      #expect(report.outcomes.map(\.verdict) == [.works, .toCheckByHand(.longPage)])
      #expect(report.outcomes.first?.title == "Long")
      #expect(server.bytesSent < whole / 4)
    }
  }

  @Test func `one host never gets more than four requests at once`() async throws {
    try await LoopbackServer.run({ _ in .late(20, .page("x")) }) { server in
      let report = await server.check((0..<24).map { server.url("/\($0)") })
      #expect(report.outcomes.allSatisfy { $0.verdict == .works })
      #expect((2...4).contains(server.mostUnderWay))
    }
  }

  @Test func `the checker says who it is`() async throws {
    try await LoopbackServer.run({ _ in .page("x") }) { server in
      _ = await server.outcome("/a") {
        $0.userAgent = CheckOptions.userAgent(version: "1.2", contact: "https://ville.example/contact\r\nX: y")
      }
      #expect(server.requests.first?.headers["user-agent"] == "Trousse/1.2 (+https://ville.example/contactX:y)")
      #expect(server.requests.first?.headers["cookie"] == nil)
    }
  }
}
