import FlyingSocks
import Foundation

/// One connection, with one request and one response. The connection is closed after the response. If the response is
/// an event stream, the connection stays open until the browser closes it.
///
/// Persistent connections are not supported, because each open connection uses a socket. With persistent connections,
/// the preview would have to find and close unused connections to keep sockets free.
struct Connection: Sendable {
  /// The time limits of a connection.
  struct Patience: Sendable {
    /// The time limit for receiving the head of the request.
    var head = Duration.seconds(10)
    /// The time limit for sending the response.
    var answer = Duration.seconds(60)
  }

  let socket: AsyncSocket
  let board: Board
  let host: LoopbackHost
  let patience: Patience

  /// Reads the request, sends the response, and closes the connection.
  func serve() async {
    defer { try? socket.close() }
    switch await outcome() {
    case .head(let head): await answer(head)
    case .refused(let status): await send(.refusing(status), lingering: true)
    case nil: return
    }
  }

  /// Answers that there are too many connections, and closes this connection.
  func refuse() async {
    defer { try? socket.close() }
    await send(.refusing(.unavailable), lingering: true)
  }

  // MARK: The request

  /// Reads the head of the request. Returns the head, or the status with which the request is refused. Nil if the
  /// browser has closed the connection.
  private func outcome() async -> RequestReader.Outcome? {
    let heard: RequestReader.Outcome?? = await within(patience.head) {
      var reader = RequestReader()
      while true {
        guard let bytes = try? await socket.read(atMost: 4096) else {
          // Either the time limit has passed, or the connection was closed.
          return Task.isCancelled && reader.hasBegun ? .refused(.requestTimeout) : nil
        }
        if let outcome = reader.read(bytes) { return outcome }
      }
    }
    return heard ?? nil
  }

  private func answer(_ head: RequestHead) async {
    let question = Question(head)
    if question.method == "GET", question.path == "/" + PreviewScript.eventsPath, host.accepts(question.host) {
      await sendEvents()
    } else {
      await send(Answer.to(question, about: board.preview, at: host), lingering: head.announcesBody)
    }
  }

  // MARK: The response

  /// - Parameter lingering: whether the browser may still send bytes. If so, the socket stays open for up to one
  ///   second. If the socket were closed at once, the system would report a broken connection to the browser. This
  ///   report could arrive before the browser has read the response.
  private func send(_ answer: Answer, lingering: Bool) async {
    await within(patience.answer) { try? await socket.write(Data(answer.bytes)) }
    guard lingering else { return }
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    await within(.seconds(1)) {
      while (try? await socket.read(atMost: 4096)) != nil {}
    }
  }

  /// Sends the state of the preview, now and after each change, until the browser closes the connection.
  private func sendEvents() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        guard (try? await socket.write(Data(Answer.events.bytes))) != nil else { return }
        for await preview in board.previews() {
          guard (try? await socket.write(Data(preview.event))) != nil else { return }
        }
      }
      // A browser sends no second request on this connection. So reading ends only when the browser closes the
      // connection.
      group.addTask { while (try? await socket.read(atMost: 4096)) != nil {} }
      await group.next()
      group.cancelAll()
    }
  }

  /// Runs a function, and cancels the function after a time limit. Returns the result of the function, even if the
  /// function was cancelled.
  @discardableResult
  private func within<Result: Sendable>(
    _ time: Duration, _ body: @escaping @Sendable () async -> Result
  ) async -> Result? {
    await withTaskGroup(of: Result?.self) { group in
      group.addTask { await body() }
      group.addTask {
        try? await Task.sleep(for: time)
        return nil
      }
      var result: Result?
      for await one in group {
        group.cancelAll()
        result = result ?? one
      }
      return result
    }
  }
}

extension Question {
  /// Creates a question from the head of a request. Only the parts of the head that matter to the preview are kept.
  init(_ head: RequestHead) {
    let path = head.target.prefix { $0 != "?" }
    self.init(
      method: head.method, path: String(path), host: head["host"], ifNoneMatch: head["if-none-match"],
      range: head["range"], ifRange: head["if-range"])
  }
}
