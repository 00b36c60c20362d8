import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Why a port could not be listened on.
enum ListeningProblem: Error, Sendable, Hashable {
  /// Another program listens on it; the next port that is free, if one is near.
  case inUse(free: UInt16?)
  /// The machine refused; the system's number for the reason (`errno`).
  case refused(code: Int32)
}

/// Answers browsers of this machine, and no others.
struct PreviewServer: Sendable {
  /// The port on which it listens.
  let port: UInt16
  private let task: Task<Void, Never>

  /// Begins to listen.
  ///
  /// - Parameter port: the port; 0 for any that is free.
  static func start(on port: UInt16, _ board: Board) async throws(ListeningProblem) -> PreviewServer {
    let handler = Handler(board: board)
    let address: sockaddr_in
    do { address = try .inet(ip4: "127.0.0.1", port: port) } catch { throw problem(error, port: port) }
    let server = HTTPServer(address: address, logger: .disabled, handler: handler)
    let (outcomes, continuation) = AsyncStream<(any Error)?>.makeStream()
    let task = Task {
      do { try await server.run() } catch { continuation.yield(error) }
    }
    Task {
      // Where it never comes to that, the other task says why.
      if (try? await server.waitUntilListening(timeout: 60)) != nil { continuation.yield(nil) }
    }
    for await outcome in outcomes {
      if let outcome { throw problem(outcome, port: port) }
      break
    }
    guard case .ip4(_, let bound)? = await server.listeningAddress else {
      task.cancel()
      throw .refused(code: EADDRNOTAVAIL)
    }
    handler.listen(on: bound)
    return PreviewServer(port: bound, task: task)
  }

  /// Ends every connection, and listens no more.
  func stop() async {
    task.cancel()
    await task.value
  }

  private static func problem(_ error: any Error, port: UInt16) -> ListeningProblem {
    guard case .failed(_, let code, _)? = error as? SocketError else { return .refused(code: EADDRNOTAVAIL) }
    return code == EADDRINUSE ? .inUse(free: freePort(after: port)) : .refused(code: code)
  }

  private static func freePort(after port: UInt16) -> UInt16? {
    (1...100).lazy.compactMap { UInt16(exactly: Int(port) + $0) }.first { isFree($0) }
  }

  private static func isFree(_ port: UInt16) -> Bool {
    guard let socket = try? Socket(domain: AF_INET) else { return false }
    defer { try? socket.close() }
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      return true
    } catch {
      return false
    }
  }
}

/// Between the library and ``Answer``.
private final class Handler: HTTPHandler {
  private let board: Board
  private let port = Mutex<UInt16?>(nil)

  init(board: Board) { self.board = board }

  /// Says on which port it turned out to be.
  func listen(on port: UInt16) { self.port.withLock { $0 = port } }

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // Who comes before the port is known cannot have been told of it.
    let host = LoopbackHost(port: port.withLock { $0 } ?? 0)
    let question = Question(
      method: request.method.rawValue, path: request.target.path(), host: request.headers[.host],
      ifNoneMatch: request.headers[HTTPHeader("If-None-Match")], range: request.headers[.range],
      ifRange: request.headers[HTTPHeader("If-Range")])
    if question.method == "GET", question.path == "/" + PreviewScript.eventsPath, host.accepts(question.host) {
      return events
    }
    return response(Answer.to(question, about: board.preview, at: host))
  }

  private func response(_ answer: Answer) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    // A connection that is kept open costs 44 ms a request here: the library sends the headers and the body apart.
    headers[.connection] = "close"
    let body = HTTPBodySequence(from: LastBody(bytes: answer.body), count: answer.body.count)
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase), headers: headers, body: body)
  }

  private var events: HTTPResponse {
    let headers: HTTPHeaders = [
      .contentType: "text/event-stream; charset=utf-8", HTTPHeader("Cache-Control"): "no-cache", .connection: "close",
      HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
    return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: EventBody(board: board)))
  }
}
