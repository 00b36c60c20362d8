import LinkValidation
import Testing

@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("", LinkTarget.placeholder), ("#", .placeholder), ("  ", .placeholder),
    ("#ancre", .sameDocument(anchor: "ancre")), ("#milj%C3%B8", .sameDocument(anchor: "miljø")),
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
    ("mailto:a@b.fr", .contact("mailto:a@b.fr")), ("tel:+33123456789", .contact("tel:+33123456789")),
    ("JavaScript:alert(1)", .unsupported(scheme: "javascript")), ("data:text/html,x", .unsupported(scheme: "data")),
    ("file:///etc/passwd", .unsupported(scheme: "file")), ("ftp://exemple.fr", .unsupported(scheme: "ftp")),
  ])
  func `a target is understood by its form`(written: String, target: LinkTarget) {
    #expect(LinkTarget(written) == target)
  }
}
