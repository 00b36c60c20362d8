import ArgumentParser
import Diagnostics
import Files
import Foundation

/// The exit status of a run. Only this type decides exit codes, with one exception: the argument parser uses 64 for
/// wrong usage.
enum ExitStatus: Int32 {
  /// There are no errors.
  case done = 0
  /// There are errors in the content, the theme or the configuration.
  case sourceErrors = 1
  /// The system refused an operation, for example because of a full disk, missing permissions, a lock or a used port.
  case machineRefused = 3
  /// Ctrl-C ended the program. The code is 128 plus the number of SIGINT, as in shells.
  case interrupted = 130

  /// The status of a run that has these findings.
  init(_ diagnostics: [Diagnostic]) {
    let errors = diagnostics.filter { $0.severity == .error }
    if errors.contains(where: { $0.cause == .machine }) {
      self = .machineRefused
    } else {
      self = errors.isEmpty ? .done : .sourceErrors
    }
  }

  /// The error that a command throws to end with this status; nil for success.
  var error: ExitCode? { self == .done ? nil : ExitCode(rawValue) }

  /// Ends the command with this status.
  func end() throws {
    if let error { throw error }
  }

  /// Ends the program.
  ///
  /// - Parameter error: the error that a command or the argument parser threw. Nil if no error was thrown. The parser
  ///   also throws an error to show help or the version.
  static func leave(by error: (any Error)? = nil) -> Never {
    let code = error.map { Trousse.exitCode(for: $0) } ?? .success
    let text = error.map { Trousse.fullMessage(for: $0) } ?? ""
    if !text.isEmpty { (code.isSuccess ? StandardStream.output : .errors).write(text + "\n") }
    Foundation.exit(afterWriting(code.rawValue))
  }

  /// Returns the final exit code, after all output was written. If some output could not be written, reports the
  /// failure on the other standard stream. In that case, the codes 0 and 1 are replaced by the code of
  /// ``machineRefused``.
  private static func afterWriting(_ code: Int32) -> Int32 {
    guard let refused = StandardStream.refused else { return code }
    Console.tell(refused)
    return [done, sourceErrors].map(\.rawValue).contains(code) ? machineRefused.rawValue : code
  }
}
