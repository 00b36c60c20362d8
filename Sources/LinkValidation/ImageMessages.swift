import Diagnostics

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
