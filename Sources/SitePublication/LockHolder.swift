import Diagnostics
import Encodings
import Foundation

/// The process that publishes to an output folder, as recorded in the lock file. The lock file is in the output folder,
/// which may be on a public server. So the lock file contains no private data: no name of a machine or of a person, and
/// no path.
struct LockHolder: Sendable, Decodable, Equatable {
  /// The process identifier.
  var process: Int32
  /// The time at which the process began to publish, in ISO 8601.
  var since: String

  /// The current process. No published file depends on this value.
  static var current: LockHolder {
    LockHolder(process: ProcessInfo.processInfo.processIdentifier, since: Date().formatted(.iso8601))
  }

  /// Encodes the content of the lock file.
  func encoded() -> [UInt8] {
    let json: JSONValue = ["process": .integer(Int(process)), "since": .string(since)]
    return json.file(.wide)
  }
}

extension DiagnosticID {
  package static let outputLocked = DiagnosticID(
    "output-locked",
    title: Message(fr: "Construction déjà en cours", en: "A build is under way already"),
    meaning: Message(
      fr: """
        Une autre construction écrit en ce moment dans le même dossier de sortie. Deux à la fois mêleraient deux \
        versions du site : celle-ci n’a rien écrit. Le message nomme le processus qui écrit et depuis quand. Le verrou \
        est celui du système : il disparaît avec ce processus, même arrêté brutalement, et le fichier \
        `.trousse/lock.json` qui resterait ne bloque rien.
        """,
      en: """
        Another build is writing to the same output folder at this moment. Two at once would mix two versions of the \
        site: this one wrote nothing. The message names the process that writes, and since when. The lock is the \
        system’s: it goes with that process, even one that was killed, and a file `.trousse/lock.json` that is left \
        behind blocks nothing.
        """
    ),
    remedy: Message(
      fr: """
        Attendez la fin de l’autre construction, puis recommencez. Si elle ne finit pas, arrêtez son processus ; rien ne \
        sera perdu, la construction suivante termine ce qu’elle a commencé. Pour construire sans attendre, écrivez ailleurs :

            trousse build --output autre-dossier
        """,
      en: """
        Wait for the other build to end, then try again. If it does not end, stop its process; nothing will be lost, the \
        next build finishes what it began. To build without waiting, write elsewhere:

            trousse build --output another-folder
        """
    )
  )
}

extension Diagnostic {
  /// - Parameters:
  ///   - shown: the name of the output folder in messages.
  ///   - record: the content of the lock file. The content is possibly not written yet, if the process has only just
  ///     taken the lock.
  package static func outputLocked(_ shown: String, by record: [UInt8]) -> Diagnostic {
    let holder = try? JSONDecoder().decode(LockHolder.self, from: Data(record))
    let who = holder.map {
      Message(
        fr: " : processus \($0.process), depuis \($0.since)",
        en: ": process \($0.process), since \($0.since)")
    }
    return Diagnostic(
      .outputLocked, at: nil,
      Message(
        fr: "une autre construction écrit en ce moment dans « \(shown) »\(who?.french ?? "")",
        en: "another build is writing to “\(shown)” at this moment\(who?.english ?? "")"),
      help: Message(
        fr: "attendez qu’elle finisse, puis recommencez ; ou choisissez un autre dossier avec « --output »",
        en: "wait until it has ended, then try again; or choose another folder with “--output”"),
      cause: .machine)
  }
}
