import ExternalLinks
import Foundation
import LinkMaintenance
import Synchronization
import Testing

@Suite struct ExternalCheckTests {
  private final class Web: Sendable {
    let asked = Mutex<[String]>([])

    func check(now: Date = Fixture.start, maxAge: TimeInterval = 86_400) -> ExternalCheck {
      let transport = HTTPTransport { request async throws(HTTPFailure) in
        self.asked.withLock { $0.append(request.url.href) }
        let status = request.url.path.contains("perdu") ? 404 : 200
        return HTTPResponse(
          status: status, headers: ["Content-Type": "text/html"], body: Array("<title>T</title><p>Texte.".utf8))
      }
      let clock = CheckClock(now: { now }, sleep: { _ in })
      let checker = LinkChecker(
        CheckOptions(userAgent: "Essai"), transport: transport,
        resolver: HostResolver { _ in [IPAddress("1.1.1.1")].compactMap { $0 } }, proxies: .none, clock: clock)
      return ExternalCheck(checker, maxAge: maxAge) { now }
    }
  }

  @Test func `an address is asked for once, however many links lead there`() async {
    let web = Web()
    let result = await web.check().run(
      [Fixture.link("https://a.fr/", line: 9), Fixture.link("https://a.fr/", line: 3)], record: LinkRecord())
    #expect(web.asked.withLock { $0.count } == 1)
    #expect(result.links.map { $0.links.map { $0.location.range?.start.line } } == [[3, 9]])
  }

  @Test func `what worked less than a day ago is trusted, what failed never is`() async {
    let web = Web()
    let links = [Fixture.link("https://a.fr/"), Fixture.link("https://a.fr/perdu", line: 2)]
    let first = await web.check().run(links, record: LinkRecord())
    web.asked.withLock { $0 = [] }
    let second = await web.check(now: Fixture.start + 3600).run(links, record: first.record)
    #expect(Set(web.asked.withLock { $0 }) == ["https://a.fr/perdu"])
    #expect(second.trusted == 1)
    #expect(second.links.count == 2)
  }

  @Test func `a page is dead after two failures a day apart, not before`() async {
    let links = [Fixture.link("https://a.fr/perdu")]
    let first = await Web().check().run(links, record: LinkRecord())
    #expect(first.links.first?.known.verdict == .toCheckByHand(.notFound))
    let soon = await Web().check(now: Fixture.start + 3600).run(links, record: first.record)
    #expect(soon.links.first?.known.verdict == .toCheckByHand(.notFound))
    let later = await Web().check(now: Fixture.start + 90_000).run(links, record: soon.record)
    #expect(later.links.first?.known.verdict == .broken(.notFound))
  }

  @Test func `addresses that are gone from the content are forgotten, and mail is never remembered`() async {
    let record = LinkRecord([Fixture.known("https://ancien.fr/", .works)])
    let links = [Fixture.link("https://a.fr/"), Fixture.link("mailto:a@b.fr", line: 2)]
    let result = await Web().check().run(links, record: record)
    #expect(result.record.links.map(\.address) == ["https://a.fr/"])
  }

  @Test func `a malformed address of mail is for a person to look at, and no failure`() async {
    let result = await Web().check().run([Fixture.link("mailto:a@@b")], record: LinkRecord())
    #expect(result.links.first?.known.verdict == .toCheckByHand(.malformedContact))
    #expect(result.links.compactMap { $0.finding(broken: .error) }.map(\.severity) == [.note])
  }

  // MARK: A machine without a network

  private func offline(now: Date = Fixture.start, except host: String? = nil) -> ExternalCheck {
    let transport = HTTPTransport { _ async throws(HTTPFailure) in
      HTTPResponse(status: 200, headers: ["Content-Type": "text/html"], body: Array("<title>T</title><p>Texte.".utf8))
    }
    let resolver = HostResolver { name async throws(ResolutionFailure) in
      guard name == host, let address = IPAddress("1.1.1.1") else { throw .noSuchHost }
      return [address]
    }
    let checker = LinkChecker(
      CheckOptions(userAgent: "Essai"), transport: transport, resolver: resolver, proxies: .none,
      clock: CheckClock(now: { now }, sleep: { _ in }))
    return ExternalCheck(checker, maxAge: 86_400) { now }
  }

  private let sites = ["https://a.fr/", "https://b.fr/", "https://c.fr/"].enumerated().map {
    Fixture.link($0.element, line: $0.offset + 1)
  }

  @Test func `where nobody answers, it is the machine, and nothing is learnt`() async {
    let record = LinkRecord([Fixture.known("https://a.fr/", .works, lastWorked: Fixture.start)])
    let result = await offline(now: Fixture.start + 200_000).run(sites, record: record)
    #expect(result.isOffline)
    #expect(result.record == record)
    #expect(result.unchecked == ["https://a.fr/", "https://b.fr/", "https://c.fr/"])
  }

  @Test func `where one answers, the others are judged`() async {
    let result = await offline(except: "b.fr").run(sites, record: LinkRecord())
    #expect(!result.isOffline)
    #expect(result.record["https://a.fr/"]?.verdict == .toCheckByHand(.noSuchHost))
  }

  @Test func `where only dead links are due, one that is trusted is the witness`() async {
    let known = LinkRecord([Fixture.known("https://b.fr/", .works, lastWorked: Fixture.start)])
    let links = [sites[0], sites[1]]
    #expect(await offline(except: "b.fr").run(links, record: known).isOffline == false)
    #expect(await offline().run(links, record: known).isOffline)
  }

  @Test func `one site alone that does not answer says nothing of the machine`() async {
    #expect(await offline().run([sites[0]], record: LinkRecord()).isOffline == false)
  }
}
