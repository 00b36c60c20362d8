import CCurl
import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

@Suite struct VerdictTests {
  @Test(arguments: [
    (HTTPFailure.timedOut, LinkReason.timedOut, 3), (.nameNotFound, .nameLookupFailed, 3),
    (.cannotConnect, .cannotConnect, 3), (.connectionLost, .connectionLost, 3), (.certificate("x"), .certificate, 1),
    (.secureConnection("x"), .secureConnection, 3), (.proxy("x"), .proxy, 1), (.refusedAddress, .privateAddress, 1),
    (.other("x"), .networkError, 3),
  ])
  func `each failure of the network has its reason`(failure: HTTPFailure, reason: LinkReason, requests: Int) async {
    let sent = Mutex(0)
    let site = FakeSite { _ throws(HTTPFailure) in
      sent.withLock { $0 += 1 }
      throw failure
    }
    #expect(await site.verdict("https://a.example/") == .toCheckByHand(reason))
    #expect(sent.withLock { $0 } == requests)
  }

  @Test(arguments: [
    (CURLE_OPERATION_TIMEDOUT, HTTPFailure.timedOut), (CURLE_COULDNT_RESOLVE_HOST, .nameNotFound),
    (CURLE_COULDNT_CONNECT, .cannotConnect), (CURLE_RECV_ERROR, .connectionLost), (CURLE_GOT_NOTHING, .connectionLost),
    (CURLE_PARTIAL_FILE, .connectionLost), (CURLE_HTTP2_STREAM, .connectionLost),
    (CURLE_SSL_CONNECT_ERROR, .secureConnection("x")), (CURLE_PEER_FAILED_VERIFICATION, .certificate("x")),
    (CURLE_SSL_INVALIDCERTSTATUS, .certificate("x")), (CURLE_BAD_CONTENT_ENCODING, .other("x")),
  ])
  func `what libcurl says is understood`(code: CURLcode, failure: HTTPFailure) {
    #expect(HTTPFailure(code, text: "x", route: .direct([], mayBePrivate: false), tunnelStatus: 0) == failure)
  }

  @Test(arguments: [
    (CURLE_COULDNT_RESOLVE_PROXY, 0), (CURLE_COULDNT_RESOLVE_HOST, 0), (CURLE_COULDNT_CONNECT, 0), (CURLE_PROXY, 0),
    (CURLE_RECV_ERROR, 403),
  ])
  func `a proxy that refuses, or is not there, is not the site's fault`(code: CURLcode, tunnelStatus: Int) {
    let failure = HTTPFailure(code, text: "x", route: .proxy("http://p:1"), tunnelStatus: tunnelStatus)
    #expect(failure == .proxy("x"))
  }

  @Test func `a name that does not exist is looked up twice`() async {
    let lookups = Mutex<[String]>([])
    let site = FakeSite(names: { host throws(ResolutionFailure) in
      lookups.withLock { $0.append(host) }
      throw .noSuchHost
    }) { _ in .fine }
    let report = await site.check(["https://no.example/a", "https://no.example/b", "https://no.example/c.pdf"])
    #expect(report.outcomes.map(\.verdict) == Array(repeating: .broken(.noSuchHost), count: 3))
    // One lookup for each attempt at the host, for all its links.
    #expect(lookups.withLock { $0 } == ["no.example", "no.example"])
  }

  @Test func `a name that exists at the second look`() async {
    let lookups = Mutex(0)
    let site = FakeSite(names: { _ throws(ResolutionFailure) in
      let count = lookups.withLock {
        $0 += 1
        return $0
      }
      if count == 1 { throw .noSuchHost }
      return ["93.184.215.14"]
    }) { _ in .fine }
    #expect(await site.verdict("https://a.example/") == .works)
  }

  @Test func `a name server that is silent is asked again, and says nothing of the site`() async {
    let lookups = Mutex(0)
    let site = FakeSite(names: { _ throws(ResolutionFailure) in
      lookups.withLock { $0 += 1 }
      throw .temporary
    }) { _ in .fine }
    #expect(await site.verdict("https://a.example/") == .toCheckByHand(.nameLookupFailed))
    #expect(lookups.withLock { $0 } == 3)
  }

  @Test(arguments: [
    ("mailto:mairie@ville.fr", LinkVerdict.works), ("mailto:a@b.fr,c@d.fr?subject=x", .works),
    ("mailto:?body=x", .works),
    ("MAILTO:a%40b.fr", .works), ("mailto:mairie", .toCheckByHand(.malformedContact)),
    ("mailto:a@b@c.fr", .toCheckByHand(.malformedContact)), ("mailto:a@ville", .toCheckByHand(.malformedContact)),
    ("mailto:", .toCheckByHand(.malformedContact)), ("tel:+33123456789", .works), ("tel:01 23 45 67 89", .works),
    ("tel:15", .works), ("tel:mairie", .toCheckByHand(.malformedContact)), ("tel:", .toCheckByHand(.malformedContact)),
    ("ftp://a.fr/", .toCheckByHand(.unsupportedScheme)), ("javascript:x", .toCheckByHand(.unsupportedScheme)),
    ("https://me:word@a.fr/", .toCheckByHand(.credentialsInAddress)),
    ("https://me@a.fr/", .toCheckByHand(.credentialsInAddress)),
    ("https://", .broken(.malformedAddress)), ("http:///a", .works),
    ("https://a..fr/", .broken(.malformedAddress)), ("https://a b/", .broken(.malformedAddress)),
    ("https://a.fr:99999/", .broken(.malformedAddress)), ("nothing", .broken(.malformedAddress)),
    ("", .broken(.malformedAddress)),
    ("https://a.fr", .works), ("HTTPS://A.fr/é?à=[1]", .works), ("https://élysée.fr/", .works),
    ("https://a_b.fr/", .works),
  ])
  func `the form of an address`(address: String, verdict: LinkVerdict) async {
    #expect(await FakeSite { _ in .fine }.verdict(address) == verdict)
  }

  @Test(arguments: LinkReason.allCases)
  func `each reason is told and says what to do`(reason: LinkReason) {
    for language in Language.allCases {
      #expect(!reason.message.text(in: language).isEmpty)
      #expect(reason.advice.text(in: language).hasSuffix("."))
      #expect(!reason.message.text(in: language).contains("'"))
    }
    #expect(reason.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }
}
