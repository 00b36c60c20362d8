/// Explanations of findings on the labels of themes.
extension DiagnosticID {
  package static let missingLanguage = DiagnosticID(
    "missing-language",
    title: Message(fr: "Langue sans libellés", en: "Language without labels"),
    meaning: Message(
      fr: """
        Les mots que le thème écrit lui-même, comme ceux des menus, sont dans `libelles/`, un fichier par langue. Le \
        thème n’a pas de fichier pour la langue du site. Ses pages mêleraient deux langues.
        """,
      en: """
        The words that the theme itself writes, such as those of menus, are in `libelles/`, one file for each language. \
        The theme has no file for the language of the site. Its pages would mix two languages.
        """
    ),
    remedy: Message(
      fr: """
        Dans `site.yml`, prenez une langue que le message nomme. Sinon, copiez un fichier de `libelles/`, donnez-lui le \
        nom de la langue et traduisez-le :

            langue: en
        """,
      en: """
        In `site.yml`, use a language that the message names. If you need another one, copy a file of `libelles/`, \
        name it after the language and translate it:

            langue: en
        """
    )
  )

  package static let missingLabel = DiagnosticID(
    "missing-label",
    title: Message(fr: "Libellé absent", en: "Missing label"),
    meaning: Message(
      fr: """
        Un gabarit, `site.yml` ou le programme demande un libellé, c’est-à-dire un mot ou une phrase du thème. Aucun \
        fichier de libellés de cette langue ne l’a. La page aurait un vide à cet endroit.
        """,
      en: """
        A template, `site.yml` or the program asks for a label, a word or a sentence of the theme. No file of labels in \
        this language has it. The page would have a gap at this place.
        """
    ),
    remedy: Message(
      fr: """
        Corrigez le nom du libellé, ou ajoutez-le au fichier `libelles/` du thème. Le gabarit \
        `{{libelles.navigation.menu}}` demande par exemple :

            navigation:
              menu: Menu
        """,
      en: """
        Correct the name of the label, or add it to the file of the theme in `libelles/`. For example, the template \
        `{{libelles.navigation.menu}}` asks for:

            navigation:
              menu: Menu
        """
    )
  )

  package static let unusedLabel = DiagnosticID(
    "unused-label",
    title: Message(fr: "Libellé sans emploi", en: "Unused label"),
    meaning: Message(
      fr: """
        Le fichier de libellés du thème a une clé qu’aucun gabarit n’affiche. Le nom du libellé est peut-être mal écrit, \
        ici ou dans un gabarit. Les pages ne changent pas.
        """,
      en: """
        The theme’s file of labels has a key that no template shows. The name of the label may be misspelt, here or in a \
        template. The pages do not change.
        """
    ),
    remedy: Message(
      fr: """
        Retirez cette ligne, ou affichez le libellé dans un gabarit :

            <p>{{libelles.navigation.menu}}</p>
        """,
      en: """
        Remove this line, or show the label in a template:

            <p>{{libelles.navigation.menu}}</p>
        """
    )
  )
}
