import Addresses
import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

@Suite struct SafetyTests {
  @Test(arguments: [
    "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254",
    "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fc00::1", "fdab::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
    "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1", "fec0::1", "::10.0.0.1", "192.0.2.1", "192.88.99.1",
    "198.19.255.255", "198.51.100.1", "203.0.113.1", "::1.1.1.1", "64:ff9b:1::1", "64:ff9b:1::7f00:1", "100::1",
    "2001::1", "2001:0:101:101::fefe:fefe", "2001:2::1", "2001:20::1", "2001:1ff:ffff::1", "3fff::1", "5f00::1",
    "::ffff:0:10.0.0.1", "::ffff:100.64.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::",
  ])
  func `an address that is not public`(text: String) {
    #expect(IPAddress(text)?.isPublic == false)
  }

  @Test(arguments: [
    "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.0.1",
    "223.255.255.255", "2606:4700::1111", "2a01:e0a::1", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::",
    "192.88.98.1", "198.20.0.1", "2001:200::1", "2001:4860:4860::8888", "2002:801:101::", "3fff:1000::1",
  ])
  func `an address that is public`(text: String) {
    #expect(IPAddress(text)?.isPublic == true)
  }

  @Test(arguments: [
    ("1.2.3.4", "1.2.3.4"), ("2001:db8::1", "2001:db8:0:0:0:0:0:1"), ("::ffff:1.2.3.4", "0:0:0:0:0:ffff:102:304"),
  ])
  func `an address is written so that it is read again`(text: String, written: String) throws {
    let address = try #require(IPAddress(text))
    #expect(address.description == written)
    #expect(IPAddress(written) == address)
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "example.fr", "12345", ":::1", "1.2.3.256"])
  func `what is no address`(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ["10.0.0.1"], ["93.184.215.14", "192.168.0.1"], ["::1", "93.184.215.14"], ["fd00::1"],
  ])
  func `a name that leads to a private address is refused, and nothing is sent`(addresses: [String]) async {
    let sent = Mutex(0)
    let site = FakeSite(names: { _ in addresses }) { _ in
      sent.withLock { $0 += 1 }
      return .fine
    }
    #expect(await site.verdict("https://intranet.example/") == .toCheckByHand(.privateAddress))
    #expect(sent.withLock { $0 } == 0)
  }

  @Test func `a private host is asked where it is allowed by its name`() async {
    var site = FakeSite(names: { _ in ["10.0.0.1"] }) { _ in .fine }
    site.options.allowedHosts = ["intranet.example"]
    #expect(await site.verdict("https://Intranet.example/") == .works)
    #expect(await site.verdict("https://other.intranet.example/") == .toCheckByHand(.privateAddress))
  }

  @Test(
    arguments: [
      ("intranet.exemple.fr", "intranet.exemple.fr"), ("Intranet.Exemple.FR", "intranet.exemple.fr"),
      ("élysée.fr", "xn--lyse-9oad.fr"), ("127.1", "127.0.0.1"), ("::1", "::1"), ("[0:0::1]", "::1"),
      ("http://intranet:8080/x", "intranet"), ("intranet:8080", "intranet"), ("", nil), ("a b", nil),
    ] as [(String, String?)])
  func `a host is allowed in the form in which it is asked`(typed: String, host: String?) {
    #expect(CheckOptions.allowedHost(typed) == host)
  }

  @Test(arguments: [
    "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://a.localhost/", "http://192.168.1.1:8080/x",
    "http://[::ffff:10.0.0.1]/", "http://[fe80::1]/",
  ])
  func `a private address as such is refused, even through a proxy`(address: String) async {
    let site = FakeSite(proxies: ProxyEnvironment(["all_proxy": "http://proxy:1"])) { _ in .fine }
    #expect(await site.verdict(address) == .toCheckByHand(.privateAddress))
  }

  @Test(arguments: [
    "http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://127.1/", "http://127。0。0。1/",
    "http://１２７.0.0.1/", "http://[::ffff:7f00:1]/", "http://%31%32%37.0.0.1/", "http:\\\\127.0.0.1\\", "http:127.0.0.1",
    "ht\ttp://127.0.0.1/", "http://127.0.0.1./",
  ])
  func `other notations of a private address are refused without a question`(address: String) async {
    let checker = LinkChecker(
      .test(), transport: HTTPTransport { _ in .fine }, resolver: Network.noNames, proxies: .none,
      clock: TestClock().clock)
    let outcome = await checker.check([PlacedAddress(address, place: 0)]).outcomes.first
    #expect(outcome?.verdict == .toCheckByHand(.privateAddress))
  }

  @Test func `the resolver of the system reads addresses`() async throws {
    #expect(try await HostResolver.system.addresses("127.0.0.1") == [IPAddress("127.0.0.1")])
    #expect(try await HostResolver.system.addresses("::1") == [IPAddress("::1")])
  }

  @Test func `names are the proxy's to look up`() async {
    let site = FakeSite(
      proxies: ProxyEnvironment(["https_proxy": "http://proxy:1"]),
      names: { _ throws(ResolutionFailure) in throw .noSuchHost }
    ) { _ in .fine }
    #expect(await site.verdict("https://a.example/") == .works)
    #expect(await site.verdict("http://a.example/") == .broken(.noSuchHost))
  }

  @Test(
    arguments: [
      ([:], "https://a.fr/", nil), (["http_proxy": "p"], "http://a.fr/", "p"),
      (["http_proxy": "p"], "https://a.fr/", nil),
      (["HTTP_PROXY": "p"], "http://a.fr/", "p"),
      (["HTTP_PROXY": "p", "REQUEST_METHOD": "GET"], "http://a.fr/", nil), (["HTTPS_PROXY": "p"], "https://a.fr/", "p"),
      (["https_proxy": "q", "HTTPS_PROXY": "p"], "https://a.fr/", "q"), (["ALL_PROXY": "p"], "http://a.fr/", "p"),
      (["all_proxy": "p", "NO_PROXY": "a.fr"], "http://www.A.fr/", nil),
      (["all_proxy": "p", "no_proxy": "x, .a.fr"], "http://www.a.fr/", nil),
      (["all_proxy": "p", "no_proxy": "a.fr"], "http://ba.fr/", "p"),
      (["all_proxy": "p", "no_proxy": "*"], "http://a.fr/", nil),
    ] as [([String: String], String, String?)])
  func `the proxy that the environment names`(environment: [String: String], address: String, proxy: String?) throws {
    #expect(ProxyEnvironment(environment).proxy(for: try #require(WebAddress(address))) == proxy)
  }
}
