import Foundation
import Synchronization

/// A request to a test's server.
struct ServerRequest: Sendable {
  var method: String
  var path: String
  var headers: [String: String]
  /// The loopback address of the request.
  var host: String
  /// How many earlier requests had this method and path, on any host.
  var earlier: Int
}

/// The behaviour of a test's server.
enum ServerReply: Sendable {
  case answer(Int, [String: String] = [:], body: [UInt8] = [])
  /// Several header fields of one name.
  case answerInOrder(Int, [(String, String)])
  /// Drops the connection with a reset.
  case reset
  /// Closes the connection without a response.
  case hangUp
  /// Sends nothing until the client leaves.
  case silence
  /// Sends a header, then a body until the client leaves, or up to a number of bytes.
  case flood(upTo: Int)
  /// Sends the beginning of a page, then nothing until the client leaves.
  case stall(String)
  /// Answers after a number of milliseconds.
  indirect case late(Int32, ServerReply)

  static func page(_ html: String, _ headers: [String: String] = [:]) -> ServerReply {
    .answer(
      200, headers.merging(["Content-Type": "text/html; charset=utf-8"]) { mine, _ in mine }, body: Array(html.utf8))
  }

  static func redirect(_ status: Int, _ target: String) -> ServerReply { .answer(status, ["Location": target]) }
}

/// A small HTTP server on loopback that misbehaves as a test asks. It serves hosts from `127.0.0.1` on, each on a port
/// that the system chooses. It lives as long as its test or the process: a time limit could end it while its test still
/// waits for a core. It takes 10,000 connections at most.
final class LoopbackServer: Sendable {
  typealias Handler = @Sendable (ServerRequest) -> ServerReply

  struct State {
    var counts: [String: Int] = [:]
    var requests: [ServerRequest] = []
    var underWay: [String: Int] = [:]
    var mostUnderWay: [String: Int] = [:]
    var mostInAll = 0
    var bytesSent = 0
    var connections = 0
    var isStopped = false
  }

  /// The hosts, each with its port.
  let hosts: [(address: String, port: UInt16)]
  private let listeners: [Int32]
  private let handler: Handler
  private let state = Mutex(State())

  init(hosts count: Int = 1, _ handler: @escaping Handler) throws {
    var hosts: [(String, UInt16)] = []
    var listeners: [Int32] = []
    for number in 1...count {
      let (listener, port) = try Sockets.listen(on: "127.0.0.\(number)")
      listeners.append(listener)
      hosts.append(("127.0.0.\(number)", port))
    }
    self.hosts = hosts
    self.listeners = listeners
    self.handler = handler
    Thread.detachNewThread { self.accept() }
  }

  /// Runs a server for the duration of a test.
  static func run<Answer>(
    hosts: Int = 1, _ handler: @escaping Handler, _ use: (LoopbackServer) async throws -> Answer
  ) async throws -> Answer {
    let server = try LoopbackServer(hosts: hosts, handler)
    defer { server.stop() }
    return try await use(server)
  }

  func stop() { state.withLock { $0.isStopped = true } }

  /// The address of a path on one of the hosts, counted from 0.
  func url(_ path: String, host: Int = 0) -> String { "http://\(hosts[host].address):\(hosts[host].port)\(path)" }

  /// The requests, in order: `GET /path`.
  var asked: [String] { state.withLock { $0.requests.map { "\($0.method) \($0.path)" } } }

  var requests: [ServerRequest] { state.withLock { $0.requests } }

  /// The largest number of concurrent requests to one host.
  var mostUnderWay: Int { state.withLock { $0.mostUnderWay.values.max() ?? 0 } }

  /// The largest number of concurrent requests to all hosts together.
  var mostInAll: Int { state.withLock { $0.mostInAll } }

  var bytesSent: Int { state.withLock { $0.bytesSent } }

  /// How many connections were made.
  var connections: Int { state.withLock { $0.connections } }

  private func accept() {
    while !state.withLock({ $0.isStopped }), connections < 10_000 {
      for index in Sockets.readable(listeners, milliseconds: 50) {
        guard let connection = Sockets.accept(listeners[index]) else { continue }
        state.withLock { $0.connections += 1 }
        let host = hosts[index].address
        Thread.detachNewThread { self.serve(connection, host: host) }
      }
    }
    listeners.forEach(Sockets.close)
  }

  private func serve(_ connection: Int32, host: String) {
    defer { Sockets.close(connection) }
    while let (line, headers) = Sockets.readHead(connection) {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3 else { return }
      let request = state.withLock { state in
        let key = "\(words[0]) \(words[1])"
        let request = ServerRequest(
          method: words[0], path: words[1], headers: headers, host: host, earlier: state.counts[key, default: 0])
        state.counts[key, default: 0] += 1
        state.requests.append(request)
        state.underWay[host, default: 0] += 1
        state.mostUnderWay[host] = max(state.mostUnderWay[host] ?? 0, state.underWay[host] ?? 0)
        state.mostInAll = max(state.mostInAll, state.underWay.values.reduce(0, +))
        return request
      }
      let goesOn = perform(handler(request), connection, isHead: request.method == "HEAD", host: host)
      if !goesOn { return leave(host) }
    }
  }

  private func leave(_ host: String) { state.withLock { $0.underWay[host, default: 1] -= 1 } }

  private func perform(_ reply: ServerReply, _ connection: Int32, isHead: Bool, host: String) -> Bool {
    switch reply {
    case .answer(let status, let headers, let body):
      return answer(connection, status, headers.map { ($0.key, $0.value) }, isHead ? [] : body, body.count, host)
    case .answerInOrder(let status, let headers): return answer(connection, status, headers, [], 0, host)
    case .reset:
      Sockets.resetOnClose(connection)
      return false
    case .hangUp: return false
    case .silence:
      Sockets.waitForHangUp(connection, milliseconds: 10_000)
      return false
    case .flood(let limit):
      // At the speed of a fast network, not of memory: 64 kB per millisecond.
      let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
      _ = Sockets.send(connection, Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Long</title>".utf8))
      while bytesSent < limit, Sockets.send(connection, piece) {
        state.withLock { $0.bytesSent += piece.count }
        Sockets.waitForHangUp(connection, milliseconds: 1)
      }
      return false
    case .stall(let html):
      let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
      _ = Sockets.send(connection, Array((head + html).utf8))
      Sockets.waitForHangUp(connection, milliseconds: 10_000)
      return false
    case .late(let milliseconds, let reply):
      Sockets.waitForHangUp(connection, milliseconds: milliseconds)
      return perform(reply, connection, isHead: isHead, host: host)
    }
  }

  private func answer(
    _ connection: Int32, _ status: Int, _ headers: [(String, String)], _ body: [UInt8], _ length: Int, _ host: String
  ) -> Bool {
    var head = "HTTP/1.1 \(status) Any\r\nContent-Length: \(length)\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    // Counted before it is sent: the next request may arrive before this thread continues.
    leave(host)
    return Sockets.send(connection, Array((head + "\r\n").utf8) + body)
  }
}
