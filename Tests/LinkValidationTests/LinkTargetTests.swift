import Addresses
import LinkValidation
import Testing

@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("", LinkTarget.placeholder), ("#", .placeholder), ("  ", .placeholder),
    ("#ancre", .sameDocument(anchor: "ancre")), ("#milj%C3%B8", .sameDocument(anchor: "milj%C3%B8")),
    ("?x=1#ancre", .sameDocument(anchor: "ancre")), ("?x=1", .sameDocument(anchor: "top")),
    ("charge.md", .file(path: "charge.md", anchor: nil)), ("charge.md#", .file(path: "charge.md", anchor: nil)),
    ("charge.md?x=1#a", .file(path: "charge.md", anchor: "a")),
    ("charge.md#a?b", .file(path: "charge.md", anchor: "a?b")),
    ("%C3%A9t%C3%A9.md", .file(path: "été.md", anchor: nil)), ("100%.md", .file(path: "100%.md", anchor: nil)),
    ("Foo_(album).md", .file(path: "Foo_(album).md", anchor: nil)), ("a%23b.md", .file(path: "a#b.md", anchor: nil)),
    ("12:30.md", .file(path: "12:30.md", anchor: nil)), ("C:\\a.md", .file(path: "C:\\a.md", anchor: nil)),
    ("guide:charge.md#a", .generalEdition(path: "charge.md", anchor: "a")),
    ("Guide:x", .generalEdition(path: "x", anchor: nil)),
    ("https://exemple.fr/a?b#c", .web("https://exemple.fr/a?b#c")), ("HTTP://exemple.fr", .web("HTTP://exemple.fr")),
    ("https://", .incomplete("https://")), ("https:/exemple.fr", .incomplete("https:/exemple.fr")),
    ("http:", .incomplete("http:")),
    ("//cdn.exemple.fr/x", .protocolRelative("//cdn.exemple.fr/x")),
    ("/\\autre.example", .protocolRelative("/\\autre.example")),
    ("\\\\autre.example", .protocolRelative("\\\\autre.example")),
    ("mailto:a@b.fr", .contact("mailto:a@b.fr")), ("tel:+33123456789", .contact("tel:+33123456789")),
    ("MAILTO:a@b.fr", .contact("MAILTO:a@b.fr")), ("TEL:3939", .contact("TEL:3939")),
    ("mailto:mailto:a@b.fr", .malformedContact("mailto:mailto:a@b.fr")),
    ("mailto://a@b.fr", .malformedContact("mailto://a@b.fr")), ("tel:bureau", .malformedContact("tel:bureau")),
    ("https://a b.fr", .malformed("https://a b.fr")),
    ("https://exemple.fr:99999", .malformed("https://exemple.fr:99999")),
    ("https:\\\\exemple.fr", .web("https:\\\\exemple.fr")), ("ht\ttps://exemple.fr", .web("https://exemple.fr")),
    ("java\tscript:alert(1)", .unsupported(scheme: "javascript")),
    ("\u{1}javascript:x", .unsupported(scheme: "javascript")),
    ("version.md#:~:text=x", .file(path: "version.md", anchor: ":~:text=x")),
    ("..\\fichiers\\a.pdf", .file(path: "../fichiers/a.pdf", anchor: nil)),
    ("a%2Fb.md", .file(path: "a%2Fb.md", anchor: nil)),
    ("absent.html?u=https://exemple.com/", .file(path: "absent.html", anchor: nil)),
    ("JavaScript:alert(1)", .unsupported(scheme: "javascript")), ("data:text/html,x", .unsupported(scheme: "data")),
    ("file:///etc/passwd", .unsupported(scheme: "file")), ("ftp://exemple.fr", .unsupported(scheme: "ftp")),
  ])
  func `a target is understood by its form`(written: String, target: LinkTarget) {
    #expect(LinkTarget(written) == target)
  }
}

/// In tests, a string literal is a fragment without its `#`.
extension AddressFragment: ExpressibleByStringLiteral {
  /// Reads a fragment.
  package init(stringLiteral value: String) { self.init(value) }
}
