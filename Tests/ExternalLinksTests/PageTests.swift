import Foundation
import Testing

@testable import ExternalLinks

@Suite struct PageTests {
  private static func page(_ html: String) -> PageSummary { PageSummary(bytes: Array(html.utf8), isComplete: true) }

  @Test(
    arguments: [
      ("<title>Ville d&rsquo;&Eacute;vry &amp; Cie</title>", "Ville d’Évry & Cie"),
      ("<TITLE lang=fr>\n Un \t titre\n</TITLE>", "Un titre"),
      ("<title>&#233;t&#xE9; &#146; &bogus; &", "été ’ &bogus; &"),
      ("<title></title>", nil), ("<p>x", nil), ("<title>A</title><svg><title>B</title></svg>", "A"),
      ("<!-- <title>No</title> --><title>Yes</title>", "Yes"),
      ("<script>'<title>No</title>'</script><title>Yes</title>", "Yes"),
      ("<title>a\u{1b}[31mb</title>", "a [31mb"),
      ("<title>&#0;&#xD800;&#99999999;x</title>", "\u{FFFD}\u{FFFD}\u{FFFD}x"),
    ] as [(String, String?)])
  func `the title of a page`(html: String, title: String?) {
    #expect(Self.page(html).title == title)
  }

  @Test(
    arguments: [
      (#"<p id="a">"#, "a"), ("<p id=a>", "a"), ("<p id='a b'>", "a b"), ("<P ID = a >", "a"), ("<a name=a>", "a"),
      (#"<p data-x="<p id='no'>" id="a&eacute;">"#, "aé"), ("<p/id=a/>", "a/"), ("<p =x id=a id=b>", "a"),
      ("<p id=a", nil),
      ("<p hidden id=a>", "a"), ("<svg><g id=a></svg>", "a"), ("<p x=\"never closed id=b><p id=a>", nil),
      ("< p id=a>", nil),
      ("<!-- <p id=a> -->", nil), ("<script><p id=a></script>", nil), ("<p name=a>", nil), ("<!--><p id=a>", "a"),
      ("<textarea></b><p id=no></textarea ><p id=a>", "a"), ("<style><p id=no></STYLE><p id=a>", "a"),
    ] as [(String, String?)])
  func `the anchors of a page`(html: String, anchor: String?) {
    #expect(Self.page(html).anchors == Set([anchor].compactMap { $0 }))
  }

  @Test(arguments: [
    "<", "<!", "<!-", "<!--", "</", "</p", "<p", "<p a", "<p a=", "<p a='", "<script", "<script>", "<title>a</t", "",
  ])
  func `a page that is cut anywhere is read to its end`(html: String) {
    #expect(Self.page(html).scriptCount <= 1)
  }

  @Test func `an old page in Latin 1 is read, and one that only says so`() {
    let latin = HTTPResponse(
      status: 200, headers: ["Content-Type": "text/html; charset=ISO-8859-1"],
      body: Array("<title>".utf8) + [0xE9, 0x92])
    #expect(PageSummary(latin).title == "é’")
    let meta = HTTPResponse(status: 200, body: Array("<meta charset=iso-8859-1><title>é".utf8))
    #expect(PageSummary(meta).title == "é")
  }

  private static let long = String(repeating: "Du texte à lire. ", count: 300)

  @Test(
    arguments: [
      ("a", "<p id=a>", nil), ("b", "<p id=a>", .missingFragment), ("", "x", nil), ("top", "x", nil), ("TOP", "x", nil),
      ("%C3%A9t%C3%A9", "<p id=été>", nil), ("été", "<p id=été>", nil), ("a%20b", "<p id='a b'>", nil),
      ("A", "<p id=a>", .missingFragment),
      ("%zz", "<p id=%zz>", nil), ("a", "<a name=a>", nil), (":~:text=some%20words", "x", nil),
      ("a:~:text=x", "<p id=a>", nil),
      ("b:~:text=x", "<p id=a>", .missingFragment), ("readme", "<p id=user-content-readme>", nil),
      ("a", "<div id=root></div><script src=a.js></script>", .scriptedPage),
      ("a", "<div id=root></div>", .missingFragment),
      ("a", "<script>x()</script>" + long, .missingFragment),
      ("a", "<script type='application/ld+json'>{}</script>x", .missingFragment),
      ("a", "<div id=app>" + long.prefix(1000) + "</div><script></script>", .scriptedPage),
      ("a", "<header>" + long + "</header><main> </main><script src=a.js></script>", .scriptedPage),
      ("a", "<div id=root><!-- --></div><footer>" + long + "</footer><script src=a.js></script>", .scriptedPage),
      ("a", long.prefix(1500) + "<script type=module src=a.js></script>", .scriptedPage),
      ("a", "<noscript>Activez JavaScript.</noscript>" + long.prefix(1500) + "<script></script>", .scriptedPage),
      ("a", "<main>" + long.prefix(1500) + "</main><script src=a.js></script>", .missingFragment),
      ("a", "<main></main>" + long, .missingFragment),
      ("/route", long, .scriptedPage), ("!route", long, .scriptedPage), ("L12-L20", long, .scriptedPage),
      ("tab=2", long, .scriptedPage),
    ] as [(String, String, LinkReason?)])
  func `a fragment is looked up`(fragment: String, html: String, reason: LinkReason?) {
    #expect(FragmentCheck(fragment).problem(in: Self.page(html)) == reason)
  }

  @Test func `a page that was not read to its end says nothing certain`() {
    let page = PageSummary(bytes: Array("<p id=a>".utf8), isComplete: false)
    #expect(FragmentCheck("a").problem(in: page) == nil)
    #expect(FragmentCheck("b").problem(in: page) == .longPage)
  }

  @Test(
    arguments: [
      ("page=3", nil), ("page=3&zoom=100", nil), ("nameddest=a", nil), ("zoom=100&page=0", .pdfPage),
      ("page=", .pdfPage),
      ("page=three", .pdfPage), ("page", .pdfPage), ("top", nil), ("Page=-1", .pdfPage),
    ] as [(String, LinkReason?)])
  func `a page of a PDF file`(fragment: String, reason: LinkReason?) async throws {
    #expect(FragmentCheck(fragment).problemInPDF == reason)
    try await LoopbackServer.run({ _ in .answer(200, ["Content-Type": "application/pdf"]) }) {
      #expect(await $0.outcome("/a.pdf#" + fragment)?.verdict == reason.map(LinkVerdict.toCheckByHand) ?? .works)
    }
  }

  @Test func `all fragments of a page are looked up in one request`() async throws {
    try await LoopbackServer.run({ _ in .page("<title>T</title><p id=a><p id=b>") }) { server in
      let report = await server.check(["/p#a", "/p#b", "/p#c", "/p"].map { server.url($0) })
      #expect(report.outcomes.map(\.verdict) == [.works, .works, .works, .broken(.missingFragment)])
      #expect(server.asked == ["GET /p"])
    }
  }

  @Test(arguments: [
    "404", "Page introuvable", "Page non trouvée - Ville de Lyon", "Ministère | Page not found",
    "Erreur 404 : page introuvable",
    "404 – Not Found", "Cette page n’existe pas.", "404 Not Found", "Oups… | PAGE INTROUVABLE !", "Error 404",
  ])
  func `a title that says that there is no page`(title: String) {
    #expect(PageSigns.saysNotFound(title))
  }

  @Test(
    arguments: [
      "Bien rédiger ses pages 404", "Peugeot 404", "Que faire quand une page est introuvable", "Salle 404, bâtiment B",
      "Guide", "", "Found", "Objets trouvés", "404 ways to save energy",
    ])
  func `a title that says something else`(title: String) {
    #expect(!PageSigns.saysNotFound(title))
  }

  @Test(arguments: [
    ("/a/b", "<title>Page introuvable</title>", LinkReason.looksNotFound),
    ("/a", "<h1>Erreur&nbsp;404</h1>", .looksNotFound),
    ("/", "<title>ville.fr</title><p>This domain is for sale!", .looksParked),
    ("/x", "<script src='//www.sedoparking.com/a.js'></script>", .looksParked),
    ("/guide.pdf", "<title>Login</title>", .pageInsteadOfFile),
    ("/", "<p>Ce nom de domaine a été enregistré avec Gandi.net.", .looksParked),
    ("/", "<p>Félicitations ! Votre domaine a bien été créé chez OVHcloud.", .looksParked),
    ("/", "<p>Ce nom de domaine vient d’être enregistré.", .looksParked),
    ("/a", "<script>window.onload=function(){window.location.href=\"/lander\"}</script>", .looksParked),
    ("/", "<script src=https://img1.wsimg.com/parking-lander/static/js/main.js></script>", .looksParked),
    ("/", "<p>This Web page is parked for FREE, courtesy of GoDaddy.", .looksParked),
    ("/", "<iframe src=https://parkingpage.namecheap.com/x></iframe>", .looksParked),
    ("/", "<script src=//sedoparking.com/frmpark/x/IONOSParkingFR/park.js></script>", .looksParked),
    ("/", "<p>a.fr est à vous ? Parked Domain name on Hostinger DNS system", .looksParked),
  ])
  func `a page that only looks right is suspected, never more`(path: String, html: String, reason: LinkReason)
    async throws
  {
    try await LoopbackServer.run({ _ in .page(html) }) {
      #expect(await $0.outcome(path)?.verdict == .toCheckByHand(reason))
    }
  }

  @Test(arguments: [
    ("/a/b.html", "/", LinkVerdict.toCheckByHand(.looksNotFound)),
    ("/a", "/fr/accueil", .toCheckByHand(.looksNotFound)),
    ("/index.html", "/", .works), ("/fr", "/", .works), ("/", "/fr/", .works), ("/a", "/?p=1", .works),
    ("/a", "/b", .works),
  ])
  func `a link into a site that ends at its front door`(path: String, target: String, verdict: LinkVerdict) async throws
  {
    try await LoopbackServer.run({ $0.path == path ? .redirect(302, target) : .page("<title>T</title>") }) {
      #expect(await $0.outcome(path)?.verdict == verdict)
    }
  }

  @Test(arguments: [
    ("/short", LinkVerdict.works), ("/a/b", .toCheckByHand(.looksNotFound)), ("/", .moved(to: "https://new.example/")),
  ])
  func `a permanent redirect to the front door of another site`(path: String, verdict: LinkVerdict) async {
    let site = FakeSite { request in
      request.url.hostName == "new.example"
        ? .fine : HTTPResponse(status: 301, headers: ["Location": "https://new.example/"])
    }
    #expect(await site.verdict("https://old.example" + path) == verdict)
  }

  @Test func `each beginning of a page can be read`() {
    let page = """
      <!DOCTYPE html><!-- c --><title>T &amp; U</title><style>p{}</style><p id="a" class='b' hidden>x &lt; y</p>\
      <script src=a.js>if (a</b) {}</script><h1>Un <b>titre</b></h1><a name=z></a><textarea></texta></textarea><br/>
      """
    let bytes = Array(page.utf8)
    let lengths = bytes.indices.map { PageSummary(bytes: Array(bytes[..<$0]), isComplete: false).textLength }
    #expect(lengths.allSatisfy { $0 < 60 })
    let whole = PageSummary(bytes: bytes, isComplete: true)
    #expect(whole.headings == ["Un titre"])
    #expect(whole.anchors == ["a", "z"])
  }
}
