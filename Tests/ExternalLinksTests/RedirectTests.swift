import ExternalLinks
import Foundation
import Testing

@Suite struct RedirectTests {
  @Test(arguments: [301, 308])
  func `a permanent redirect that ends well has moved`(status: Int) async throws {
    try await LoopbackServer.run({ $0.path == "/a/b" ? .redirect(status, "../c?x=1") : .page("<title>C</title>") }) {
      let outcome = await $0.outcome("/a/b#top")
      #expect(outcome?.verdict == .moved(to: $0.url("/c?x=1#top")))
      #expect(outcome?.chain == [RedirectHop(address: $0.url("/a/b"), status: status)])
      #expect(outcome?.title == "C")
    }
  }

  @Test(arguments: [302, 303, 307])
  func `a temporary redirect works, and the address stays`(status: Int) async throws {
    try await LoopbackServer.run({ $0.path == "/a" ? .redirect(status, "/c") : .page("x") }) {
      let outcome = await $0.outcome("/a")
      #expect(outcome?.verdict == .works)
      #expect(outcome?.finalAddress == $0.url("/c"))
    }
  }

  @Test(arguments: [[301, 302, 308], [302, 301], [301, 301, 307]])
  func `one temporary redirect makes the chain temporary`(statuses: [Int]) async throws {
    try await LoopbackServer.run({ request in
      let step = Int(request.path.dropFirst()) ?? 0
      return step < statuses.count ? .redirect(statuses[step], "/\(step + 1)") : .page("x")
    }) {
      let outcome = await $0.outcome("/0")
      #expect(outcome?.verdict == .works)
      #expect(outcome?.chain.map(\.status) == statuses)
    }
  }

  @Test func `a permanent redirect that ends badly is broken, with the way there`() async throws {
    try await LoopbackServer.run({ $0.path == "/a" ? .redirect(301, "/c") : .answer(404) }) {
      let outcome = await $0.outcome("/a")
      #expect(outcome?.verdict == .broken(.notFound))
      #expect(outcome?.finalAddress == $0.url("/c"))
    }
  }

  @Test(arguments: [["/a"], ["/a", "/b"], ["/a", "/b", "/c"]])
  func `a loop is told with its chain`(paths: [String]) async throws {
    try await LoopbackServer.run({ request in
      let next = (paths.firstIndex(of: request.path) ?? 0) + 1
      return .redirect(301, paths[next % paths.count])
    }) { server in
      let outcome = await server.outcome("/a")
      #expect(outcome?.verdict == .toCheckByHand(.redirectLoop))
      #expect(outcome?.chain.map(\.address) == paths.map { server.url($0) })
    }
  }

  @Test(arguments: [(10, LinkVerdict.works), (11, .toCheckByHand(.tooManyRedirects))])
  func `ten redirects are followed, not eleven`(count: Int, verdict: LinkVerdict) async throws {
    try await LoopbackServer.run({ request in
      let step = Int(request.path.dropFirst()) ?? 0
      return step < count ? .redirect(302, "/\(step + 1)") : .page("x")
    }) {
      #expect(await $0.outcome("/0")?.verdict == verdict)
    }
  }

  @Test func `a redirect without a target`() async throws {
    try await LoopbackServer.run({ _ in .answer(301) }) {
      #expect(await $0.outcome("/a")?.verdict == .toCheckByHand(.redirectWithoutTarget))
    }
  }

  @Test func `a target outside ASCII and with spaces is followed`() async throws {
    try await LoopbackServer.run({ $0.path == "/a" ? .redirect(301, " /été à la mer ") : .page("x") }) {
      #expect(await $0.outcome("/a")?.verdict == .moved(to: $0.url("/%C3%A9t%C3%A9%20%C3%A0%20la%20mer")))
    }
  }

  @Test func `a site that greets newcomers with a cookie is followed`() async throws {
    try await LoopbackServer.run({ request in
      request.headers["cookie"] == "seen=1; lang=fr"
        ? .page("x")
        : .answerInOrder(
          302,
          [
            ("Location", request.path), ("Set-Cookie", "seen=1; Expires=Wed, 09 Jun 2100 10:18:14 GMT; Path=/"),
            ("Set-Cookie", "lang=fr"), ("Set-Cookie", "old=1; Max-Age=0"),
          ])
    }) { server in
      let report = await server.check([server.url("/a"), server.url("/b")])
      #expect(report.outcomes.map(\.verdict) == [.works, .works])
      // Each chain has its own cookie jar.
      #expect(server.requests.count == 4)
    }
  }

  @Test func `the fragment of a redirect counts, otherwise that of the link`() async throws {
    try await LoopbackServer.run({ request in
      switch request.path {
      case "/a": .redirect(301, "/c#there")
      case "/b": .redirect(301, "/c")
      default: .page("<p id=there>x")
      }
    }) { server in
      let report = await server.check([server.url("/a#gone"), server.url("/b#gone"), server.url("/b#there")])
      #expect(
        report.outcomes.map(\.verdict) == [
          .moved(to: server.url("/c#there")), .broken(.missingFragment), .moved(to: server.url("/c#there")),
        ])
    }
  }

  @Test(arguments: [
    ("http://127.0.0.1/", LinkReason.privateAddress), ("http://127.0.0.77/", .privateAddress),
    ("http://localhost:1/", .privateAddress),
    ("http://[::1]/", .privateAddress), ("http://169.254.169.254/latest/meta-data", .privateAddress),
    ("http://2130706433/", .privateAddress), ("//10.0.0.1/", .privateAddress),
    ("https:\\\\127.0.0.1", .privateAddress), ("//10.0.0.1", .privateAddress), ("\\\\10.0.0.1", .privateAddress),
    ("http://0x7f.1/", .privateAddress), ("http://[::ffff:127.0.0.1]/", .privateAddress),
    ("http://127。0。0。1/", .privateAddress), ("http://017700000001/", .privateAddress),
    ("ht\ttps://192.168.0.1/", .privateAddress), ("java\tscript:alert(1)", .unsupportedScheme),
    ("ftp://ftp.example/", .unsupportedScheme),
    ("javascript:alert(1)", .unsupportedScheme), ("file:///etc/passwd", .unsupportedScheme),
    ("http://me:secret@127.0.0.1/", .credentialsInAddress),
  ])
  func `a redirect leads nowhere that a link may not`(target: String, reason: LinkReason) async throws {
    try await LoopbackServer.run({ _ in .redirect(301, target) }) { server in
      // The name is allowed, its address is not.
      let checker = LinkChecker(
        .test { $0.allowedHosts = ["depart.test"] }, transport: Network.transport,
        resolver: HostResolver { _ in [IPAddress("127.0.0.1")].compactMap { $0 } }, proxies: .none,
        clock: TestClock().clock)
      let link = PlacedAddress("http://depart.test:\(server.hosts[0].port)/a", place: 0)
      let outcome = await checker.check([link]).outcomes.first
      #expect(outcome?.verdict == .toCheckByHand(reason))
      #expect(server.asked == ["GET /a"])
    }
  }
}
