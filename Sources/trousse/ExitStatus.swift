import ArgumentParser
import Diagnostics

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
}
