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

extension Diagnostic {
  /// - Parameters:
  ///   - shown: the name of the output folder in messages.
  ///   - record: the content of the lock file. The content is possibly not written yet, if the process has only just
  ///     taken the lock.
  static func outputLocked(_ shown: String, by record: [UInt8]) -> Diagnostic {
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
