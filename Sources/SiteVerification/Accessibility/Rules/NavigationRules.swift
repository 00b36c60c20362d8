import Addresses
import Diagnostics
import Foundation
import HTML

extension AccessibilityRules {
  /// Rules for keyboard navigation.
  static let skipping = [
    AccessibilityRule(
      .navigation, 7,
      demand: Message(
        fr: "une page a un lien d’accès rapide à son contenu", en: "a page has a link that skips to its content"),
      help: Message(
        fr: "mettez en premier dans la page <a href=\"#_contenu\">, où « _contenu » est l’id de main",
        en: "put first in the page <a href=\"#_contenu\">, where “_contenu” is the id of main")
    ) { page in
      guard let main = page.landmarks(.main).first else { return [] }
      if page.all("a").contains(where: { page.target(of: $0) == main }) { return [] }
      return [.init(fr: "aucun lien ne mène au contenu principal", en: "no link leads to the main content")]
    },
    AccessibilityRule(
      .navigation, 7,
      demand: Message(
        fr: "le lien d’accès rapide est le premier de la page, et ne reste pas caché",
        en: "the link that skips is the first of the page, and does not stay hidden"),
      help: Message(
        fr: "mettez-le tout au début de body ; une classe peut le cacher tant qu’il n’a pas le focus",
        en: "put it at the very beginning of body; a class may hide it as long as it has no focus")
    ) { page in
      guard let main = page.landmarks(.main).first,
        let link = page.all("a").first(where: { page.target(of: $0) == main })
      else { return [] }
      if !page.elements[link].isNotShown, !page.elements[link].isHiddenFromAssistance, page.isFirst(link) { return [] }
      let tag = page.excerpt(link)
      return [
        .init(
          link, fr: "le lien d’accès rapide « \(tag) » ne vient pas en premier",
          en: "the link that skips, “\(tag)”, does not come first")
      ]
    },
    AccessibilityRule(
      .navigation, 8, .warning,
      demand: Message(
        fr: "l’ordre du clavier est celui de la page (pas de tabindex au-dessus de 0)",
        en: "the order of the keyboard is that of the page (no tabindex above 0)"),
      help: Message(
        fr: "écrivez tabindex=\"0\", ou rien, et changez l’ordre du code",
        en: "write tabindex=\"0\", or nothing, and change the order of the code")
    ) { page in
      let forced = page.all(with: "tabindex").filter { place in
        (page.elements[place].value("tabindex").flatMap { Int($0.trimmingBlanks()) } ?? 0) > 0
      }
      return page.faults(forced) { tag in
        Message(fr: "« \(tag) » force l’ordre du clavier", en: "“\(tag)” forces the order of the keyboard")
      }
    },
  ]

  static let consultation = [
    AccessibilityRule(
      .consultation, 1,
      demand: Message(
        fr: "une page ne se recharge pas, ni ne mène ailleurs, au bout d’un temps",
        en: "a page does not reload, or lead elsewhere, after a time"),
      help: Message(fr: "retirez <meta http-equiv=\"refresh\">", en: "take out <meta http-equiv=\"refresh\">")
    ) { page in
      let refreshing = page.all("meta").filter { place in
        guard page.elements[place].value("http-equiv")?.lowercased() == "refresh" else { return false }
        let delay = (page.elements[place].value("content") ?? "").prefix { $0 != ";" && $0 != "," }
        // A refresh without delay is a redirection, which is allowed.
        return Double(String(delay).trimmingBlanks()).map { $0 > 0 } ?? true
      }
      return page.faults(refreshing) { tag in
        Message(fr: "« \(tag) » recharge la page", en: "“\(tag)” reloads the page")
      }
    },
    AccessibilityRule(
      .consultation, 2, .warning,
      demand: Message(
        fr: "un lien qui ouvre une fenêtre le dit", en: "a link that opens a window says so"),
      help: Message(
        fr: "retirez « target », ou ajoutez « (nouvelle fenêtre) » à l’intitulé",
        en: "take out “target”, or add “(new window)” to the text")
    ) { page in
      let opening = page.all(with: "target").filter { place in
        let target = page.elements[place].value("target") ?? ""
        guard ["a", "area", "form"].contains(page.elements[place].name), !target.isEmpty,
          !["_self", "_parent", "_top"].contains(target.lowercased())
        else { return false }
        let name = PageTree.letters(page.name(of: place) + (page.elements[place].value("title") ?? ""))
        return !["nouvellefenêtre", "nouvelonglet", "newwindow", "newtab"].contains { name.contains($0) }
      }
      return page.faults(opening) { tag in
        Message(
          fr: "« \(tag) » ouvre une fenêtre sans le dire", en: "“\(tag)” opens a window without saying so")
      }
    },
  ]
}

extension PageTree {
  /// The target element of a link to the same page; nil if the link has no target on the page.
  package func target(of link: Int) -> Int? {
    guard let href = elements[link].value("href"), href.utf8.first == UInt8(ascii: "#") else { return nil }
    return AddressReference(href).fragment?.names.lazy.compactMap { identified[$0] }.first
  }

  /// Whether the link is the first element that the keyboard reaches. Only links to the same page are allowed before
  /// it.
  fileprivate func isFirst(_ link: Int) -> Bool {
    elements.indices.prefix(link).allSatisfy { !isReachedByKeyboard($0) || target(of: $0) != nil }
  }
}

extension DiagnosticID {
  package static let rgaaNavigation = DiagnosticID(
    "rgaa-navigation",
    title: Message(fr: "Navigation inaccessible (RGAA 12)", en: "Inaccessible navigation (RGAA 12)"),
    meaning: Message(
      fr: """
        Le site ne donne pas deux moyens d’aller à une page, change l’ordre de ses menus d’une page à l’autre, \
        ou n’a pas de lien qui saute au contenu. Qui navigue au clavier repasse alors par tout le menu à \
        chaque page. Le message donne le critère : 12.1 pour les deux moyens, 12.2, 12.4 et 12.5 pour leur \
        place, 12.6 pour les zones, 12.7 pour l’accès rapide, 12.8 pour l’ordre du clavier.
        """,
      en: """
        The site does not give two ways to a page, changes the order of its menus from page to page, or has no \
        link that skips to the content. Who uses a keyboard then goes through the whole menu on each page. The \
        message names the criterion: 12.1 for the two ways, 12.2, 12.4 and 12.5 for their place, 12.6 for \
        regions, 12.7 for skipping, 12.8 for the order of the keyboard.
        """
    ),
    remedy: Message(
      fr: """
        Gardez dans le gabarit `layout` ce que toutes les pages partagent, et le lien d’accès rapide en \
        premier :

            <a href="#_contenu">Contenu</a>
            <main id="_contenu" tabindex="-1">
        """,
      en: """
        Keep in the template `layout` what all pages share, and the link that skips first:

            <a href="#_contenu">Contenu</a>
            <main id="_contenu" tabindex="-1">
        """
    )
  )

  package static let rgaaConsultation = DiagnosticID(
    "rgaa-consultation",
    title: Message(fr: "Consultation gênée (RGAA 13)", en: "Reading that is disturbed (RGAA 13)"),
    meaning: Message(
      fr: """
        La page se recharge toute seule, ou un lien ouvre une fenêtre sans le dire. Le lecteur perd l’endroit \
        où il en était, sans comprendre pourquoi. Le message donne le critère : 13.1 pour le rechargement, \
        13.2 pour les fenêtres.
        """,
      en: """
        The page reloads by itself, or a link opens a window without saying so. Readers lose their place and \
        do not understand why. The message names the criterion: 13.1 for reloading, 13.2 for windows.
        """
    ),
    remedy: Message(
      fr: """
        Retirez `target`, ou dites-le dans l’intitulé :

            <a href="…" target="_blank">Le guide (nouvelle fenêtre)</a>
        """,
      en: """
        Take out `target`, or say it in the text:

            <a href="…" target="_blank">Le guide (nouvelle fenêtre)</a>
        """
    )
  )
}
