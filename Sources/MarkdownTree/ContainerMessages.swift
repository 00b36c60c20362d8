import Diagnostics

extension DiagnosticID {
  package static let unclosedContainer = DiagnosticID(
    "unclosed-container",
    title: Message(fr: "Bloc non fermé", en: "Unclosed block"),
    meaning: Message(
      fr: """
        Un bloc ouvert par `:::` et un nom n’est pas fermé. Tout ce qui suit en ferait partie : réservé à un public, \
        par exemple, alors que ce n’était pas voulu.
        """,
      en: """
        A block that was opened with `:::` and a name is not closed. All that follows would be part of it: kept for \
        one audience, for example, where that was not meant.
        """
    ),
    remedy: Message(
      fr: """
        Ajoutez une ligne `:::` à la fin du bloc. Un bloc qui en contient un autre s’écrit avec un deux-points de \
        plus :

            :::: pour binome
            Ce passage s'adresse au binôme.

            ::: pour avec-dsi
            Et celui-ci, quand il y a une DSI.
            :::
            ::::
        """,
      en: """
        Add a line `:::` at the end of the block. A block that contains another is written with one more colon:

            :::: pour binome
            Ce passage s'adresse au binôme.

            ::: pour avec-dsi
            Et celui-ci, quand il y a une DSI.
            :::
            ::::
        """
    )
  )

  package static let strayContainerEnd = DiagnosticID(
    "stray-container-end",
    title: Message(fr: "Fin de bloc isolée", en: "Stray end of a block"),
    meaning: Message(
      fr: """
        Cette ligne `:::` ferme un bloc, mais aucun n’est ouvert à cet endroit. La ligne d’ouverture manque, est mal \
        écrite, ou le bloc a déjà été fermé plus haut.
        """,
      en: """
        This line `:::` closes a block, but none is open here. The opening line is missing or mistyped, or the block \
        was closed further up.
        """
    ),
    remedy: Message(
      fr: """
        Supprimez la ligne, ou rétablissez l’ouverture du bloc :

            ::: pour binome
            Ce passage s'adresse au binôme.
            :::
        """,
      en: """
        Delete the line, or put back the opening of the block:

            ::: pour binome
            Ce passage s'adresse au binôme.
            :::
        """
    )
  )
}

extension Diagnostic {
  package static func unclosedContainer(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unclosedContainer, at: SourceLocation(file: file, range: range),
      Message(fr: "ce bloc « ::: » n’est jamais fermé", en: "this “:::” block is never closed"),
      help: Message(
        fr: "ajoutez une ligne « ::: » (autant de deux-points qu’à l’ouverture) après son contenu",
        en: "add a line “:::” (as many colons as in the opening one) after its content"))
  }

  package static func strayContainerEnd(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .strayContainerEnd, at: SourceLocation(file: file, range: range),
      Message(fr: "cette ligne « ::: » ne ferme aucun bloc", en: "this “:::” line closes no block"),
      help: Message(
        fr: "supprimez-la, ou ouvrez un bloc plus haut, par exemple « ::: pour binome »",
        en: "remove it, or open a block above, for example “::: pour binome”"))
  }
}
