import Addresses
import Testing

/// Whole addresses.
@Suite struct WebAddressTests {
  private func href(_ address: String, from base: String = "https://exemple.fr/guide/a.html") -> String? {
    WebAddress(base).flatMap { WebAddress(address, base: $0)?.href }
  }

  @Test(
    arguments: [
      "JavaScript:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:alert(1)",
      " \r\njavascript:alert(1)",
    ])
  func `a scheme has no case, and no control hides it`(address: String) {
    #expect(WebAddress(address)?.scheme == "javascript")
  }

  @Test(
    arguments: [
      ("\\\\autre.example\\a", "https://autre.example/a"), ("/\\autre.example", "https://autre.example/"),
      ("https:\\\\autre.example", "https://autre.example/"), ("..\\b.html", "https://exemple.fr/b.html"),
    ])
  func `a backslash is a slash in addresses of the web`(address: String, expected: String) {
    #expect(href(address) == expected)
  }

  @Test(
    arguments: [
      ("../../../b.html", "https://exemple.fr/b.html"), ("%2e%2E/%2e./b.html", "https://exemple.fr/b.html"),
      ("./c/../b.html", "https://exemple.fr/guide/b.html"), ("..", "https://exemple.fr/"),
    ])
  func `dot parts, escaped ones too, never lead above the root`(address: String, expected: String) {
    #expect(href(address) == expected)
  }

  @Test(
    arguments: [
      "http://127.0.0.1/", "http://127.1", "http://0x7f.1", "http://2130706433", "http://0177.0.0.1",
      "http://１２７。0．0.1",
    ])
  func `one host is one value, in whatever form it is written`(address: String) {
    #expect(WebAddress(address)?.host == .ipv4(0x7F00_0001))
  }

  @Test
  func `an IPv4 address within an IPv6 one is two of its numbers`() {
    #expect(WebAddress("http://[::FFFF:127.0.0.1]/")?.host?.text == "[::ffff:7f00:1]")
  }

  @Test(
    arguments: [("http://ÉTÉ.fr", "xn--t-9fab.fr"), ("http://FAß.de", "xn--fa-hia.de"), ("http://a%41.fr", "aa.fr")])
  func `a name is in lower case and in ASCII`(address: String, expected: String) {
    #expect(WebAddress(address)?.host == .domain(expected))
  }

  @Test(
    arguments: [
      "http://", "http://a b.fr", "http://256.1.1.1", "http://a.fr:65536", "http://a.fr:x", "http://[::1",
      "http://a%zz.fr",
      "//exemple.fr", "guide/a.html",
    ])
  func `what no browser could ask for is no address`(address: String) { #expect(WebAddress(address) == nil) }

  @Test func `the port of the scheme is left out, another stays`() {
    #expect(WebAddress("https://exemple.fr:443/")?.href == "https://exemple.fr/")
    #expect(WebAddress("https://exemple.fr:80/")?.port == 80)
    #expect(WebAddress("https://exemple.fr/")?.effectivePort == 443)
  }

  @Test func `a name or a password is seen`() {
    #expect(WebAddress("https://exemple.fr@autre.example/")?.hasCredentials == true)
    #expect(WebAddress("https://exemple.fr@autre.example/")?.host == .domain("autre.example"))
    #expect(WebAddress("https://exemple.fr/@a")?.hasCredentials == false)
  }
}

/// Addresses as they are written.
@Suite struct AddressReferenceTests {
  @Test(
    arguments: [
      ("//autre.example", AddressReference.Form.host), ("\\\\autre.example", .host), ("/\\autre.example", .host),
      ("/index.html", .rootPath), ("\\index.html", .rootPath), ("absent.html?u=https://exemple.com/", .relativePath),
      ("a/b:c", .relativePath), ("#a", .document), ("?a", .document), ("", .document),
      ("\u{1}\tMAILTO:a@b.fr", .scheme("mailto")),
    ])
  func `a host stands after a scheme or two slashes, and nowhere else`(address: String, expected: AddressReference.Form)
  { #expect(AddressReference(address).form == expected) }

  @Test
  func `an escaped slash in the name of a file stays escaped: it is no folder`() {
    #expect(AddressReference("a%2Fb/%C3%A9.md").pathParts == ["a%2Fb", "é.md"])
  }

  @Test(
    arguments: [
      ("tangent%3A-x", ["tangent%3A-x", "tangent:-x"]), ("%C3%A9", ["%C3%A9", "é"]), ("a", ["a"]), ("100%", ["100%"]),
    ])
  func `a fragment is tried as it is written, then with its escapes undone`(written: String, names: [String]) {
    #expect(AddressFragment(written).names == names)
  }

  @Test func `instructions to the browser are kept apart from the name of a place`() {
    let fragment = AddressReference("version.md#notes:~:text=x").fragment
    #expect(fragment?.anchor == "notes")
    #expect(fragment?.directive == "text=x")
    #expect(AddressFragment(":~:text=x").isTop)
  }
}

/// Addresses of mail and telephone.
@Suite struct ContactAddressTests {
  @Test(
    arguments: [
      "mailto:a@b.fr", "MAILTO:a@b.fr", "mailto:a@b.fr,c@d.fr?subject=Bonjour", "mailto:?subject=Bonjour",
      "mailto:a%2Bc@b.fr",
      "tel:+33123456789", "TEL:3939", "tel:+33 1 23 45 67 89", "tel:+33%201",
    ])
  func `a sound one is known by its form`(address: String) { #expect(ContactAddress(AddressReference(address)) != nil) }

  @Test(
    arguments: [
      "mailto:", "mailto:mailto:a@b.fr", "mailto://a@b.fr", "mailto:a@b", "mailto:a b@c.fr", "mailto:a@@b.fr", "tel:",
      "tel:abc",
      "tel://0123456789", "tel:1",
    ])
  func `one that no program could use is none`(address: String) {
    #expect(ContactAddress(AddressReference(address)) == nil)
  }
}
