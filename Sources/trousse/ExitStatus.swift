import ArgumentParser
import Diagnostics
import Foundation
import ToolboxLoading

/// How a run ends. The only place that decides exit codes; 64, for usage, is the argument parser's own.
enum ExitStatus: Int32 {
  /// All went well.
  case done = 0
  /// Errors in the content, the theme or the configuration.
  case sourceErrors = 1
  /// The machine refused: disk, permissions, a lock, a port.
  case machineRefused = 3
  /// Somebody pressed Ctrl-C (128 and the number of SIGINT, as shells say it).
  case interrupted = 130

  /// The status for what was found.
  init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }
    if errors.contains(where: { $0.cause == .machine }) {
      self = .machineRefused
    } else {
      self = errors.isEmpty ? .done : .sourceErrors
    }
  }

  /// What a command throws to end with this status; nothing where all went well.
  var error: ExitCode? { self == .done ? nil : ExitCode(rawValue) }

  /// Ends the command with this status.
  func end() throws {
    if let error { throw error }
  }

  /// Ends the program.
  ///
  /// - Parameter error: what a command or the parser threw, if anything: help and version are thrown, too.
  static func leave(by error: (any Error)? = nil) -> Never {
    let code = error.map { Trousse.exitCode(for: $0) } ?? .success
    let text = error.map { Trousse.fullMessage(for: $0) } ?? ""
    if !text.isEmpty { (code.isSuccess ? StandardStream.output : .errors).write(text + "\n") }
    Foundation.exit(afterWriting(code.rawValue))
  }

  /// The status once everything was written: what people or programs were to read and could not is a refusal of the machine,
  /// which the other stream tells.
  private static func afterWriting(_ code: Int32) -> Int32 {
    guard let refused = StandardStream.refused else { return code }
    Console.tell(refused)
    return [done, sourceErrors].map(\.rawValue).contains(code) ? machineRefused.rawValue : code
  }
}
