import Diagnostics
import Files
import HTML
import LinkValidation
import SitePlanning
import Theming
import Toolbox

/// The publisher's logo as pages show it.
package struct SiteLogo: Sendable {
  /// The path of the file in the output folder.
  package let path: String
  /// The alternative text; empty if the logo is decorative.
  package let alternative: String
  /// The place in `site.yml` that names the logo.
  package let location: SourceLocation

  /// The logo of a toolbox, and the findings about it. The logo is nil if the toolbox names no logo, or if the file of
  /// the logo is missing.
  package static func find(in toolbox: Toolbox) -> (logo: SiteLogo?, diagnostics: [Diagnostic]) {
    guard let logo = toolbox.site.logo else { return (nil, []) }
    let written = logo.file
    // Two strings that are equal in Swift may have different bytes. The address must have the same bytes as the file's
    // name.
    guard let path = toolbox.assets.first(where: { $0 == written.name }) else {
      return (nil, [.missingLogo(written, nearest: nearest(to: written.name, among: toolbox.assets))])
    }
    let alternative: String? =
      switch logo.alternative {
      case .text(let text): text
      case .publisherName: toolbox.site.publisherName
      case .decorative: ""
      }
    let found = SiteLogo(path: path, alternative: alternative ?? "", location: written.location)
    return (found, alternative == nil ? [.logoWithoutAlternative(at: written.location)] : [])
  }

  /// The picture that the author probably meant; nil if no picture is similar. A picture is similar if its path is
  /// similar, or if its name differs only in the extension, in any folder.
  private static func nearest(to written: String, among assets: [String]) -> String? {
    let pictures = assets.filter {
      ["svg", "png", "jpg", "jpeg", "webp", "gif"].contains(Path.fileExtension($0).lowercased())
    }
    let stem = Path.stem(written.split(separator: "/").last.map(String.init) ?? written).lowercased()
    return NearestMatch.find(written, among: pictures)
      ?? pictures.sorted().first { $0.split(separator: "/").last.map { Path.stem(String($0)).lowercased() } == stem }
  }

  /// The finding on a logo whose dimensions cannot be read.
  package var withoutSize: Diagnostic { .logoWithoutSize(path, at: location) }
}

struct LogoContext: TemplateContext {
  let href: String
  let alternative: String
  let size: ImageSize?

  /// Reads the logo of the site; nil if the site has no logo.
  init?(_ scope: PageScope) {
    guard let logo = scope.logo else { return nil }
    href = Address.relative(from: scope.path, to: logo.path)
    alternative = logo.alternative
    size = scope.imageSize(logo.path)
  }

  static let schema = TemplateSchema<LogoContext>([
    .text("href") { $0.href }, .text("alternative") { $0.alternative },
    .text("width") { $0.size.map { String($0.width) } }, .text("height") { $0.size.map { String($0.height) } },
  ])
}

extension Diagnostic {
  fileprivate static func missingLogo(_ written: Reference, nearest: String?) -> Diagnostic {
    Diagnostic(
      .brokenLink, at: written.location,
      Message(
        fr: "le logo « \(written.name) » n’est pas dans le dossier « content »",
        en: "the logo “\(written.name)” is not in the folder “content”"),
      help: nearest.map { Message(fr: "écrivez « \($0) »", en: "write “\($0)”") }
        ?? Message(
          fr: "copiez l’image dans « content/fichiers », et écrivez par exemple « logo: fichiers/logo.svg »",
          en: "copy the picture to “content/fichiers”, and write for example “logo: fichiers/logo.svg”"))
  }

  fileprivate static func logoWithoutAlternative(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .missingAlternative, at: place,
      Message(
        fr: "rien ne dit à qui ne voit pas le logo ce qu’il représente",
        en: "nothing tells those who do not see the logo what it shows"),
      help: Message(
        fr: "remplissez « nom » sous « editeur », ou écrivez « logo: {fichier: …, alternative: \"Mon organisme\"} »",
        en: "fill in “nom” below “editeur”, or write “logo: {fichier: …, alternative: \"My body\"}”"))
  }

  fileprivate static func logoWithoutSize(_ path: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .wrongType, at: place,
      Message(
        fr: "« \(path) » n’est pas une image dont Trousse sache lire les dimensions",
        en: "“\(path)” is no picture whose dimensions Trousse can read"),
      help: Message(
        fr: "prenez un fichier SVG (avec un viewBox), PNG, JPEG, WebP ou GIF",
        en: "use a file in SVG (with a viewBox), PNG, JPEG, WebP or GIF"))
  }
}
