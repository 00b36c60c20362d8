import Diagnostics

extension Diagnostic {
  static func unclosedContainer(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .unclosedContainer, at: SourceLocation(file: file, range: range),
      Message(fr: "ce bloc « ::: » n’est jamais fermé", en: "this “:::” block is never closed"),
      help: Message(
        fr: "ajoutez une ligne « ::: » (autant de deux-points qu’à l’ouverture) après son contenu",
        en: "add a line “:::” (as many colons as in the opening one) after its content"))
  }

  static func strayContainerEnd(_ file: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .strayContainerEnd, at: SourceLocation(file: file, range: range),
      Message(fr: "cette ligne « ::: » ne ferme aucun bloc", en: "this “:::” line closes no block"),
      help: Message(
        fr: "supprimez-la, ou ouvrez un bloc plus haut, par exemple « ::: pour binome »",
        en: "remove it, or open a block above, for example “::: pour binome”"))
  }
}
