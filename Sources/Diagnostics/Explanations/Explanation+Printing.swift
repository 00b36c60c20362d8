/// Explanations of findings on printing to PDF.
extension DiagnosticID {
  package static let noBrowser = DiagnosticID(
    "no-browser",
    title: Message(fr: "Aucun navigateur pour imprimer", en: "No browser to print with"),
    meaning: Message(
      fr: """
        `trousse pdf` confie l’impression à un Chromium installé sur la machine, ou à un navigateur fait à partir de lui \
        (Chrome, Edge, Brave). Trousse n’en télécharge jamais. Il regarde d’abord `--chromium`, puis la variable \
        `CHROMIUM`, puis les noms habituels dans `PATH`.
        """,
      en: """
        `trousse pdf` leaves printing to a Chromium that is installed on the machine, or to a browser made from it \
        (Chrome, Edge, Brave). Trousse never downloads one. It looks at `--chromium` first, then at the variable \
        `CHROMIUM`, then for the usual names in `PATH`.
        """
    ),
    remedy: Message(
      fr: """
        Sous Debian, installez le paquet :

            sudo apt install chromium

        Ou dites où se trouve le navigateur :

            trousse pdf --chromium /chemin/vers/le/navigateur

        Sans lui, construisez le site, ouvrez la page `imprimer.html` de l’édition dans n’importe quel navigateur, et \
        choisissez « Imprimer », puis « Enregistrer au format PDF ».
        """,
      en: """
        On Debian, install the package:

            sudo apt install chromium

        Or say where the browser is:

            trousse pdf --chromium /path/to/the/browser

        Without one, build the site, open the edition’s page `imprimer.html` in any browser, and choose “Print”, then \
        “Save as PDF”.
        """
    )
  )

  package static let browserFailed = DiagnosticID(
    "browser-failed",
    title: Message(fr: "Le navigateur n’a pas imprimé", en: "The browser did not print"),
    meaning: Message(
      fr: """
        Le navigateur a été trouvé, mais il s’est arrêté, n’a rien écrit, ou n’a pas fini à temps. Le site n’est pas en \
        cause : ses pages ont été vérifiées avant. Aucun fichier n’a été remplacé, et le dossier de travail du \
        navigateur a été effacé.
        """,
      en: """
        The browser was found, but it stopped, wrote nothing, or was not done in time. The site is not at fault: its \
        pages were checked before. No file was replaced, and the folder that the browser worked in is gone.
        """
    ),
    remedy: Message(
      fr: """
        Laissez-lui plus de temps, ou essayez-en un autre :

            trousse pdf --timeout 10min --chromium /usr/bin/chromium

        Un Chromium installé par snap ne voit ni `/tmp` ni les dossiers cachés. Donnez-lui un dossier qu’il voit :

            TMPDIR="$HOME/impression" trousse pdf
        """,
      en: """
        Give it more time, or try another one:

            trousse pdf --timeout 10min --chromium /usr/bin/chromium

        A Chromium that snap installed sees neither `/tmp` nor hidden folders. Give it a folder that it sees:

            TMPDIR="$HOME/printing" trousse pdf
        """
    )
  )
}
