import Diagnostics
import Foundation
import ToolboxLoading

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
