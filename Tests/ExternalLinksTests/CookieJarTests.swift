import Addresses
import Foundation
import Testing

@testable import ExternalLinks

@Suite struct CookieJarTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(
    arguments: [
      ("a=1", "https://x.fr/", "a=1"), ("a=1, b=2", "https://x.fr/", "a=1; b=2"), ("a=1", "https://www.x.fr/", nil),
      ("a=1; Domain=.x.fr", "https://www.x.fr/", "a=1"), ("a=1; Domain=fr", "https://x.fr/", nil),
      ("a=1; Domain=y.fr", "https://y.fr/", nil), ("a=1; Path=/p", "https://x.fr/p/q", "a=1"),
      ("a=1; Path=/p", "https://x.fr/pq", nil),
      ("a=1; Secure", "http://x.fr/", nil), ("a=1; Secure; HttpOnly; SameSite=Lax", "https://x.fr/", "a=1"),
      ("a=1; Max-Age=0", "https://x.fr/", nil), ("a=1; Expires=Wed, 09 Jun 2021 10:18:14 GMT", "https://x.fr/", nil),
      (
        "a=1; Expires=Wed, 09 Jun 2100 10:18:14 GMT, b=2; Expires=Wed, 09-Jun-2021 10:18:14 GMT", "https://x.fr/", "a=1"
      ),
      ("a=1; Max-Age=9; Expires=Wed, 09 Jun 2021 10:18:14 GMT", "https://x.fr/", "a=1"),
      ("a=1, a=2", "https://x.fr/", "a=2"),
      ("=1", "https://x.fr/", nil), ("nothing", "https://x.fr/", nil), ("", "https://x.fr/", nil),
      ("a=b=c", "https://x.fr/", "a=b=c"),
      (",,;;=,a=1", "https://x.fr/", "a=1"), ("a=1\u{7}", "https://x.fr/", nil),
    ] as [(String, String, String?)])
  func `what is given back`(header: String, address: String, sent: String?) throws {
    var jar = CookieJar()
    jar.take(header, from: try #require(WebAddress("https://x.fr/")), now: Self.now)
    #expect(jar.header(for: try #require(WebAddress(address))) == sent)
  }

  @Test func `a jar has a bottom`() throws {
    var jar = CookieJar()
    let url = try #require(WebAddress("https://x.fr/"))
    for number in 0..<1000 { jar.take("c\(number)=1", from: url, now: Self.now) }
    #expect(jar.header(for: url)?.split(separator: ";").count == 50)
  }
}
