import Diagnostics
import Files
import Foundation

/// The reason why an edition was not printed.
enum PrintingFailure: Error, Sendable {
  /// The working folder of the browser could not be used.
  case folder(FileSystemError)
  /// The browser did not start.
  case start(FileSystemError)
  /// The browser ended with an error, was cancelled, or exceeded the time limit (`limit`, in seconds). `said` is the
  /// error message of the browser.
  case ended(ChildProcess.End, limit: TimeInterval, said: String?)
  /// The browser ended without an error, but wrote no file.
  case nothing(said: String?)
  /// The browser wrote a file that is not a PDF, or that is an incomplete PDF.
  case notPDF

  /// The finding to report; nil if printing was cancelled.
  func finding(browser: String, edition: String) -> Diagnostic? {
    switch self {
    case .folder(let error): .noScratchFolder(error)
    case .start(let error): .browserFailed(browser, edition, error.reason)
    case .ended(.cancelled, _, _): nil
    case .ended(.timedOut, let limit, _): .browserTooSlow(browser, edition, limit: limit)
    case .ended(.exited(let status), _, let said):
      .browserFailed(
        browser, edition,
        Message(fr: "il s’est arrêté avec le code \(status)", en: "it ended with status \(status)"), said: said)
    case .ended(.killed(let signal), _, let said):
      .browserFailed(
        browser, edition,
        Message(fr: "le signal \(signal) l’a arrêté", en: "signal \(signal) ended it"), said: said)
    case .nothing(let said):
      .browserFailed(browser, edition, Message(fr: "il n’a rien écrit", en: "it wrote nothing"), said: said)
    case .notPDF:
      .browserFailed(
        browser, edition,
        Message(fr: "ce qu’il a écrit n’est pas un PDF complet", en: "what it wrote is not a whole PDF"))
    }
  }
}

extension DiagnosticID {
  /// The kinds of findings of this module.
  package static let onPrinting: [DiagnosticID] = [.noBrowser, .browserFailed]

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

extension Diagnostic {
  /// The finding that no browser was found.
  package static func noBrowser() -> Diagnostic {
    let names = BrowserSearch.names.joined(separator: ", ")
    return Diagnostic(
      .noBrowser, at: nil,
      Message(
        fr:
          "aucun Chromium n’a été trouvé sur cette machine : ni dans \(BrowserSearch.variable), ni dans PATH (\(names))",
        en: "no Chromium was found on this machine: neither in \(BrowserSearch.variable) nor in PATH (\(names))"),
      help: help, cause: .machine)
  }

  /// The finding that the named browser does not exist. `origin` is the option or variable that named the browser.
  package static func noBrowser(named name: String, by origin: String) -> Diagnostic {
    Diagnostic(
      .noBrowser, at: nil,
      Message(
        fr: "« \(name) », que donne \(origin), n’est pas un programme de cette machine",
        en: "“\(name)”, which \(origin) names, is not a program of this machine"),
      help: help, cause: .machine)
  }

  private static var help: Message {
    Message(
      fr: """
        installez le paquet « chromium » de Debian (apt install chromium) ou nommez un navigateur avec « --chromium CHEMIN » ; \
        sinon, ouvrez la page « imprimer.html » de l’édition dans votre navigateur et imprimez-la en PDF
        """,
      en: """
        install Debian’s package “chromium” (apt install chromium) or name a browser with “--chromium PATH”; \
        else open the edition’s page “imprimer.html” in your browser and print it to PDF
        """)
  }

  fileprivate static func browserFailed(
    _ browser: String, _ edition: String, _ reason: Message, said: String? = nil
  ) -> Diagnostic {
    let frenchEnd = said.map { " ; il a dit : \($0)" } ?? ""
    let englishEnd = said.map { "; it said: \($0)" } ?? ""
    return Diagnostic(
      .browserFailed, at: nil,
      Message(
        fr: "« \(browser) » n’a pas imprimé « \(edition) » : \(reason.french)\(frenchEnd)",
        en: "“\(browser)” did not print “\(edition)”: \(reason.english)\(englishEnd)"),
      help: Message(
        fr: "vérifiez qu’il s’ouvre, ou nommez-en un autre avec « --chromium CHEMIN »",
        en: "check that it opens, or name another one with “--chromium PATH”"),
      cause: .machine)
  }

  fileprivate static func browserTooSlow(_ browser: String, _ edition: String, limit: TimeInterval) -> Diagnostic {
    let seconds = Int(limit.rounded(.up))
    return Diagnostic(
      .browserFailed, at: nil,
      Message(
        fr: "« \(browser) » n’a pas fini d’imprimer « \(edition) » en \(seconds) s : il a été arrêté",
        en: "“\(browser)” was not done with printing “\(edition)” in \(seconds) s: it was ended"),
      help: Message(
        fr: "laissez-lui plus de temps, par exemple « --timeout 5min »",
        en: "give it more time, for example “--timeout 5min”"),
      cause: .machine)
  }

  /// The finding that the temporary folder of the browser cannot be used.
  fileprivate static func noScratchFolder(_ error: FileSystemError) -> Diagnostic {
    Diagnostic(
      .unwritableOutput, at: SourceLocation(file: error.path),
      Message(
        fr: "le dossier de travail du navigateur ne peut pas être préparé : \(error.reason.french)",
        en: "the folder for the browser to work in cannot be prepared: \(error.reason.english)"),
      help: Message(
        fr: "vérifiez la place et les droits du dossier temporaire, ou nommez-en un autre dans la variable TMPDIR",
        en: "check the room and the permissions of the temporary folder, or name another one in the variable TMPDIR"),
      cause: .machine)
  }

  static func notOurPDF(_ path: String) -> Diagnostic {
    Diagnostic(
      .foreignFile, at: SourceLocation(file: path),
      Message(
        fr: "ce n’est pas un PDF fait par Trousse : il n’est pas remplacé",
        en: "this is not a PDF that Trousse made: it is not replaced"),
      help: Message(
        fr: "déplacez-le ou supprimez-le, ou choisissez un autre nom avec « --output »",
        en: "move it or delete it, or choose another name with “--output”"))
  }
}
