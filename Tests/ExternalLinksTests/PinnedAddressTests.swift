import Addresses
import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

/// Only judged addresses are requested: a later change of what a name resolves to has no effect.
@Suite struct PinnedAddressTests {
  /// Addresses that are not public, each in a form that a resolver may return at the second lookup.
  static let forbidden = [
    "127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "192.168.1.1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:100.64.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
  ]

  private static func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

  // MARK: The checker

  @Test(arguments: forbidden)
  func `a name that leads elsewhere at the second question reaches nobody`(later: String) async throws {
    try await LoopbackServer.run({ _ in .page("<title>Secret</title>") }) { server in
      let (first, second) = (try Self.address("93.184.215.14"), try Self.address(later))
      let questions = Mutex(0)
      let resolver = HostResolver { _ in
        questions.withLock {
          $0 += 1
          return [$0 == 1 ? first : second]
        }
      }
      // The public network is simulated: a request to the public address never leaves the test.
      let transport = HTTPTransport { request async throws(HTTPFailure) in
        guard request.route == .direct([first], mayBePrivate: false) else {
          return try await Network.curl.send(request)
        }
        return HTTPResponse(status: 404)
      }
      let checker = LinkChecker(
        .test(), transport: transport, resolver: resolver, proxies: .none, clock: TestClock().clock)
      let link = PlacedAddress("http://rebond.example:\(server.hosts[0].port)/", place: 0)
      var record = LinkRecord()
      record.take(await checker.check([link]).outcomes, now: Date(timeIntervalSince1970: 0))
      #expect(record[link.address]?.verdict == .toCheckByHand(.privateAddress))
      #expect(questions.withLock { $0 } == 2)
      #expect(!record.json.contains("Secret"))
      #expect(server.connections == 0)
    }
  }

  @Test func `a request carries the addresses that were judged, and where it goes to a proxy none`() async throws {
    let routes = Mutex<[HTTPRoute]>([])
    var site = FakeSite(names: { _ in ["93.184.215.14", "2606:4700::1111"] }) { request in
      routes.withLock { $0.append(request.route) }
      return .fine
    }
    _ = await site.check(["http://a.example/"])
    site.proxies = ProxyEnvironment(["http_proxy": "http://proxy.example:3128"])
    _ = await site.check(["http://a.example/"])
    let judged = [try Self.address("93.184.215.14"), try Self.address("2606:4700::1111")]
    #expect(
      routes.withLock { $0 } == [.direct(judged, mayBePrivate: false), .proxy("http://proxy.example:3128")])
  }

  @Test func `a name that is allowed is asked at the address that its resolver gave`() async throws {
    try await LoopbackServer.run({ _ in .page("<title>Intranet</title>") }) { server in
      let loopback = try Self.address("127.0.0.1")
      let checker = LinkChecker(
        .test { $0.allowedHosts = ["exemple.test"] }, transport: Network.transport,
        resolver: HostResolver { _ in [loopback] }, proxies: .none, clock: TestClock().clock)
      let report = await checker.check([PlacedAddress("http://exemple.test:\(server.hosts[0].port)/", place: 0)])
      #expect(report.outcomes.map(\.title) == ["Intranet"])
      #expect(server.requests.map { $0.headers["host"] } == ["exemple.test:\(server.hosts[0].port)"])
    }
  }

  // MARK: The transport

  @Test(arguments: [
    ("93.184.215.14", false, true, true), ("1.1.1.1", false, false, true), ("10.0.0.1", false, false, false),
    ("10.0.0.1", true, false, true), ("93.184.215.14", true, true, true),
  ])
  func `a new connection is made to what was judged, and a kept one used where it may lead`(
    peer: String, mayBePrivate: Bool, connects: Bool, asks: Bool
  ) throws {
    let route = HTTPRoute.direct([try Self.address("93.184.215.14")], mayBePrivate: mayBePrivate)
    #expect(route.allowsConnecting(to: try Self.address(peer)) == connects)
    #expect(route.allowsAsking(try Self.address(peer)) == asks)
  }

  @Test func `an address that was judged and is private is refused once more`() throws {
    let loopback = try Self.address("::ffff:127.0.0.1")
    #expect(!HTTPRoute.direct([loopback], mayBePrivate: false).allowsConnecting(to: loopback))
    #expect(HTTPRoute.direct([loopback], mayBePrivate: true).allowsConnecting(to: loopback))
  }

  private static func request(_ address: String, _ route: HTTPRoute) throws -> HTTPRequest {
    HTTPRequest(.get, try #require(WebAddress(address)), by: route, timeLimit: 8)
  }

  @Test func `a connection to a forbidden address is refused before it is made`() async throws {
    try await LoopbackServer.run({ _ in .page("x") }) { server in
      let route = HTTPRoute.direct([try Self.address("127.0.0.1")], mayBePrivate: false)
      let request = try Self.request("http://exemple.test:\(server.hosts[0].port)/", route)
      await #expect(throws: HTTPFailure.refusedAddress) { try await Network.curl.send(request) }
      #expect(server.connections == 0)
    }
  }

  @Test func `a connection to another address than those that were judged is refused, allowed host or not`()
    async throws
  {
    try await LoopbackServer.run({ _ in .page("x") }) { server in
      for mayBePrivate in [false, true] {
        let route = HTTPRoute.direct([try Self.address("93.184.215.14")], mayBePrivate: mayBePrivate)
        let request = try Self.request(server.url("/"), route)
        await #expect(throws: HTTPFailure.refusedAddress) { try await Network.curl.send(request) }
      }
      #expect(server.connections == 0)
    }
  }

  @Test func `a connection that is kept is judged again before it is used again`() async throws {
    try await LoopbackServer.run({ _ in .page("x") }) { server in
      let curl = CurlTransport()
      let loopback = try Self.address("127.0.0.1")
      let address = "http://exemple.test:\(server.hosts[0].port)/"
      for _ in 1...2 {
        let allowed = try Self.request(address, .direct([loopback], mayBePrivate: true))
        #expect(try await curl.send(allowed).status == 200)
      }
      // On a busy machine no connection may be left to reuse; then a new one is refused.
      let other = try Self.request(address, .direct([try Self.address("93.184.215.14")], mayBePrivate: false))
      await #expect(throws: HTTPFailure.refusedAddress) { try await curl.send(other) }
      #expect(server.requests.count == 2)
    }
  }

  @Test func `a proxy may be anywhere: it is asked for a name, which is not looked up here`() async throws {
    try await LoopbackServer.run({ _ in .page("<title>Through</title>") }) { proxy in
      let request = try Self.request("http://nowhere.example/a", .proxy(proxy.url("")))
      #expect(try await Network.curl.send(request).status == 200)
      #expect(proxy.asked == ["GET http://nowhere.example/a"])
    }
  }

  @Test func `one name is asked at several ports and addresses, each request at its own`() async throws {
    try await LoopbackServer.run(hosts: 3, { .page("<title>\($0.host)</title>") }) { server in
      for (address, port) in server.hosts {
        let route = HTTPRoute.direct([try Self.address(address)], mayBePrivate: true)
        let response = try await Network.curl.send(Self.request("http://exemple.test:\(port)/", route))
        #expect(String(decoding: response.body, as: UTF8.self) == "<title>\(address)</title>")
      }
    }
  }
}
