import Testing

@testable import SiteVerification

/// What the RGAA asks of a page's HTML.
@Suite struct RuleTests {
  /// A change to a sound page, and the criterion that it breaks; nil if it breaks none.
  struct Change: Sendable, CustomStringConvertible {
    let criterion: String?
    let old: String
    let new: String

    init(_ criterion: String?, _ old: String, _ new: String) {
      (self.criterion, self.old, self.new) = (criterion, old, new)
    }

    var description: String { "\(criterion ?? "sound"): \(new.isEmpty ? "without \(old)" : new)" }
  }

  private static let end = "</main>"
  private static func added(_ criterion: String?, _ html: String) -> Change { Change(criterion, end, html + end) }

  private static let images: [Change] = [
    Change("1.1", "alt=\"Un plan\"", ""), Change(nil, "alt=\"Un plan\"", "alt='Un plan'"),
    Change(nil, "src=\"b.png\" alt=\"\"", "src=\"b.png\" role=\"presentation\""),
    added("1.1", "<map name=\"m\"><area href=\"a.html\"></map>"),
    added(nil, "<map name=\"m\"><area href=\"a.html\" alt=\"Nord\"></map>"),
    added("1.1", "<p><input type=\"image\" src=\"a.png\"></p>"),
    added(nil, "<p><input type=\"image\" src=\"a.png\" alt=\"Chercher\"></p>"),
    added("1.1", "<p><span role=\"img\"></span></p>"),
    added(nil, "<p><span role=\"img\" aria-label=\"Une étoile\">★</span></p>"),
    added("1.1", "<object type=\"image/png\" data=\"a.png\"></object>"), added("1.1", "<canvas></canvas>"),
    added(nil, "<canvas>Six étapes</canvas>"),
    Change("1.1", "<svg aria-hidden=\"true\"", "<svg"), Change("1.1", "<svg aria-hidden=\"true\"", "<svg role=\"img\""),
    Change(nil, "<svg aria-hidden=\"true\"", "<svg role=\"img\" aria-label=\"Une boîte\""),
    Change(nil, "<svg aria-hidden=\"true\" viewBox=\"0 0 9 9\">", "<svg role=\"img\"><title>Une boîte</title>"),
    Change("1.2", "alt=\"\"", "alt=\"\" title=\"Filet\""), Change(nil, "alt=\"\"", "alt=\"\" title=\"\""),
    Change("1.2", "viewBox=\"0 0 9 9\">", "viewBox=\"0 0 9 9\"><title>Boîte</title>"),
    Change("1.3", "alt=\"Un plan\"", "alt=\"plan-2.png\""), Change(nil, "alt=\"Un plan\"", "alt=\"Le format PNG\""),
    Change("1.9", " role=\"figure\"", ""), Change("1.9", "aria-label=\"Les étapes\"", "aria-label=\"Étapes\""),
    Change(nil, "role=\"figure\"", "role=\"group\""),
  ]

  private static let framesMediaAndScripts: [Change] = [
    Change("2.1", " title=\"Carte\"", ""), Change("2.1", "title=\"Carte\"", "title=\" \""),
    Change("4.10", "<video controls", "<video autoplay"), Change(nil, "<video controls", "<video controls autoplay"),
    Change(nil, "<video controls", "<video autoplay muted"),
    Change("7.3", "<p>Deux", "<p onclick=\"x()\">Deux"),
    Change(nil, "<p>Deux", "<p onclick=\"x()\" tabindex=\"0\" role=\"button\">Deux"),
    Change(nil, "<button", "<button onclick=\"x()\""),
  ]

  private static let tables: [Change] = [
    Change("5.4", "<caption>Les temps</caption>", ""),
    Change(nil, "<table><caption>Les temps</caption>", "<table aria-label=\"Les temps\">"),
    added("5.6", "<table><caption>T</caption><tr><td>1</td></tr></table>"),
    Change("5.7", "<th scope=\"col\">Étape", "<th>Étape"), Change("5.7", "scope=\"row\"", "scope=\"ligne\""),
    Change(nil, "<th scope=\"col\">Étape", "<th role=\"columnheader\">Étape"),
    Change("5.7", "headers=\"pilote\"", "headers=\"un\""), Change("5.7", "headers=\"pilote\"", "headers=\"rien\""),
    Change("5.8", "<td>Mise en forme</td>", "<th>Mise en forme</th>"),
    Change("5.8", "<table role=\"presentation\">", "<table role=\"presentation\"><caption>T</caption>"),
  ]

  private static let links: [Change] = [
    Change("6.1", "aria-label=\"Grist (site externe)\"", "aria-label=\"Tableur\""),
    Change(nil, "aria-label=\"Grist (site externe)\"", "aria-label=\"GRIST, tableur\""),
    Change(nil, ">Grist<", ">Grist<span class=\"visually-hidden\">, ailleurs</span><"),
    Change("6.1", "La charte", "Cliquez ici"), Change(nil, "La charte", "La charte, ici"),
    Change("6.2", "La charte", ""), Change("6.2", "La charte", "&nbsp;"),
    Change("6.2", "La charte", "<span aria-hidden=\"true\">→</span>"),
    Change("6.2", "La charte", "<img src=\"a.png\" alt=\"\">"),
    Change(nil, "La charte", "<img src=\"a.png\" alt=\"La charte\">"),
    Change(nil, "La charte", "<span>La charte</span>"), Change(nil, "La charte</a>", "La charte</a><a id=\"ici\"></a>"),
  ]

  private static let markup: [Change] = [
    Change("8.1", "<!doctype html>\n", ""), Change("8.1", "<!doctype html>\n", "x <!doctype html>\n"),
    Change(nil, "<!doctype html>\n", "<!-- thème -->\n<!DOCTYPE HTML>\n"),
    Change("8.2", "<q>dite</q>", "<b><i>dite</b></i>"), Change("8.2", "Texte,", "</em>Texte,"),
    Change("8.2", "<p>Appris.</p>", "<p>Appris.</p></p>"),
    Change("8.2", "<p>Texte,", "<p>Mot<div><p>x</p></div>Texte,"),
    Change("8.2", "<br>", "<br></br>"), Change("8.2", "<span lang=\"en\">cloud", "<span lang=\"en\"><ul></ul>cloud"),
    Change("8.2", "La charte</a>", "La <a href=\"c.html\">charte</a></a>"),
    Change("8.2", "<summary>Plus</summary>", "<section><summary>Plus</summary></section>"),
    Change(nil, "</li><li>deux", "<li>deux"), Change(nil, "6</td></tr></tbody></table>", "6</table>"),
    Change(nil, "<p>Caché</p>", "<p>Caché"), Change("8.2", "src=\"a.png\"", "src=\"a.png\" src=\"z.png\""),
    Change("8.2", "<h3>", "<h3 id=\"un\">"), Change("8.2", "<h3>", "<h3 id=\"un deux\">"),
    Change("8.2", "<h3>", "<h3 id=\"\">"), Change(nil, "<h3>", "<h3 id=\"Un\">"),
    added("8.2", "<section aria-labelledby=\"rien\"><p>x</p></section>"),
    added(nil, "<section aria-labelledby=\"un\"><p>x</p></section>"),
    Change("8.3", " lang=\"fr\"", ""), Change("8.4", "lang=\"fr\"", "lang=\"français\""),
    Change(nil, "lang=\"fr\"", "lang=\"fr-CA\""), Change("8.5", "Page - Site", ""),
    Change("8.5", "<title>Page - Site</title>", ""), Change("8.8", "lang=\"en\"", "lang=\"en_US\""),
    Change("8.8", "lang=\"en\"", "lang=\"\""), Change("8.9", "<br>", "<br><br>"), Change("8.9", "<br>", "<br> <br />"),
    Change("8.9", "<p>Caché</p>", "<p>&nbsp;</p>"), Change("8.9", "<p>Deux couleurs</p>", "Deux couleurs"),
    Change("8.10", "dir=\"rtl\"", "dir=\"droite\""),
  ]

  private static let structure: [Change] = [
    Change("9.1", "<h1>Page</h1>", "<h1></h1>"), Change("9.1", "<h1>Page</h1>", "<h2>Page</h2>"),
    Change("9.1", "<h3>Deux</h3>", "<h1>Deux</h1>"), Change("9.1", "<h3>Deux</h3>", "<h4>Deux</h4>"),
    Change("9.1", "<h3>Deux</h3>", "<div role=\"heading\"><p>Deux</p></div>"),
    Change(nil, "<h3>Deux</h3>", "<div role=\"heading\" aria-level=\"3\"><p>Deux</p></div>"),
    Change("9.2", "</main>", "</main><main><p>x</p></main>"),
    Change("9.2", "<footer><p>Pied</p></footer>", "<p>Pied</p>"),
    Change(nil, "</main>", "</main><main hidden><p>x</p></main>"),
    Change("9.3", "<ul><li>un</li>", "<ul></ul><li>un</li><ul>"),
    Change("9.3", "<ol><li>trois", "<ol><p>x</p><li>trois"),
    Change("9.3", "<ol><li>trois", "<ol>x<li>trois"), Change("9.3", "<dl><div>", "<dl><p>x</p><div>"),
    Change("9.3", "<p>Caché</p>", "<p>- un<br>- deux</p>"), Change(nil, "<p>Caché</p>", "<p>- un<br>deux</p>"),
    Change("9.4", "<p>Appris.</p>", ""), Change("8.2", "</blockquote>", "<figcaption>x</figcaption></blockquote>"),
    Change("9.4", "<p>Caché</p>", "<p>«\u{A0}\(String(repeating: "mot ", count: 30))\u{A0}»</p>"),
    Change(nil, "<p>Caché</p>", "<p>«\u{A0}\(String(repeating: "mot ", count: 30))\u{A0}», dit-elle.</p>"),
    Change(nil, "<p>Appris.</p>", "<p>«\u{A0}\(String(repeating: "mot ", count: 30))\u{A0}»</p>"),
  ]

  private static let presentation: [Change] = [
    Change("10.1", "<p>Caché</p>", "<p><font>Caché</font></p>"),
    Change("10.1", "<p>Caché</p>", "<center>Caché</center>"),
    Change("10.1", "<td headers", "<td align=\"right\" headers"),
    Change("10.1", "<table><caption>", "<table border=\"1\"><caption>"),
    Change("10.1", "<iframe", "<iframe width=\"300\""), Change(nil, "src=\"a.png\"", "src=\"a.png\" width=\"30\""),
    Change(nil, "<path ", "<path color=\"red\" "), Change("10.1", "<input id=\"nom\"", "<input id=\"nom\" size=\"9\""),
    Change("10.1", "Caché", "un T I T R E ici"), Change(nil, "Caché", "il y a à x"),
    Change("10.4", "initial-scale=1", "user-scalable=no"), Change("10.4", "initial-scale=1", "maximum-scale=1.0"),
    Change(nil, "initial-scale=1", "maximum-scale=5"), Change("10.5", "; background: white", ""),
    Change("10.5", "color: black; ", ""), Change(nil, "color: black; background: white", "--part: 50%"),
    Change("10.7", "outline: 2px solid blue", "outline: none"), Change("10.7", "outline: 2px solid blue", "outline: 0"),
    Change(nil, "outline: 2px solid blue", "outline: none; border: 2px solid"),
    Change("10.8", "<p>Caché</p>", "<p aria-hidden=\"true\"><a href=\"x.html\">x</a></p>"),
    Change(nil, "<p>Caché</p>", "<p aria-hidden=\"true\"><a href=\"x.html\" tabindex=\"-1\">x</a></p>"),
    Change("10.11", "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", ""),
    Change("10.11", "width=device-width", "width=1024"),
  ]

  private static let radio = "<p><label><input type=\"radio\" name=\"r\"> x</label></p>"

  private static let formsAndNavigation: [Change] = [
    Change("11.1", "<label for=\"q\">Chercher</label>", ""),
    added("11.1", "<p><select><option>x</option></select></p>"),
    Change(nil, "<label for=\"q\">Chercher</label><input", "<input aria-label=\"Chercher\""),
    Change(nil, "<label for=\"q\">Chercher</label><input", "<input title=\"Chercher\""),
    Change("11.2", "Nom de la collectivité", "Collectivité"), added("11.5", radio + radio),
    added(nil, "<div role=\"group\" aria-label=\"Choix\">" + radio + radio + "</div>"), added(nil, radio),
    Change("11.6", "<legend>Taille</legend>", ""), Change("11.6", "<legend>Taille</legend>", "<legend></legend>"),
    Change("11.9", "<summary>Plus</summary>", "<summary></summary>"),
    Change("11.9", "aria-label=\"Envoyer la demande\"", "aria-label=\"Valider\""),
    added("11.9", "<p><button type=\"button\"></button></p>"), added(nil, "<p><input type=\"submit\"></p>"),
    Change("12.6", " role=\"search\"", ""), Change("12.6", "aria-label=\"Menu\"", "aria-label=\"Accès rapide\""),
    Change("12.6", " aria-label=\"Menu\"", ""), Change("12.7", "href=\"#contenu\"", "href=\"#un\""),
    Change("12.7", "<nav aria-label=\"Accès", "<p><a href=\"x.html\">x</a></p><nav aria-label=\"Accès"),
    Change("12.8", "tabindex=\"-1\"", "tabindex=\"2\""), Change(nil, "tabindex=\"-1\"", "tabindex=\"0\""),
    Change("13.1", "<meta charset", "<meta http-equiv=\"refresh\" content=\"30\"><meta charset"),
    Change(nil, "<meta charset", "<meta http-equiv=\"refresh\" content=\"0; url=a.html\"><meta charset"),
    Change("13.2", "<a href=\"b.html\">", "<a href=\"b.html\" target=\"_blank\">"),
    Change(nil, "<a href=\"b.html\">La charte", "<a href=\"b.html\" target=\"_blank\">La charte (nouvelle fenêtre)"),
  ]

  static let changes =
    images + framesMediaAndScripts + tables + links + markup + structure + presentation + formsAndNavigation

  @Test func `a page that has some of everything and nothing wrong`() {
    #expect(SoundPage.criteria(of: SoundPage.html) == [])
  }

  @Test(arguments: changes)
  func `a change breaks the criterion that it is meant to, and no other`(change: Change) throws {
    let html = try #require(SoundPage.with(change.old, change.new))
    #expect(SoundPage.criteria(of: html) == Set([change.criterion].compactMap { $0 }))
  }

  @Test func `each rule is broken by some change`() {
    let broken = Self.changes.compactMap { SoundPage.with($0.old, $0.new) }.flatMap(SoundPage.rules)
    let unbroken = Set(AccessibilityRules.all.indices).subtracting(broken)
    #expect(unbroken.sorted().map { AccessibilityRules.all[$0].demand.english } == [])
  }
}
