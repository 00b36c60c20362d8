import Addresses
import Diagnostics
import LinkValidation

/// An address on a page that leads to no file of the site: a valid address of another site, or an error.
struct PublishedAddress {
  enum Problem: Hashable {
    case missingFile, missingAnchor, otherHost, rootPath, withoutScheme, malformed
    case scheme(String)
  }

  private let reference: AddressReference

  init(_ written: String) { reference = AddressReference(written) }

  /// - Parameter isLoaded: whether the page loads the address without navigation.
  /// - Returns: the problem; nil if the address is valid.
  func problem(isLoaded: Bool) -> Problem? {
    switch reference.form {
    case .document, .relativePath: .missingFile
    case .rootPath: .rootPath
    case .host: isLoaded ? .otherHost : .withoutScheme
    case .scheme("http"), .scheme("https"):
      isLoaded ? .otherHost : reference.namesHost && WebAddress(reference) != nil ? nil : .malformed
    // A `data:` address contains its data, so the page loads nothing from elsewhere.
    case .scheme("data") where isLoaded: nil
    case .scheme(let scheme) where ContactAddress.schemes.contains(scheme) && !isLoaded:
      ContactAddress(reference) == nil ? .malformed : nil
    case .scheme(let scheme): isLoaded && WebAddress(reference)?.host != nil ? .otherHost : .scheme(scheme)
    }
  }
}

extension DiagnosticID {
  package static let brokenPageLink = DiagnosticID(
    "broken-page-link",
    title: Message(fr: "Lien brisé dans une page produite", en: "Broken link in a finished page"),
    meaning: Message(
      fr: """
        Dans la page terminée, un lien, une image ou une feuille de style désigne un fichier qui n’existera pas sur \
        le site. Le contenu a déjà été vérifié : le lien vient en général d’un gabarit du thème.
        """,
      en: """
        In the finished page, a link, an image or a style sheet names a file that will not exist on the site. The \
        content was checked before: usually the link comes from a template of the theme.
        """
    ),
    remedy: Message(
      fr: """
        Cherchez dans le thème l’adresse citée et corrigez-la. Les gabarits ne doivent pas écrire d’adresse à la \
        main, mais employer celles que Trousse leur donne.
        """,
      en: """
        Look in the theme for the address that is named and correct it. Templates should not write addresses by hand, \
        but use those that Trousse gives them.
        """
    )
  )

  package static let baseElement = DiagnosticID(
    "base-element",
    title: Message(fr: "Élément « base » dans une page", en: "Element “base” in a page"),
    meaning: Message(
      fr: """
        L’élément `<base>` change le point de départ de toutes les adresses de la page. Feuilles de style, images et liens \
        mèneraient ailleurs que là où Trousse les a vérifiés, parfois sur un autre site. Le site ne marcherait plus ni \
        hors ligne ni dans un sous-dossier.
        """,
      en: """
        The element `<base>` changes where all addresses of the page start from. Style sheets, images and links would lead \
        elsewhere than where Trousse checked them, perhaps to another site. The site would work neither offline nor in a \
        subfolder.
        """
    ),
    remedy: Message(
      fr: """
        Enlevez `<base>` du gabarit. Trousse écrit toutes les adresses à partir de leur page : rien d’autre n’est \
        nécessaire.
        """,
      en: """
        Remove `<base>` from the template. Trousse writes every address from its page: nothing else is needed.
        """
    )
  )
}

extension Diagnostic {
  /// - Parameters:
  ///   - place: the location of the address in a template; nil if no template contains it.
  ///   - knownAnchors: the anchors of the target page.
  static func brokenAddress(
    _ problem: PublishedAddress.Problem, _ address: String, on page: String, at place: SourceLocation?,
    knownAnchors: Set<String>
  ) -> Diagnostic {
    let location = place ?? SourceLocation(file: page)
    let isLoadedFromElsewhere = problem == .otherHost
    return Diagnostic(
      isLoadedFromElsewhere ? .externalSubresource : .brokenPageLink, at: location,
      message(problem, address, on: page), help: help(problem, address, knownAnchors: knownAnchors))
  }

  /// - Parameter place: the location of the element in a template; nil if no template contains it.
  package static func baseElement(on page: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .baseElement, at: place ?? SourceLocation(file: page),
      Message(
        fr: "la page « \(page) » contient un élément « <base> » : plus aucune adresse n’y mènerait là où elle doit",
        en: "the page “\(page)” has an element “<base>”: no address on it would lead where it should"),
      help: Message(
        fr: "enlevez-le du gabarit : toutes les adresses que Trousse écrit partent de leur page",
        en: "remove it from the template: all addresses that Trousse writes start from their page"))
  }

  private static func message(_ problem: PublishedAddress.Problem, _ address: String, on page: String) -> Message {
    switch problem {
    case .missingFile, .rootPath:
      Message(
        fr: "dans la page « \(page) », « \(address) » ne mène à aucun fichier du site",
        en: "on the page “\(page)”, “\(address)” leads to no file of the site")
    case .missingAnchor:
      Message(
        fr: "dans la page « \(page) », l’ancre de « \(address) » n’existe pas",
        en: "on the page “\(page)”, the anchor of “\(address)” does not exist")
    case .otherHost:
      Message(
        fr: "la page « \(page) » chargerait « \(address) » depuis un autre site",
        en: "the page “\(page)” would load “\(address)” from another site")
    case .withoutScheme:
      Message(
        fr: "dans la page « \(page) », « \(address) » ne dit pas « https: » : l’adresse ne marche pas hors ligne",
        en: "on the page “\(page)”, “\(address)” does not say “https:”: the address fails offline")
    case .malformed:
      Message(
        fr: "dans la page « \(page) », aucun navigateur ne peut ouvrir « \(address) »",
        en: "on the page “\(page)”, no browser can open “\(address)”")
    case .scheme(let scheme):
      Message(
        fr: "dans la page « \(page) », « \(address) » est une adresse « \(scheme): », qui ne peut pas être publiée",
        en: "on the page “\(page)”, “\(address)” is a “\(scheme):” address, which cannot be published")
    }
  }

  private static func help(
    _ problem: PublishedAddress.Problem, _ address: String, knownAnchors: Set<String>
  ) -> Message? {
    switch problem {
    case .missingFile:
      Message(
        fr: "prenez dans le gabarit l’adresse qu’il reçoit, par exemple {{page.next.href}}",
        en: "use in the template the address that it is given, for example {{page.next.href}}")
    case .rootPath:
      Message(
        fr:
          "une adresse qui commence par « / » ne marche ni dans un sous-dossier ni hors ligne : prenez celle que le gabarit reçoit",
        en:
          "an address that begins with “/” works neither in a subfolder nor offline: use the one that the template is given"
      )
    case .missingAnchor:
      NearestMatch.find(AddressReference(address).fragment?.shownName ?? "", among: knownAnchors)
        .map { Message(fr: "écrivez « #\($0) »", en: "write “#\($0)”") }
    case .otherHost:
      Message(
        fr: "placez ce fichier dans le dossier « assets » du thème", en: "put this file in the theme’s folder “assets”")
    case .withoutScheme, .malformed, .scheme:
      Message(
        fr: "écrivez une adresse entière, qui commence par « https:// », ou celle que le gabarit reçoit",
        en: "write a whole address, which begins with “https://”, or the one that the template is given")
    }
  }
}
