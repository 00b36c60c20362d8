import Diagnostics
import Toolbox

extension DiagnosticID {
  package static let externalSubresource = DiagnosticID(
    "external-subresource",
    title: Message(fr: "Élément chargé d’un autre site", en: "Something loaded from another host"),
    meaning: Message(
      fr: """
        La page chargerait une image, une police, une feuille de style ou un programme depuis un autre site. Cet \
        autre site connaîtrait alors chacun de vos lecteurs, et la page se déferait s’il tombait en panne. Une page \
        de Trousse ne charge rien d’ailleurs.
        """,
      en: """
        The page would load an image, a font, a style sheet or a program from another host. That host would then know \
        each of your readers, and the page would fall apart if it failed. A page by Trousse loads nothing from \
        elsewhere.
        """
    ),
    remedy: Message(
      fr: """
        Copiez le fichier dans le thème, ou dans `content/fichiers/` si c’est une image du contenu, après avoir \
        vérifié que sa licence le permet. Un simple lien vers un autre site reste permis.
        """,
      en: """
        Copy the file to the theme, or to `content/fichiers/` if it is an image of the content, after making sure \
        that its licence allows it. A mere link to another site is still allowed.
        """
    )
  )
}

extension Diagnostic {
  static func externalImage(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .externalSubresource, at: location,
      Message(
        fr: "cette image serait chargée depuis un autre site", en: "this image would be loaded from another site"),
      help: Message(
        fr: "enregistrez-la dans « content/fichiers » et écrivez « ../fichiers/image.png »",
        en: "save it in “content/fichiers” and write “../fichiers/image.png”"))
  }

  static func imageWithoutFile(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .placeholderLink, .warning, at: location,
      Message(fr: "cette image ne nomme aucun fichier", en: "this image names no file"),
      help: Message(
        fr: "écrivez entre les parenthèses le chemin d’un fichier, par exemple « ../fichiers/image.png »",
        en: "write the path of a file between the brackets, for example “../fichiers/image.png”"))
  }

  static func notAnImage(_ path: String, at location: SourceLocation) -> Diagnostic {
    let target = path.contains(" ") ? "<\(path)>" : path
    return Diagnostic(
      .brokenLink, at: location,
      Message(fr: "« \(path) » n’est pas une image", en: "“\(path)” is not an image"),
      help: Message(
        fr: "pour un lien, écrivez « [texte](\(target)) », sans point d’exclamation",
        en: "for a link, write “[text](\(target))”, without the exclamation mark"))
  }
}
