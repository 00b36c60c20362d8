import Diagnostics
import Files
import Foundation

extension ListeningProblem {
  /// The finding that the preview cannot listen on a port.
  func finding(port: UInt16) -> Diagnostic {
    switch self {
    case .inUse(let free): .portInUse(port, free: free)
    case .refused(let code): .portRefused(port, FileSystemError(path: "", code: code).reason)
    }
  }
}

extension SourceWatch.Problem {
  /// The finding that the preview may miss changes of the sources.
  var finding: Diagnostic {
    switch self {
    case .refused(let error) where error.code == ENOSPC:
      .unwatchedChanges(
        Message(
          fr: "le système ne laisse pas surveiller davantage de dossiers",
          en: "the system does not let more folders be watched"))
    case .refused(let error): .unwatchedChanges(error.reason)
    case .tooMany:
      .unwatchedChanges(
        Message(
          fr: "les sources ont plus de \(WatchedTree.limit) dossiers",
          en: "the sources have more than \(WatchedTree.limit) folders"))
    }
  }
}

extension DiagnosticID {
  /// The kinds of findings of this module.
  package static let onPreview: [DiagnosticID] = [.portInUse, .portRefused, .unwatchedChanges]

  package static let portInUse = DiagnosticID(
    "port-in-use",
    title: Message(fr: "Port déjà pris", en: "Port in use"),
    meaning: Message(
      fr: """
        Un aperçu s’adresse à un port de cette machine, et un autre programme répond déjà sur celui-ci : souvent un aperçu \
        oublié dans une autre fenêtre. Rien n’a été construit ni arrêté.
        """,
      en: """
        A preview is asked for at a port of this machine, and another program answers at this one already: often a \
        preview forgotten in another window. Nothing was built or stopped.
        """
    ),
    remedy: Message(
      fr: """
        Arrêtez l’autre programme, ou prenez le port que propose le message. Avec 0, le système en choisit un qui est libre :

            trousse serve --port 0
        """,
      en: """
        Stop the other program, or take the port that the message proposes. With 0, the system chooses one that is free:

            trousse serve --port 0
        """
    )
  )

  package static let portRefused = DiagnosticID(
    "port-refused",
    title: Message(fr: "Port refusé", en: "Port refused"),
    meaning: Message(
      fr: """
        Le système n’a pas permis d’ouvrir ce port sur cette machine. Les ports jusqu’à 1023 sont le plus souvent réservés à \
        qui l’administre.
        """,
      en: """
        The system did not permit this port to be opened on this machine. Ports up to 1023 are mostly reserved for those \
        who run it.
        """
    ),
    remedy: Message(
      fr: """
        Prenez un port plus grand :

            trousse serve --port 8000
        """,
      en: """
        Take a greater port:

            trousse serve --port 8000
        """
    )
  )

  package static let unwatchedChanges = DiagnosticID(
    "unwatched-changes",
    title: Message(fr: "Modifications inaperçues", en: "Unseen changes"),
    meaning: Message(
      fr: """
        L’aperçu demande au système de lui signaler ce qui change dans les sources, et le système ne le fait pas, ou pas \
        partout. L’aperçu fonctionne, mais une page peut rester telle qu’elle était avant votre modification.
        """,
      en: """
        The preview asks the system to tell what changes in the sources, and the system does not, or not everywhere. The \
        preview works, but a page can stay as it was before your change.
        """
    ),
    remedy: Message(
      fr: """
        Arrêtez l’aperçu et relancez-le pour voir vos modifications. Sous Linux, la personne qui gère la machine peut \
        permettre de surveiller davantage de dossiers :

            sysctl fs.inotify.max_user_watches=524288
        """,
      en: """
        Stop the preview and start it again to see your changes. On Linux, the administrator of the machine can let more \
        folders be watched:

            sysctl fs.inotify.max_user_watches=524288
        """
    )
  )
}

extension Diagnostic {
  fileprivate static func portInUse(_ port: UInt16, free: UInt16?) -> Diagnostic {
    Diagnostic(
      .portInUse, at: nil,
      Message(
        fr: "le port \(port) est déjà pris par un autre programme",
        en: "port \(port) is in use by another program already"),
      help: free.map {
        Message(
          fr: "le prochain port libre est \($0)\u{A0}: trousse serve --port \($0)",
          en: "the next free port is \($0): trousse serve --port \($0)")
      }
        ?? Message(
          fr: "laissez le système choisir\u{A0}: trousse serve --port 0",
          en: "let the system choose: trousse serve --port 0"),
      cause: .machine)
  }

  fileprivate static func portRefused(_ port: UInt16, _ reason: Message) -> Diagnostic {
    Diagnostic(
      .portRefused, at: nil,
      Message(
        fr: "le port \(port) ne peut pas être ouvert\u{A0}: \(reason.french)",
        en: "port \(port) cannot be opened: \(reason.english)"),
      help: Message(
        fr: "prenez un port au-dessus de 1023, par exemple trousse serve --port 8000",
        en: "take a port above 1023, such as trousse serve --port 8000"),
      cause: .machine)
  }

  fileprivate static func unwatchedChanges(_ reason: Message) -> Diagnostic {
    Diagnostic(
      .unwatchedChanges, .warning, at: nil,
      Message(
        fr: "des modifications peuvent passer inaperçues\u{A0}: \(reason.french)",
        en: "changes may go unseen: \(reason.english)"),
      help: Message(
        fr: "pour voir une modification qui n’apparaît pas, arrêtez trousse serve et relancez-le",
        en: "to see a change that does not appear, stop trousse serve and start it again"),
      cause: .machine)
  }
}
