import Foundation

/// Sends a given text to a server, unchanged, and reads the response until the connection is closed.
struct RawClient: Sendable {
  let port: UInt16

  /// The whole response; nil if the connection is not closed in time.
  func send(_ text: String) async -> String? {
    await onThread { () -> String? in
      guard let socket = connected() else { return nil }
      defer { close(socket) }
      let bytes = Array(text.utf8)
      // A server may refuse a request before it has received all of it.
      _ = Foundation.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      var heard: [UInt8] = []
      while let part = received(socket) {
        if part.isEmpty { return String(decoding: heard, as: UTF8.self) }
        heard += part
      }
      return nil
    }
  }

  /// The response until it contains a text, from a connection that stays open.
  func listen(_ text: String, until mark: String) async -> String? {
    await onThread { () -> String? in
      guard let socket = connected() else { return nil }
      defer { close(socket) }
      let bytes = Array(text.utf8)
      guard Foundation.send(socket, bytes, bytes.count, 0) == bytes.count else { return nil }
      var heard: [UInt8] = []
      while let part = received(socket), !part.isEmpty {
        heard += part
        let text = String(decoding: heard, as: UTF8.self)
        if text.contains(mark) { return text }
      }
      return nil
    }
  }

  /// Runs a function while a number of connections are open, each of which has received the beginning of a response.
  func holding(_ count: Int, saying text: String, _ body: () async throws -> Void) async throws {
    let sockets = await onThread { () -> [Int32] in
      (0..<count).compactMap { _ in
        connected().flatMap { socket in
          let bytes = Array(text.utf8)
          _ = Foundation.send(socket, bytes, bytes.count, 0)
          return received(socket) == nil ? nil : socket
        }
      }
    }
    defer { for socket in sockets { close(socket) } }
    try await body()
  }

  func get(_ path: String) async -> String? {
    await send("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
  }

  /// Reads an event stream until an event contains a text.
  func events(until mark: String) async -> String? {
    await listen("GET /_trousse/evenements HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n", until: mark)
  }

  private func connected() -> Int32? {
    let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    // The server's response ends a test, even on a busy machine; this limit only ends a test that would never end.
    var patience = timeval(tv_sec: 3600, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status == 0 { return socket }
    close(socket)
    return nil
  }

  private func received(_ socket: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count < 0 ? nil : Array(buffer.prefix(count))
  }
}
