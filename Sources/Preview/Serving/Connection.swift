import FlyingSocks
import Foundation

/// One connection: one question, one answer. It ends with the answer, but for a stream of events.
///
/// A connection that is kept open would have to be told apart from one that is held open: each costs the preview a socket.
struct Connection: Sendable {
  /// How long a browser may take.
  struct Patience: Sendable {
    /// To say what it wants.
    var head = Duration.seconds(10)
    /// To take the answer.
    var answer = Duration.seconds(60)
  }

  let socket: AsyncSocket
  let board: Board
  let host: LoopbackHost
  let patience: Patience

  /// Hears the question, answers, and closes the connection.
  func serve() async {
    defer { try? socket.close() }
    switch await outcome() {
    case .head(let head): await answer(head)
    case .refused(let status): await send(.refusing(status), lingering: true)
    case nil: return
    }
  }

  /// Says that there are too many connections, and closes this one.
  func refuse() async {
    defer { try? socket.close() }
    await send(.refusing(.unavailable), lingering: true)
  }

  // MARK: The question

  /// What was asked; nil where nobody asks any more.
  private func outcome() async -> RequestReader.Outcome? {
    let heard: RequestReader.Outcome?? = await within(patience.head) {
      var reader = RequestReader()
      while true {
        guard let bytes = try? await socket.read(atMost: 4096) else {
          // Time is up, or the connection is.
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

  // MARK: The answer

  /// - Parameter lingering: whether more may come in than was read. To close at once would then make the system tell the
  ///   browser that the connection broke, maybe before it has read the answer.
  private func send(_ answer: Answer, lingering: Bool) async {
    await within(patience.answer) { try? await socket.write(Data(answer.bytes)) }
    guard lingering else { return }
    shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
    await within(.seconds(1)) {
      while (try? await socket.read(atMost: 4096)) != nil {}
    }
  }

  /// What the board shows, as long as somebody listens.
  private func sendEvents() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        guard (try? await socket.write(Data(Answer.events.bytes))) != nil else { return }
        for await preview in board.previews() {
          guard (try? await socket.write(Data(preview.event))) != nil else { return }
        }
      }
      // Nothing more is asked on this connection: what comes in is its end.
      group.addTask { while (try? await socket.read(atMost: 4096)) != nil {} }
      await group.next()
      group.cancelAll()
    }
  }

  /// What a function gives in a limited time; after that it is cancelled, and what it gives then counts all the same.
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
  /// What a head asks.
  init(_ head: RequestHead) {
    let path = head.target.prefix { $0 != "?" }
    self.init(
      method: head.method, path: String(path), host: head["host"], ifNoneMatch: head["if-none-match"],
      range: head["range"], ifRange: head["if-range"])
  }
}
