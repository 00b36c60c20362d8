import Diagnostics
import Foundation

/// Who publishes to an output folder, as the lock there says it.
struct LockHolder: Sendable, Codable, Equatable {
  /// The number of the process.
  var process: Int32
  /// The machine that it runs on.
  var host: String
  /// What was asked of it.
  var command: String
  /// When it began to publish, as ISO 8601 writes it.
  var since: String

  /// This process. Nothing that is published depends on it.
  static var current: LockHolder {
    let info = ProcessInfo.processInfo
    let arguments = info.arguments.dropFirst().joined(separator: " ")
    return LockHolder(
      process: info.processIdentifier, host: info.hostName, command: "\(info.processName) \(arguments)",
      since: Date().formatted(.iso8601))
  }
}

extension Diagnostic {
  /// - Parameters:
  ///   - shown: the output folder.
  ///   - record: what the lock says of its holder; whoever has just taken it may not have written it yet.
  static func outputLocked(_ shown: String, by record: [UInt8]) -> Diagnostic {
    let holder = try? JSONDecoder().decode(LockHolder.self, from: Data(record))
    let who = holder.map {
      Message(
        fr: " : processus \($0.process) (\($0.command)) sur \($0.host), depuis \($0.since)",
        en: ": process \($0.process) (\($0.command)) on \($0.host), since \($0.since)")
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
