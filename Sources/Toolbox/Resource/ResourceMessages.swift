import Diagnostics

extension DiagnosticID {
  package static let placeholderLink = DiagnosticID(
    "placeholder-link",
    title: Message(fr: "Lien sans adresse", en: "Link without an address"),
    meaning: Message(
      fr: """
        Le lien ne mène nulle part : son adresse est vide ou réduite à `#`, ou la ressource n’a ni `adresse` ni \
        `a-venir`. C’est sans doute un oubli. Avec `--strict`, c’est une erreur.
        """,
      en: """
        The link leads nowhere: its address is empty or a mere `#`, or the resource has neither `adresse` nor \
        `a-venir`. It was probably forgotten. With `--strict` it is an error.
        """
    ),
    remedy: Message(
      fr: """
        Donnez l’adresse, dans le texte ou dans l’en-tête de la ressource :

            adresse: https://exemple.fr/mooc

        Si elle n’existe pas encore, dites-le dans cet en-tête :

            a-venir: oui
        """,
      en: """
        Give the address, in the text or in the front matter of the resource:

            adresse: https://exemple.fr/mooc

        If it does not exist yet, say so in that front matter:

            a-venir: oui
        """
    )
  )
}

extension Diagnostic {
  static func resourceWithoutAddress(_ resource: Resource) -> Diagnostic {
    Diagnostic(
      .placeholderLink, .warning, at: SourceLocation(file: resource.core.file),
      Message(
        fr: "la ressource « \(resource.title) » n’a ni « adresse » ni « a-venir »",
        en: "the resource “\(resource.title)” has neither “adresse” nor “a-venir”"),
      help: Message(
        fr: "ajoutez « adresse: https://… », ou « a-venir: oui » si l’adresse n’est pas encore connue",
        en: "add “adresse: https://…”, or “a-venir: oui” if the address is not known yet"))
  }
}
