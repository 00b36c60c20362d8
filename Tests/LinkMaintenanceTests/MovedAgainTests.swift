import ExternalLinks
import Foundation
import LinkMaintenance
import Synchronization
import DiskSupport
import Testing
import ToolboxLoading

/// The record may be old, or come from somebody else. Before a recorded move is written to a file, the site must
/// confirm it.
@Suite struct MovedAgainTests {
  private static let old = "https://ancien.fr/page"
  private static let body = "[a](\(old))"

  /// The response of the site for the old address in this run.
  private enum Answer {
    case page
    case redirect(String)
    case nothingInTime
  }

  /// The result of a check with repair for one chapter, if the record contains a recent move of its page.
  private func repair(recorded: String, _ answer: Answer) async throws -> (text: String?, repair: ContentRepair) {
    let disk = MemoryDisk()
    disk["/b/content/site.yml"] = "titre: T\n"
    disk["/b/content/guide/a.md"] = Fixture.chapter(Self.body)
    let toolbox = try #require(ToolboxLoader(root: "/b", fileSystem: disk.fileSystem).load().toolbox)
    let links = LinkInventory.links(of: toolbox)
    let record = LinkRecord([Fixture.known(Self.old, .moved(to: recorded), lastWorked: Fixture.start)])
    let result = await check(answer).run(links, record: record)
    let repair = ContentRepair(of: result.links, root: "/b", fileSystem: disk.fileSystem)
    #expect(repair.write() == [])
    return (disk["/b/content/guide/a.md"], repair)
  }

  private func check(_ answer: Answer) -> ExternalCheck {
    let transport = HTTPTransport { request async throws(HTTPFailure) in
      if case .redirect(let target) = answer, request.url.href == Self.old {
        return HTTPResponse(status: 301, headers: ["Location": target])
      }
      return HTTPResponse(status: 200, headers: ["Content-Type": "text/html"], body: Array("<title>T</title>x".utf8))
    }
    var options = CheckOptions(userAgent: "Essai")
    if case .nothingInTime = answer { options.totalLimit = 0 }
    let checker = LinkChecker(
      options, transport: transport, resolver: HostResolver { _ in [IPAddress("1.1.1.1")].compactMap { $0 } },
      proxies: .none, clock: CheckClock(now: { Fixture.start }, sleep: { _ in }))
    return ExternalCheck(checker, maxAge: 86_400) { Fixture.start }
  }

  @Test(arguments: ["http://127.0.0.1/", "https://ailleurs.fr/", "https://moi:secret@ancien.fr/"])
  func `what a record alone says is not written, and it is said what the site answered`(recorded: String) async throws {
    let (text, repair) = try await repair(recorded: recorded, .page)
    #expect(text == Fixture.chapter(Self.body))
    #expect(repair.patch == [])
    #expect(repair.skipped.map(\.reason) == [.unconfirmed])
    #expect(repair.skipped.map(\.answer?.french) == ["ce lien marche"])
  }

  @Test(arguments: [
    "http://127.0.0.1/", "http://2130706433/", "//10.0.0.1/", "http://[::ffff:169.254.169.254]/", "file:///etc/passwd",
    "https://moi:secret@ancien.fr/neuf",
  ])
  func `where the site itself sends to what is refused, nothing is written`(target: String) async throws {
    let (text, repair) = try await repair(recorded: target, .redirect(target))
    #expect(text == Fixture.chapter(Self.body))
    #expect(repair.patch == [])
    #expect(repair.skipped.map(\.reason) == [.unconfirmed])
  }

  @Test func `where there is no time to ask again, nothing is written`() async throws {
    let (text, repair) = try await repair(recorded: "https://ancien.fr/neuf", .nothingInTime)
    #expect(text == Fixture.chapter(Self.body))
    #expect(repair.skipped.map(\.answer?.english) == ["this address could not be asked again"])
  }

  @Test func `what the site says in this run is written, whatever the record says`() async throws {
    let (text, repair) = try await repair(recorded: "http://127.0.0.1/", .redirect("/neuf"))
    #expect(text == Fixture.chapter("[a](https://ancien.fr/neuf)"))
    #expect(repair.skipped == [])
  }

  @Test func `a move that is not confirmed is told with a way to have it confirmed, not with the address to write`()
    throws
  {
    let record = LinkRecord([Fixture.known(Self.old, .moved(to: "http://127.0.0.1/"))])
    let link = try #require(CheckedLink.all([Fixture.link(Self.old)], in: record).first)
    #expect(link.advice?.french.contains("--external --fix") == true)
  }
}
