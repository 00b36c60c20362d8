import Foundation
import Testing

@testable import ExternalLinks

/// Sites that show robots a wall instead of the page. The check then reports neither that the page works nor that an
/// anchor is missing.
@Suite struct RobotWallTests {
  private static let text = String(repeating: "Du texte à lire. ", count: 300)

  /// Responses of the main providers of walls, shortened.
  private static let walls = [
    "<title>Just a moment...</title><noscript>Enable JavaScript and cookies to continue</noscript>",
    "<title>ville.fr</title><script>(function(){window._cf_chl_opt={cvId:'3'};})();</script>",
    "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
    "<title>Making sure you&#39;re not a bot!</title><script id=anubis_version type='application/json'>\"v1\"</script>",
    "<title>Oh</title><p>This site uses a Proof-of-Work scheme against scrapers.",
    "<title>Access Denied</title><h1>Access Denied</h1>You don't have permission to access this resource. Reference #18.2",
    "<title>x</title><p id=cmsg>Please enable JS and disable any ad blocker</p>",
    "<title>x</title><script>var dd={'host':'geo.captcha-delivery.com'}</script>",
    "<title>Access to this page has been denied</title><div id=px-captcha></div>",
    "<title></title><iframe src='/_Incapsula_Resource?SWUDNSAI=31'>Request unsuccessful.</iframe>",
    "<p>Request unsuccessful. Incapsula incident ID: 877000-1",
    "<title>Pardon Our Interruption</title>",
    "<title>Human Verification</title><script>window.gokuProps = {};</script>",
    "<h1>JavaScript is disabled</h1>In order to continue, we need to verify that you’re not a robot.",
    "<title>Client Challenge</title>", "<title>Vercel Security Checkpoint</title>",
    "<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.",
    "<title>Un instant…</title>", "<h1>Checking your browser before accessing ville.fr.</h1>", "<title>Captcha</title>",
    "<title>Vérification de sécurité</title>",
  ]

  @Test(arguments: walls, [200, 202, 403, 429, 503])
  func `a wall is for a person to look at, whatever the status that comes with it`(html: String, status: Int) async {
    let site = FakeSite { _ in
      HTTPResponse(status: status, headers: ["Content-Type": "text/html"], body: Array(html.utf8))
    }
    let outcomes = await site.check(["https://a.example/", "https://a.example/#ancre"]).outcomes
    #expect(outcomes.map(\.verdict) == [.toCheckByHand(.robotWall), .toCheckByHand(.robotWall)])
    #expect(outcomes.map(\.title) == [nil, nil])
    #expect(site.clock.waits == [])
  }

  @Test(arguments: [
    ("CF-Mitigated", "challenge"), ("x-amzn-waf-action", "challenge"), ("x-amzn-waf-action", "captcha"),
  ])
  func `a wall that a header announces needs no page, nor a second question`(name: String, value: String) async throws {
    try await LoopbackServer.run({ _ in .answer(403, [name: value]) }) { server in
      let report = await server.check([server.url("/a"), server.url("/b.pdf")])
      #expect(report.outcomes.map(\.verdict) == [.toCheckByHand(.robotWall), .toCheckByHand(.robotWall)])
      #expect(Set(server.asked) == ["GET /a", "HEAD /b.pdf"])
    }
  }

  @Test(arguments: [
    "<title>Qu’est-ce qu’un captcha ?</title><p>Just a moment… \(text)",
    "<title>Les preuves de travail (proof of work)</title><p>\(text)",
    "<title>Contact</title><form></form><script src='https://www.google.com/recaptcha/api.js'></script><p>Écrivez-nous.",
    "<title>Guide</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script><p>Un guide.",
    "<title>Security check-list</title><p>À lire.", "<title>Un instant de poésie</title><p>À lire.",
    "<title>Access denied: a history</title><p>À lire.",
  ])
  func `a page that speaks of walls, or has a captcha in it, is a page`(html: String) async {
    #expect(await FakeSite { _ in .page(html) }.verdict("https://a.example/") == .works)
  }

  @Test(arguments: [(404, LinkReason.notFound), (410, .gone)])
  func `what the site says is gone is gone, even where a wall says it`(status: Int, reason: LinkReason) async {
    let site = FakeSite { _ in HTTPResponse(status: status, body: Array("<title>Access Denied</title>".utf8)) }
    #expect(await site.verdict("https://a.example/") == .broken(reason))
  }

  @Test func `a wall is never a time at which the link worked, and leaves what was known`() {
    let start = Date(timeIntervalSince1970: 1_800_000_000)
    var record = LinkRecord()
    record.take([LinkOutcome(address: "a", verdict: .works, title: "Guide")], now: start)
    record.take([LinkOutcome(address: "a", verdict: .toCheckByHand(.robotWall))], now: start + 86_400)
    #expect(record["a"]?.lastWorked == start)
    #expect(record["a"]?.title == "Guide")
  }
}
