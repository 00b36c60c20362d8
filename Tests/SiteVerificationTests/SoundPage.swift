@testable import HTML
@testable import SiteVerification

/// A page that has some of everything and no fault, and the same page with a change.
enum SoundPage {
  static let html = """
    <!doctype html>
    <html lang="fr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Page - Site</title>
    <style>a:focus { outline: 2px solid blue } main:focus { outline: none }</style>
    </head>
    <body>
    <nav aria-label="Accès rapide"><ul><li><a href="#contenu">Contenu</a></li></ul></nav>
    <header><nav aria-label="Menu"><ul><li><a href="a.html">Guide</a></li></ul></nav>
    <form role="search"><label for="q">Chercher</label><input type="search" id="q" placeholder="mots"></form></header>
    <main id="contenu" tabindex="-1">
    <h1>Page</h1>
    <p>Texte,<br>suite <q>dite</q> et <span lang="en">cloud</span> <a href="b.html">La charte</a>.</p>
    <h2 id="un">Un</h2>
    <p><img src="a.png" alt="Un plan"> <img src="b.png" alt=""> <svg aria-hidden="true" viewBox="0 0 9 9"><path d="M0 0"/></svg></p>
    <figure role="figure" aria-label="Les étapes"><img src="c.png" alt="Trois étapes"><figcaption>Les étapes</figcaption></figure>
    <iframe title="Carte" src="carte.html"></iframe>
    <video controls src="v.webm"></video>
    <h3>Deux</h3>
    <table><caption>Les temps</caption><thead><tr><th scope="col">Étape</th><th scope="col">Nombre</th></tr></thead>
    <tbody><tr><th scope="row" id="pilote">Pilote</th><td headers="pilote">6</td></tr></tbody></table>
    <table role="presentation"><tr><td>Mise en forme</td></tr></table>
    <ul><li>un</li><li>deux<ol><li>trois</li></ol></li></ul>
    <dl><div><dt>Sigle</dt><dd>Sens</dd></div></dl>
    <figure><blockquote><p>Appris.</p></blockquote><figcaption>Une élue</figcaption></figure>
    <div style="color: black; background: white"><p>Deux couleurs</p></div>
    <form><fieldset><legend>Taille</legend><label><input type="radio" name="t" value="p"> Petite</label>
    <label><input type="radio" name="t" value="g"> Grande</label></fieldset>
    <label for="nom">Nom</label><input id="nom" aria-label="Nom de la collectivité">
    <button type="submit" aria-label="Envoyer la demande">Envoyer</button></form>
    <p><a href="d.html" aria-label="Grist (site externe)">Grist</a> <a href="#un" aria-label="Retour">↑</a></p>
    <details><summary>Plus</summary><p>Caché</p></details>
    <p dir="rtl">שלום</p>
    </main>
    <footer><p>Pied</p></footer>
    </body>
    </html>
    """

  /// The page with one text replaced; nil if the page does not contain it.
  static func with(_ old: String, _ new: String) -> String? {
    html.contains(old) ? html.replacing(old, with: new, maxReplacements: 1) : nil
  }

  /// The indices of the rules that find a fault.
  static func rules(against html: String) -> [Int] {
    let page = PageTree(Array(html.utf8))
    return AccessibilityRules.all.indices.filter { !AccessibilityRules.all[$0].find(page).isEmpty }
  }

  /// The criteria of the rules that find a fault.
  static func criteria(of html: String) -> Set<String> {
    Set(rules(against: html).map { AccessibilityRules.all[$0].criterion.description })
  }
}
