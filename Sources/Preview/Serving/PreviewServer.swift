import FlyingSocks
import Foundation
import Synchronization

/// The reason why the preview cannot listen on a port.
enum ListeningProblem: Error, Sendable, Hashable {
  /// Another program listens on the port. `free` is the next free port; nil if none of the next hundred ports is free.
  case inUse(free: UInt16?)
  /// The system refused. `code` is the error code of the system (`errno`).
  case refused(code: Int32)
}

/// The HTTP server of the preview. It answers only browsers on this machine.
struct PreviewServer: Sendable {
  /// The maximum number of open connections. A browser opens fewer connections for all its tabs together.
  static let mostConnections = 64

  /// The port on which the server listens.
  let port: UInt16
  private let task: Task<Void, Never>

  /// Starts to listen.
  ///
  /// - Parameter port: the port, or 0 for any free port.
  static func start(
    on port: UInt16, _ board: Board, patience: Connection.Patience = Connection.Patience()
  ) async throws(ListeningProblem) -> PreviewServer {
    let pool: some AsyncSocketPool = .make()
    let listening: AsyncSocket
    do {
      try await pool.prepare()
      listening = try AsyncSocket(socket: try listeningSocket(on: port), pool: pool)
    } catch {
      throw problem(error, port: port)
    }
    guard case .ip4(_, let bound)? = try? listening.socket.sockname() else {
      try? listening.close()
      throw .refused(code: EADDRNOTAVAIL)
    }
    let task = Task(executorPreference: ServingThreads()) {
      await withDiscardingTaskGroup { group in
        group.addTask { try? await pool.run() }
        await accept(on: listening, into: &group) { socket in
          Connection(socket: socket, board: board, host: LoopbackHost(port: bound), patience: patience)
        }
      }
      try? listening.close()
    }
    return PreviewServer(port: bound, task: task)
  }

  /// Closes every connection, and stops listening.
  func stop() async {
    task.cancel()
    await task.value
  }

  private static func accept(
    on listening: AsyncSocket, into group: inout DiscardingTaskGroup, _ connection: (AsyncSocket) -> Connection
  ) async {
    let open = OpenConnections()
    while !Task.isCancelled {
      guard let socket = try? await listening.accept() else {
        // Either the browser closed the connection before it was accepted, or the system has no free socket. These two
        // problems are temporary, so try again.
        try? await Task.sleep(for: .milliseconds(20))
        continue
      }
      let connection = connection(socket)
      group.addTask {
        if open.enter() { await connection.serve() } else { await connection.refuse() }
        open.leave()
      }
    }
  }

  // MARK: Ports

  private static func listeningSocket(on port: UInt16) throws -> Socket {
    let socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
    } catch {
      try? socket.close()
      throw error
    }
    return socket
  }

  private static func problem(_ error: any Error, port: UInt16) -> ListeningProblem {
    guard case .failed(_, let code, _)? = error as? SocketError else { return .refused(code: EADDRNOTAVAIL) }
    return code == EADDRINUSE ? .inUse(free: freePort(after: port)) : .refused(code: code)
  }

  private static func freePort(after port: UInt16) -> UInt16? {
    (1...100).lazy.compactMap { UInt16(exactly: Int(port) + $0) }.first { isFree($0) }
  }

  private static func isFree(_ port: UInt16) -> Bool {
    guard let socket = try? listeningSocket(on: port) else { return false }
    try? socket.close()
    return true
  }
}

/// Threads that only the server uses. A build may occupy all threads of Swift's concurrency for a long time. If the
/// server used those threads, the request of a browser could time out.
private final class ServingThreads: TaskExecutor {
  private let queue = DispatchQueue(label: "preview", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// The number of open connections.
private final class OpenConnections: Sendable {
  private let count = Mutex(0)

  /// Counts one more connection. Returns false if the limit is exceeded.
  func enter() -> Bool {
    count.withLock { count in
      count += 1
      return count <= PreviewServer.mostConnections
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}
