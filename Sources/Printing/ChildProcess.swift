import Dispatch
import Foundation
import Synchronization

/// A child process. When the process ends, all processes that it started are also ended.
final class ChildProcess: Sendable {
  /// The reason why the process ended.
  enum End: Sendable, Hashable {
    /// The process ended by itself, with this exit status.
    case exited(Int32)
    /// A signal with this number ended the process.
    case killed(Int32)
    /// The process exceeded the time limit and was ended.
    case timedOut
    /// ``cancel()`` ended the process.
    case cancelled
  }

  private let process: pid_t
  private let state = Mutex(State())
  private let isDone = DispatchSemaphore(value: 0)

  private struct State {
    /// The status from `waitpid`; nil until the process has ended.
    var status: Int32?
    /// The reason why this program ended the process; nil if this program did not end it.
    var ended: End?
  }

  /// Starts a program in a new process group, so that the program can be ended together with its children. Standard
  /// input is empty, standard output is discarded, and standard error is written to a file.
  ///
  /// - Throws: the error code of the system (`errno`), if the program does not start.
  init(_ program: String, _ arguments: [String], environment: [String: String], errors: String) throws(StartError) {
    var actions = SpawnActions()
    defer { actions.end() }
    actions.open(STDIN_FILENO, "/dev/null", O_RDONLY)
    actions.open(STDOUT_FILENO, "/dev/null", O_WRONLY)
    actions.open(STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC)
    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" }.sorted())
    defer {
      words.free()
      variables.free()
    }
    var identifier = pid_t()
    let code = posix_spawn(
      &identifier, program, &actions.actions, &actions.attributes, words.pointers, variables.pointers)
    guard code == 0 else { throw StartError(code: code) }
    process = identifier
    DispatchQueue.global().async { [self] in wait() }
  }

  /// The error for a program that did not start, with the error code of the system (`errno`).
  struct StartError: Error { let code: Int32 }

  /// Waits until the process ends. If it has not ended after a time limit, ends it. In both cases, the children of the
  /// process are also ended.
  ///
  /// - Parameter limit: the time limit, in seconds.
  func end(within limit: TimeInterval) -> End {
    if isDone.wait(timeout: .now() + limit) == .timedOut {
      stop(.timedOut)
      isDone.wait()
    }
    let state = state.withLock { $0 }
    if let ended = state.ended { return ended }
    let status = state.status ?? 0
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }

  /// Ends the process and its children at once.
  func cancel() { stop(.cancelled) }

  private func stop(_ reason: End) {
    state.withLock { state in
      // After the process has ended, its id may belong to another process. That process must not be killed.
      guard state.status == nil else { return }
      if state.ended == nil { state.ended = reason }
      _ = kill(-process, SIGKILL)
    }
  }

  private func wait() {
    var information = siginfo_t()
    while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    state.withLock { state in
      // The children of the process may still be running, so they are killed here. They must be killed before `waitpid`
      // is called, because until then the id of the process still identifies its group.
      _ = kill(-process, SIGKILL)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      state.status = status
    }
    isDone.signal()
  }
}

/// A list of strings in the form that C expects: an array of pointers that ends with a null pointer.
private struct CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) { pointers = texts.map { strdup($0) } + [nil] }

  func free() { for pointer in pointers { Foundation.free(pointer) } }
}

/// The settings that the system applies to a new process before its program runs.
private struct SpawnActions {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif

  init() {
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    // The group id 0 means a new group. If this program ignores a signal, its child processes ignore the signal too. So
    // these three signals get their default action in the child.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
  }

  mutating func open(_ descriptor: Int32, _ path: String, _ flags: Int32) {
    posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o600)
  }

  mutating func end() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
}
